package org.larum.domain.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Severity;

/** Everything that can happen to a run of an escalation policy. */
public sealed interface EscalationEvent extends Event {

    RunId run();

    IncidentId incident();

    /** The version of the policy that this run keeps to, whatever is edited meanwhile. */
    record Pinned(PolicyId policy, String word, int version) {}

    /**
     * {@code groupWait}: how long nobody is asked yet, because a common cause may show itself. {@code severity}: what was known of it;
     * null in events of before it was kept. {@code whole}: the policy that the plan is taken from, when it has others for other severities.
     */
    @Revision("1")
    record EscalationStarted(
            RunId run,
            IncidentId incident,
            int number,
            @Nullable Pinned policy,
            EscalationPlan plan,
            @Nullable Duration groupWait,
            Instant at,
            @Nullable Severity severity,
            @Nullable Policy whole)
            implements EscalationEvent {}

    /**
     * {@code each}: how long after each other they are asked, null for all at once; {@code roundRobin}: one of them is asked; {@code
     * everybody}: each of them must acknowledge. Null is no.
     */
    @Revision("1")
    record StepReached(
            RunId run,
            IncidentId incident,
            Position position,
            List<Target> targets,
            Instant at,
            @Nullable Duration each,
            @Nullable Boolean roundRobin,
            @Nullable Boolean everybody)
            implements EscalationEvent {

        /** Everybody is asked at once, and one answer is enough. */
        public StepReached(RunId run, IncidentId incident, Position position, List<Target> targets, Instant at) {
            this(run, incident, position, targets, at, null, null, null);
        }
    }

    /** Whose turn it was among those whom the targets mean; {@code place}: among those who were there then, from 0. */
    @Revision("1")
    record TurnTaken(
            RoundRobinId turns,
            RunId run,
            IncidentId incident,
            Position position,
            List<Target> targets,
            Responder responder,
            int place,
            List<Target> webhooks,
            Instant at)
            implements EscalationEvent {}

    /** Somebody has acknowledged, and those who are {@code missing} must as well; empty while it is not yet known who that is. */
    @Revision("1")
    record AnswerCounted(
            RunId run, IncidentId incident, Position position, PersonId person, List<PersonId> missing, Instant at)
            implements EscalationEvent {}

    /** Who that is, found as the organisation was when the step was reached. Webhooks are told and cannot answer. */
    @Revision("1")
    record RespondersFound(
            RunId run,
            IncidentId incident,
            Position position,
            @Nullable Severity severity,
            List<Responder> responders,
            List<Target> webhooks,
            Instant at)
            implements EscalationEvent {}

    /** It is not worth waiting for: the next one is asked at once. */
    @Revision("1")
    record StepPassed(RunId run, IncidentId incident, Position position, PassReason reason, Instant at)
            implements EscalationEvent {}

    /** Somebody whom the step asked is out of reach: each way has failed. */
    @Revision("1")
    record ResponderUnreached(RunId run, IncidentId incident, Position position, PersonId person, Instant at)
            implements EscalationEvent {}

    /**
     * It is worse than when the run began. {@code plan}: other steps, which begin at once; null when they stay the same, and those who
     * were {@code asked} are reached as the new severity wants it.
     */
    @Revision("1")
    record EscalationRaised(
            RunId run,
            IncidentId incident,
            Severity severity,
            @Nullable EscalationPlan plan,
            List<PersonId> asked,
            Instant at)
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

    /**
     * {@code reason}: absent in events of before there were any but that somebody had answered. {@code asked}: everybody whom the
     * run had asked; null in events of before it was kept.
     */
    @Revision("1")
    record EscalationStopped(
            RunId run,
            IncidentId incident,
            Actor by,
            @Nullable StopReason reason,
            Instant at,
            @Nullable List<PersonId> asked)
            implements EscalationEvent {}

    /** Everybody was told and nobody answered. */
    @Revision("1")
    record EscalationExhausted(RunId run, IncidentId incident, Instant at) implements EscalationEvent {}

    /** Still nobody: the administrators are told again. */
    @Revision("1")
    record EscalationReminded(RunId run, IncidentId incident, int count, Instant at) implements EscalationEvent {}
}
