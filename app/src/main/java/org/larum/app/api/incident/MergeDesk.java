package org.larum.app.api.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.IncidentDesk.Acted;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.app.suppression.HushDesk;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentCommand;
import org.larum.domain.incident.IncidentCommand.MergeIncident;
import org.larum.domain.incident.IncidentCommand.MoveAlerts;
import org.larum.domain.incident.IncidentCommand.SplitIncident;
import org.larum.domain.incident.IncidentCommand.UnmergeIncident;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.Moving;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.incident.IncidentNumbers;
import org.larum.domain.incident.Standing;
import org.larum.domain.shared.Actor;

/** Merges, splits and moves, with what the log knows of the incidents and alerts. Blocking. */
public final class MergeDesk {

    private final IncidentDesk desk;
    private final EventLog log;
    private final IncidentNumbers numbers;
    private final HushDesk hushes;

    public MergeDesk(IncidentDesk desk, EventLog log, IncidentNumbers numbers, HushDesk hushes) {
        this.desk = desk;
        this.log = log;
        this.numbers = numbers;
        this.hushes = hushes;
    }

    Acted merge(UUID incident, UUID into, Actor by, Write write) {
        desk.refuseIfUnknown(new IncidentId(into));
        return desk.act(
                incident, write, at -> new MergeIncident(new IncidentId(incident), new IncidentId(into), by, at));
    }

    Acted unmerge(UUID incident, Actor by, Write write) {
        var id = new IncidentId(incident);
        return desk.actAll(incident, write, at -> {
            var merged = merged(id);
            return merged == null
                    ? List.of()
                    : quietly(new UnmergeIncident(id, merged.into(), by, at), id, returning(merged), at);
        });
    }

    private @Nullable IncidentMerged merged(IncidentId incident) {
        IncidentMerged merged = null;
        for (var event : events(incident.value())) {
            merged = switch (event) {
                case IncidentMerged e -> e;
                case IncidentUnmerged e -> null;
                default -> merged;
            };
        }
        return merged;
    }

    /** What it gets back: as far as it is open, and has not moved on. */
    private List<AlertId> returning(IncidentMerged merged) {
        var came = merged.alerts().stream().map(Moving::alert).collect(Collectors.toSet());
        var there = events(merged.into().value()).stream()
                .filter(IncidentEvent.class::isInstance)
                .map(IncidentEvent.class::cast)
                .toList();
        return Standing.of(there).alerts().stream().filter(came::contains).toList();
    }

    /** What rules silence is silenced in the incident that it becomes too, and its run ends before it begins. */
    private List<IncidentCommand> quietly(IncidentCommand move, IncidentId to, List<AlertId> alerts, Instant at) {
        return Stream.concat(Stream.of(move), hushes.silence(to, alerts, at).stream())
                .toList();
    }

    Acted split(UUID incident, List<AlertId> alerts, Actor by, Write write) {
        var id = new IncidentId(incident);
        return desk.actAll(incident, write, at -> {
            var joining = alerts.stream().map(this::joining).toList();
            return quietly(new SplitIncident(id, numbers.next(), joining, by, at), nextPart(id), alerts, at);
        });
    }

    private IncidentId nextPart(IncidentId whole) {
        var parts = events(whole.value()).stream()
                .filter(IncidentSplit.class::isInstance)
                .count();
        return IncidentId.splitFrom(whole, Math.toIntExact(parts) + 1);
    }

    /** As it would join an incident now. */
    private Joining joining(AlertId alert) {
        Joining joining = null;
        for (var event : events(alert.value())) {
            joining = switch (event) {
                case AlertRaised e -> new Joining(alert, e.place(), e.severity(), e.summary());
                case AlertWorsened e ->
                    joining == null ? null : new Joining(alert, joining.place(), e.to(), e.summary());
                default -> joining;
            };
        }
        if (joining == null) {
            throw Said.badAlerts();
        }
        return joining;
    }

    /** From wherever they are; those that are here already stay. */
    Acted add(UUID incident, List<AlertId> alerts, Actor by, Write write) {
        var to = new IncidentId(incident);
        return desk.actAll(
                incident,
                write,
                at -> byPlace(alerts).entrySet().stream()
                        .filter(from -> !from.getKey().equals(to))
                        .map(from -> new MoveAlerts(from.getKey(), to, from.getValue(), by, at))
                        .toList());
    }

    private Map<IncidentId, List<AlertId>> byPlace(List<AlertId> alerts) {
        var places = new LinkedHashMap<IncidentId, List<AlertId>>();
        alerts.forEach(alert ->
                places.computeIfAbsent(place(alert), from -> new ArrayList<>()).add(alert));
        return places;
    }

    private IncidentId place(AlertId alert) {
        return events(alert.value()).stream()
                .filter(AlertAttached.class::isInstance)
                .map(event -> ((AlertAttached) event).incident())
                .reduce((before, after) -> after)
                .orElseThrow(Said::badAlerts);
    }

    private List<Object> events(UUID aggregate) {
        return log.readEvents(aggregate.toString(), 0)
                .asStream()
                .map(message -> (Object) message.getPayload())
                .toList();
    }
}
