package org.larum.domain.correlation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.larum.domain.alert.AlertCommand.MoveAlert;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.EndIfQuiet;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.OpenIncident;
import org.larum.domain.incident.IncidentCommand.ReturnAlerts;
import org.larum.domain.incident.IncidentCommand.TakeInAlerts;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AlertsForwarded;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.Moving;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.shared.Severity;

/**
 * Alerts that leave an incident arrive in another one in the same unit of work, so that none is ever in two or in none. Each alert
 * learns of it before its new incident does: that one may pass it on at once.
 */
public final class WhenAlertsMoveThenFollow implements Reaction<IncidentEvent, Object> {

    @Override
    public Class<IncidentEvent> hears() {
        return IncidentEvent.class;
    }

    @Override
    public List<Command> on(IncidentEvent event, Object nothing) {
        return switch (event) {
            case IncidentMerged e ->
                follow(
                        e.alerts().stream().map(Moving::alert),
                        e.incident(),
                        e.into(),
                        e.at(),
                        new TakeInAlerts(e.into(), e.incident(), e.alerts(), e.severity(), e.by(), e.at()));
            case AlertsMovedOut e ->
                follow(
                        e.alerts().stream().map(Moving::alert),
                        e.incident(),
                        e.to(),
                        e.at(),
                        new TakeInAlerts(e.to(), e.incident(), e.alerts(), null, e.by(), e.at()));
            case AlertsForwarded e ->
                follow(
                        e.alerts().stream().map(Joining::alert),
                        e.incident(),
                        e.to(),
                        e.at(),
                        new JoinIncident(e.to(), e.alerts(), e.at()));
            case IncidentSplit e -> split(e);
            case IncidentUnmerged e -> unmerged(e);
            default -> List.of();
        };
    }

    private static List<Command> follow(
            Stream<AlertId> alerts, IncidentId from, IncidentId to, Instant at, Command... arrival) {
        return Stream.concat(alerts.<Command>map(alert -> new MoveAlert(alert, from, to, at)), Stream.of(arrival))
                .toList();
    }

    private static List<Command> split(IncidentSplit e) {
        var first = e.alerts().getFirst();
        var rest = e.alerts().subList(1, e.alerts().size());
        var worst = e.alerts().stream()
                .map(Joining::severity)
                .min(Comparator.naturalOrder())
                .orElse(Severity.LOW);
        var opening = new ArrayList<Command>();
        opening.add(new OpenIncident(
                e.next(), e.number(), e.group(), first.place(), worst, first.summary(), first.alert(), null, e.at()));
        if (!rest.isEmpty()) {
            opening.add(new JoinIncident(e.next(), List.copyOf(rest), e.at()));
        }
        if (e.held()) {
            // Whoever splits is at work: nobody is woken by that.
            opening.add(new AcknowledgeIncident(e.next(), e.by(), "split", e.at()));
        }
        return follow(
                e.alerts().stream().map(Joining::alert),
                e.incident(),
                e.next(),
                e.at(),
                opening.toArray(Command[]::new));
    }

    private static List<Command> unmerged(IncidentUnmerged e) {
        return e.alerts().isEmpty()
                ? List.of()
                : List.of(
                        new ReturnAlerts(e.from(), e.incident(), e.alerts(), e.by(), e.at()),
                        new EndIfQuiet(e.incident(), e.at()));
    }
}
