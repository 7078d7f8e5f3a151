package org.larum.domain.escalation;

import java.util.List;
import org.larum.domain.escalation.EscalationCommand.SkipWait;
import org.larum.domain.escalation.EscalationCommand.StopEscalation;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.IncidentPassedOn;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.Rest;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/**
 * Whoever holds, defers or ends an incident stops its run, in the same unit of work: after the acknowledgement nobody is told. Whoever
 * passes it on asks the next one at once; when others answer for its root, those who were asked so far are left alone.
 */
public final class WhenIncidentAnsweredThenSteerEscalation implements Reaction<IncidentEvent, Object> {

    @Override
    public Class<IncidentEvent> hears() {
        return IncidentEvent.class;
    }

    @Override
    public List<Command> on(IncidentEvent event, Object nothing) {
        return switch (event) {
            case Rest e -> List.of(new StopEscalation(RunId.of(e.incident(), e.run()), e.incident(), e.by(), e.at()));
            case IncidentRerouted e
            when e.asks() ->
                List.of(new StopEscalation(RunId.of(e.incident(), e.run() - 1), e.incident(), Actor.LARUM, e.at()));
            case IncidentPassedOn e -> List.of(new SkipWait(RunId.of(e.incident(), e.run()), e.at()));
            default -> List.of();
        };
    }
}
