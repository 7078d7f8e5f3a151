package org.larum.domain.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.escalation.EscalationEvent.Pinned;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;

/** Everything that can be asked of a run. */
public sealed interface EscalationCommand extends Command {

    RunId run();

    @Override
    default UUID target() {
        return run().value();
    }

    /** {@code groupWait}: how long before the first step. */
    record StartEscalation(
            @TargetAggregateIdentifier RunId run,
            IncidentId incident,
            int number,
            @Nullable Pinned policy,
            EscalationPlan plan,
            @Nullable Duration groupWait,
            Instant at)
            implements EscalationCommand {}

    /** A timer fired. */
    record StepDue(@TargetAggregateIdentifier RunId run, int timer, Instant at) implements EscalationCommand {}

    /** Ask the next one now. */
    record SkipWait(@TargetAggregateIdentifier RunId run, Instant at) implements EscalationCommand {}

    /** Also of a run that has not begun: then it never does. */
    record StopEscalation(
            @TargetAggregateIdentifier RunId run, IncidentId incident, Actor by, StopReason reason, Instant at)
            implements EscalationCommand {}
}
