package org.larum.domain.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationEvent.Pinned;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Severity;

/** Everything that can be asked of a run. */
public sealed interface EscalationCommand extends Command {

    RunId run();

    @Override
    default UUID target() {
        return run().value();
    }

    /**
     * {@code groupWait}: how long before the first step; {@code whole}: the policy, when it has other plans for other severities.
     */
    record StartEscalation(
            @TargetAggregateIdentifier RunId run,
            IncidentId incident,
            int number,
            @Nullable Pinned policy,
            EscalationPlan plan,
            @Nullable Duration groupWait,
            Instant at,
            @Nullable Severity severity,
            @Nullable Policy whole)
            implements EscalationCommand {}

    /** A timer fired. */
    record StepDue(@TargetAggregateIdentifier RunId run, int timer, Instant at) implements EscalationCommand {}

    /** Says whom the targets of a step mean. A step that means people and finds none is passed. */
    record RecordResponders(
            @TargetAggregateIdentifier RunId run,
            Position position,
            List<Target> targets,
            List<Responder> responders,
            List<Target> webhooks,
            Instant at)
            implements EscalationCommand {}

    /** Asks one of several, whoever is next. {@code candidates}: not empty. */
    record TakeTurn(
            @TargetAggregateIdentifier RoundRobinId turns,
            RunId run,
            IncidentId incident,
            Position position,
            List<Target> targets,
            List<Responder> candidates,
            List<Target> webhooks,
            Instant at)
            implements EscalationCommand {

        @Override
        public UUID target() {
            return turns.value();
        }
    }

    /** Every way to reach somebody whom the step asked has failed. When that is so for all of them, it is passed. */
    record NoteUnreachable(@TargetAggregateIdentifier RunId run, Position position, PersonId person, Instant at)
            implements EscalationCommand {}

    /** It has become worse, perhaps before the run begins. */
    record RaiseEscalation(@TargetAggregateIdentifier RunId run, IncidentId incident, Severity severity, Instant at)
            implements EscalationCommand {}

    /** Ask the next one now. */
    record SkipWait(@TargetAggregateIdentifier RunId run, Instant at) implements EscalationCommand {}

    /** Also of a run that has not begun: then it never does. An answer of one does not end a step that wants everybody's. */
    record StopEscalation(
            @TargetAggregateIdentifier RunId run, IncidentId incident, Actor by, StopReason reason, Instant at)
            implements EscalationCommand {}
}
