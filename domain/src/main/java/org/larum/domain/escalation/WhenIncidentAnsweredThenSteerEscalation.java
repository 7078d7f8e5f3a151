package org.larum.domain.escalation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.escalation.EscalationCommand.RaiseEscalation;
import org.larum.domain.escalation.EscalationCommand.SkipWait;
import org.larum.domain.escalation.EscalationCommand.StopEscalation;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementAdded;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentEscalated;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentPassedOn;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Rest;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.shared.Severity;

/**
 * Whoever holds, defers or ends an incident stops its run, in the same unit of work: after the acknowledgement nobody is told. Whoever
 * passes it on asks the next one at once; what has become worse is asked about as the worse that it is; when others answer for its root,
 * those who were asked so far are left alone; and when all its alerts are silenced nobody is asked.
 */
public final class WhenIncidentAnsweredThenSteerEscalation implements Reaction<IncidentEvent, Object> {

    @Override
    public Class<IncidentEvent> hears() {
        return IncidentEvent.class;
    }

    @Override
    public List<Command> on(IncidentEvent event, Object nothing) {
        return switch (event) {
            case Rest e -> List.of(stop(e.incident(), e.run(), e.by(), why(e), e.at()));
            case IncidentRerouted e
            when e.asks() -> List.of(stop(e.incident(), e.run() - 1, Actor.LARUM, StopReason.REROUTED, e.at()));
            case AcknowledgementAdded e -> List.of(stop(e.incident(), e.run(), e.by(), StopReason.ANSWERED, e.at()));
            // Of everybody's answer one may still have been missing.
            case Turn e
            when e.run() > 1 -> List.of(stop(e.incident(), e.run() - 1, Actor.LARUM, StopReason.ASKED_AGAIN, e.at()));
            case IncidentWorsened e -> raise(e, e.run(), e.to(), e.at());
            case SeverityChanged e when e.to().isWorseThan(e.from()) -> raise(e, e.run(), e.to(), e.at());
            case IncidentEscalated e -> List.of(new SkipWait(RunId.of(e.incident(), e.run()), e.at()));
            case IncidentPassedOn e -> List.of(new SkipWait(RunId.of(e.incident(), e.run()), e.at()));
            default -> List.of();
        };
    }

    private static List<Command> raise(IncidentEvent e, @Nullable Integer run, Severity to, Instant at) {
        return run == null
                ? List.of()
                : List.of(new RaiseEscalation(RunId.of(e.incident(), run), e.incident(), to, at));
    }

    private static Command stop(IncidentId incident, int run, Actor by, StopReason reason, Instant at) {
        return new StopEscalation(RunId.of(incident, run), incident, by, reason, at);
    }

    private static StopReason why(Rest rest) {
        return switch (rest) {
            case IncidentAcknowledged e -> StopReason.ANSWERED;
            case IncidentMitigated e -> StopReason.MITIGATED;
            case IncidentSnoozed e -> StopReason.SNOOZED;
            case IncidentMerged e -> StopReason.MERGED;
            case IncidentResolved e -> StopReason.RESOLVED;
            case IncidentHushed e -> StopReason.SILENCED;
        };
    }
}
