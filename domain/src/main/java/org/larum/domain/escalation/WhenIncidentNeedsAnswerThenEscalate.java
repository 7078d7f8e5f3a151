package org.larum.domain.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.escalation.EscalationCommand.StartEscalation;
import org.larum.domain.escalation.EscalationEvent.Pinned;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.incident.IncidentState;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.shared.Severity;

/** An incident that opens, or that nobody holds any more, runs the policy of its service as it stands now. */
public final class WhenIncidentNeedsAnswerThenEscalate implements Reaction<IncidentEvent, Directory> {

    @Override
    public Class<IncidentEvent> hears() {
        return IncidentEvent.class;
    }

    @Override
    public List<Command> on(IncidentEvent event, Directory directory) {
        return switch (event) {
            case IncidentOpened e ->
                List.of(start(e, e.run(), e.place().service(), e.severity(), e.groupWait(), e.at(), directory));
            case IncidentRerouted e
            when e.asks() ->
                List.of(start(e, e.run(), e.to().service(), e.severity(), e.groupWait(), e.at(), directory));
            case HushEnded e
            when e.asks() -> List.of(start(e, e.run(), e.place().service(), e.severity(), null, e.at(), directory));
            // Those of the first step have had it in their hands.
            case HelpCalled e ->
                List.of(start(e, e.run(), e.place().service(), e.severity(), null, e.at(), directory, 1));
            case Turn e
            when e.state() == IncidentState.TRIGGERED ->
                List.of(start(event, e.run(), e.place().service(), e.severity(), null, e.at(), directory));
            default -> List.of();
        };
    }

    /** Without a policy the run has nobody to tell: it is exhausted at once, and the administrators hear of it. */
    private static Command start(
            IncidentEvent e,
            int run,
            ServiceId service,
            @Nullable Severity severity,
            @Nullable Duration groupWait,
            Instant at,
            Directory directory) {
        return start(e, run, service, severity, groupWait, at, directory, 0);
    }

    private static Command start(
            IncidentEvent e,
            int run,
            ServiceId service,
            @Nullable Severity severity,
            @Nullable Duration groupWait,
            Instant at,
            Directory directory,
            int passed) {
        var incident = e.incident();
        var id = RunId.of(incident, run);
        return directory
                .service(service)
                .map(Service::policy)
                .flatMap(directory::policy)
                .map(policy -> policy.seenFrom(EscalationPlan.zone(policy, at, directory)))
                .map(policy -> new StartEscalation(
                        id,
                        incident,
                        run,
                        new Pinned(policy.id(), policy.word(), directory.policyVersion(policy.id())),
                        EscalationPlan.of(policy, severity, at).from(passed),
                        groupWait,
                        at,
                        severity,
                        policy.branches().isEmpty() ? null : policy))
                .orElseGet(() -> new StartEscalation(
                        id, incident, run, null, EscalationPlan.NOBODY, groupWait, at, severity, null));
    }
}
