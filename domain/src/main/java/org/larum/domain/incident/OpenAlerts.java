package org.larum.domain.incident;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.Moving;

/** The alerts of an incident that have not ended, and whether each is held. */
final class OpenAlerts {

    private final Map<AlertId, Boolean> held = new LinkedHashMap<>();
    /** Also those that have ended or moved on: an event that is read again must not bring them back. */
    private final Set<AlertId> known = new HashSet<>();

    void join(AlertId alert) {
        held.put(alert, false);
        known.add(alert);
    }

    void know(AlertId alert) {
        known.add(alert);
    }

    void moveIn(Moving moving) {
        held.put(moving.alert(), moving.held());
        known.add(moving.alert());
    }

    void hold(AlertId alert) {
        held.put(alert, true);
    }

    void end(AlertId alert) {
        held.remove(alert);
    }

    void endAll() {
        held.clear();
    }

    /** Those that never were here, each once. */
    List<Joining> unknown(List<Joining> coming) {
        var seen = new HashSet<AlertId>();
        return coming.stream()
                .filter(one -> !known.contains(one.alert()) && seen.add(one.alert()))
                .toList();
    }

    List<Moving> notHere(List<Moving> coming) {
        return coming.stream().filter(one -> !held.containsKey(one.alert())).toList();
    }

    List<Moving> all() {
        return those(held.keySet());
    }

    /** Those of them that are here, in the order they came. */
    List<Moving> those(Collection<AlertId> wanted) {
        return held.entrySet().stream()
                .filter(one -> wanted.contains(one.getKey()))
                .map(one -> new Moving(one.getKey(), one.getValue()))
                .toList();
    }

    List<AlertId> ids() {
        return List.copyOf(held.keySet());
    }

    boolean contains(AlertId alert) {
        return held.containsKey(alert);
    }

    boolean containsAll(Collection<AlertId> alerts) {
        return held.keySet().containsAll(alerts);
    }

    /** Open, and not held where it was detected. */
    boolean isUnheld(AlertId alert) {
        return Boolean.FALSE.equals(held.get(alert));
    }

    boolean areAllAmong(Collection<AlertId> alerts) {
        return alerts.containsAll(held.keySet());
    }

    boolean areAllHeld() {
        return !held.containsValue(false);
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    int size() {
        return held.size();
    }
}
