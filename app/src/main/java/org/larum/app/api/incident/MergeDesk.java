package org.larum.app.api.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.IncidentDesk.Acted;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.eventstore.EventLog;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentCommand.MergeIncident;
import org.larum.domain.incident.IncidentCommand.MoveAlerts;
import org.larum.domain.incident.IncidentCommand.SplitIncident;
import org.larum.domain.incident.IncidentCommand.UnmergeIncident;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.incident.IncidentNumbers;
import org.larum.domain.shared.Actor;

/** Merges, splits and moves, with what the log knows of the incidents and alerts. Blocking. */
public final class MergeDesk {

    private final IncidentDesk desk;
    private final EventLog log;
    private final IncidentNumbers numbers;

    public MergeDesk(IncidentDesk desk, EventLog log, IncidentNumbers numbers) {
        this.desk = desk;
        this.log = log;
        this.numbers = numbers;
    }

    Acted merge(UUID incident, UUID into, Actor by, Write write) {
        desk.refuseIfUnknown(new IncidentId(into));
        return desk.act(
                incident, write, at -> new MergeIncident(new IncidentId(incident), new IncidentId(into), by, at));
    }

    Acted unmerge(UUID incident, Actor by, Write write) {
        var id = new IncidentId(incident);
        return desk.actAll(incident, write, at -> {
            var whole = whole(id);
            return whole == null ? List.of() : List.of(new UnmergeIncident(id, whole, by, at));
        });
    }

    private @Nullable IncidentId whole(IncidentId incident) {
        IncidentId whole = null;
        for (var event : events(incident.value())) {
            whole = switch (event) {
                case IncidentMerged e -> e.into();
                case IncidentUnmerged e -> null;
                default -> whole;
            };
        }
        return whole;
    }

    Acted split(UUID incident, List<AlertId> alerts, Actor by, Write write) {
        return desk.actAll(incident, write, at -> {
            var joining = alerts.stream().map(this::joining).toList();
            return List.of(new SplitIncident(new IncidentId(incident), numbers.next(), joining, by, at));
        });
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
