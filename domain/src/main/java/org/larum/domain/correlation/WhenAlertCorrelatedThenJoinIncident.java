package org.larum.domain.correlation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.larum.domain.alert.AlertCommand.AttachAlert;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationEvent.ClustersConnected;
import org.larum.domain.correlation.CorrelationEvent.GroupClosed;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.directory.Directory;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.MergeIncident;
import org.larum.domain.incident.IncidentCommand.OpenIncident;
import org.larum.domain.incident.IncidentCommand.RerouteIncident;
import org.larum.domain.incident.IncidentNumbers;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Reaction;

/**
 * The first alert of a group opens the incident, the others join it; each alert learns where it belongs. What turns out to be one
 * fault becomes one incident, unless somebody already works on a part of it: then it is offered. Whoever answers for its likely root
 * answers for it. One reader for all, because an incident must be opened before it can be merged or rerouted.
 */
public final class WhenAlertCorrelatedThenJoinIncident
        implements Reaction<CorrelationEvent, WhenAlertCorrelatedThenJoinIncident.Known> {

    /** Long enough for monitors to report a common cause too, short enough to sleep through no fault. */
    static final Duration GROUP_WAIT = Duration.ofSeconds(30);

    /** What must be known to open an incident and to find who answers for it. */
    public record Known(Directory directory, IncidentNumbers numbers) {}

    @Override
    public Class<CorrelationEvent> hears() {
        return CorrelationEvent.class;
    }

    @Override
    public List<Command> on(CorrelationEvent event, Known known) {
        return switch (event) {
            case AlertCorrelated e -> join(e, known.numbers());
            case ClustersConnected e -> merge(e);
            case RootSuspected e -> reroute(e, known.directory());
            case GroupClosed e -> List.of();
        };
    }

    /** A root that nobody answers for changes nothing: whoever is asked already is better than nobody. */
    private static List<Command> reroute(RootSuspected e, Directory directory) {
        var service = e.root().service();
        var root = directory.service(service).orElse(null);
        var policy = root == null ? null : root.policy();
        if (root == null || policy == null) {
            return List.of();
        }
        var others = e.victims().stream()
                .filter(victim -> directory
                        .service(victim)
                        .filter(one -> !policy.equals(one.policy()))
                        .isPresent())
                .toList();
        // What it needs itself may still turn out to be the cause: then nobody of its own team need be woken.
        var wait = directory.services().below(service).isEmpty() ? null : GROUP_WAIT;
        var to = new Place(service, root.team(), e.root().component());
        return others.isEmpty() ? List.of() : List.of(new RerouteIncident(e.incident(), to, others, wait, e.at()));
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
                    e.beside() == null ? null : GROUP_WAIT,
                    e.at()));
        }
        if (!joining.isEmpty()) {
            commands.add(new JoinIncident(e.incident(), List.copyOf(joining), e.at()));
        }
        e.joining().forEach(one -> commands.add(new AttachAlert(one.alert(), e.incident(), e.at())));
        return List.copyOf(commands);
    }
}
