package org.larum.domain.correlation;

import java.util.ArrayList;
import java.util.List;
import org.larum.domain.alert.AlertCommand.AttachAlert;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationEvent.ClustersConnected;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.MergeIncident;
import org.larum.domain.incident.IncidentCommand.OpenIncident;
import org.larum.domain.incident.IncidentNumbers;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/**
 * The first alert of a group opens the incident, the others join it; each alert learns where it belongs. What turns out to be one
 * fault becomes one incident, unless somebody already works on a part of it: then it is offered. One reader for both, because an
 * incident must be opened before it can be merged.
 */
public final class WhenAlertCorrelatedThenJoinIncident implements Reaction<CorrelationEvent, IncidentNumbers> {

    @Override
    public Class<CorrelationEvent> hears() {
        return CorrelationEvent.class;
    }

    @Override
    public List<Command> on(CorrelationEvent event, IncidentNumbers numbers) {
        return switch (event) {
            case AlertCorrelated e -> join(e, numbers);
            case ClustersConnected e -> merge(e);
            default -> List.of();
        };
    }

    private static List<Command> merge(ClustersConnected e) {
        return e.others().stream()
                .<Command>map(other -> new MergeIncident(other, e.into(), Actor.LARUM, e.at()))
                .toList();
    }

    private static List<Command> join(AlertCorrelated e, IncidentNumbers numbers) {
        var commands = new ArrayList<Command>(e.joining().size() + 2);
        var joining = e.joining();
        if (e.first()) {
            var opening = joining.getFirst();
            joining = joining.subList(1, joining.size());
            commands.add(new OpenIncident(
                    e.incident(),
                    numbers.next(),
                    e.group().value(),
                    opening.place(),
                    opening.severity(),
                    opening.summary(),
                    opening.alert(),
                    e.at()));
        }
        if (!joining.isEmpty()) {
            commands.add(new JoinIncident(e.incident(), List.copyOf(joining), e.at()));
        }
        e.joining().forEach(one -> commands.add(new AttachAlert(one.alert(), e.incident(), e.at())));
        return List.copyOf(commands);
    }
}
