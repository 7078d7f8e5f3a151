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
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.incident.IncidentState;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

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
                List.of(start(e.incident(), e.run(), e.place().service(), e.groupWait(), e.at(), directory));
            case IncidentRerouted e
            when e.asks() -> List.of(start(e.incident(), e.run(), e.to().service(), e.groupWait(), e.at(), directory));
            case HushEnded e
            when e.asks() -> List.of(start(e.incident(), e.run(), e.place().service(), null, e.at(), directory));
            case Turn e
            when e.state() == IncidentState.TRIGGERED ->
                List.of(start(e.incident(), e.run(), e.place().service(), null, e.at(), directory));
            default -> List.of();
        };
    }

    /** Without a policy the run has nobody to tell: it is exhausted at once, and the administrators hear of it. */
    private static Command start(
            IncidentId incident,
            int run,
            ServiceId service,
            @Nullable Duration groupWait,
            Instant at,
            Directory directory) {
        var id = RunId.of(incident, run);
        return directory
                .service(service)
                .map(Service::policy)
                .flatMap(directory::policy)
                .map(policy -> new StartEscalation(
                        id,
                        incident,
                        run,
                        new Pinned(policy.id(), policy.word(), directory.policyVersion(policy.id())),
                        new EscalationPlan(policy.steps(), policy.repeat()),
                        groupWait,
                        at))
                .orElseGet(() -> new StartEscalation(id, incident, run, null, EscalationPlan.NOBODY, groupWait, at));
    }
}
