package org.larum.domain.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;

/** Everything that can happen to a run of an escalation policy. */
public sealed interface EscalationEvent extends Event {

    RunId run();

    IncidentId incident();

    /** The version of the policy that this run keeps to, whatever is edited meanwhile. */
    record Pinned(PolicyId policy, String word, int version) {}

    /** {@code groupWait}: how long nobody is asked yet, because a common cause may show itself. */
    @Revision("1")
    record EscalationStarted(
            RunId run,
            IncidentId incident,
            int number,
            @Nullable Pinned policy,
            EscalationPlan plan,
            @Nullable Duration groupWait,
            Instant at)
            implements EscalationEvent {}

    @Revision("1")
    record StepReached(RunId run, IncidentId incident, Position position, List<Target> targets, Instant at)
            implements EscalationEvent {}

    /**
     * A timer was set, in the same transaction. {@code next} is null when nobody is left to ask: then the run is exhausted,
     * or a reminder is due. {@code timer} counts the timers of the run; an older one that fires is stale. The wait is
     * measured by the database's clock; {@code due} is when it ends as the deciding node saw it.
     */
    @Revision("1")
    record StepScheduled(
            RunId run, IncidentId incident, @Nullable Position next, int timer, Duration pause, Instant due)
            implements EscalationEvent {}

    /** {@code reason}: absent in events of before there were any but that somebody had answered. */
    @Revision("1")
    record EscalationStopped(
            RunId run,
            IncidentId incident,
            Actor by,
            @Nullable StopReason reason,
            Instant at) implements EscalationEvent {}

    /** Everybody was told and nobody answered. */
    @Revision("1")
    record EscalationExhausted(RunId run, IncidentId incident, Instant at) implements EscalationEvent {}

    /** Still nobody: the administrators are told again. */
    @Revision("1")
    record EscalationReminded(RunId run, IncidentId incident, int count, Instant at) implements EscalationEvent {}
}
