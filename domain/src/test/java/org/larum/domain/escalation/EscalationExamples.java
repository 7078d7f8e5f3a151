package org.larum.domain.escalation;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.ON_CALL;
import static org.larum.domain.directory.DirectoryExamples.steps;
import static org.larum.domain.directory.DirectoryExamples.target;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationCommand.StartEscalation;
import org.larum.domain.escalation.EscalationEvent.AnswerCounted;
import org.larum.domain.escalation.EscalationEvent.EscalationExhausted;
import org.larum.domain.escalation.EscalationEvent.EscalationRaised;
import org.larum.domain.escalation.EscalationEvent.EscalationReminded;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.Pinned;
import org.larum.domain.escalation.EscalationEvent.ResponderUnreached;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepPassed;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.EscalationEvent.TurnTaken;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

/** The call for an answer to INC-1001: Ada, five minutes later Grace and the chat, ten minutes later once more. */
public final class EscalationExamples {

    public static final RunId RUN = RunId.of(INCIDENT, 1);
    public static final Pinned PINNED = new Pinned(ON_CALL, "shop-on-call", 3);
    public static final EscalationPlan PLAN = new EscalationPlan(steps(), 1);
    public static final Position ADA_FIRST = new Position(0, 0);
    public static final Position GRACE_FIRST = new Position(0, 1);
    public static final Position ADA_AGAIN = new Position(1, 0);
    public static final Position GRACE_AGAIN = new Position(1, 1);

    /** Ada and Grace, of whom one is asked, or both. */
    public static final List<Target> BOTH = List.of(target(ADA, "ada"), target(GRACE, "grace"));

    public static final RoundRobinId TURNS = RoundRobinId.of(BOTH, Monday.NINE);

    private EscalationExamples() {}

    public static Responder inTurn(PersonId person, String word) {
        return new Responder(person, target(person, word), null, null, null, true);
    }

    public static TurnTaken turnTaken(PersonId person, String word, int place, int minute) {
        return new TurnTaken(
                TURNS, RUN, INCIDENT, ADA_FIRST, BOTH, inTurn(person, word), place, List.of(), Monday.at(minute));
    }

    public static AnswerCounted counted(PersonId person, int minute, PersonId... missing) {
        return new AnswerCounted(RUN, INCIDENT, ADA_FIRST, person, List.of(missing), Monday.at(minute));
    }

    public static StartEscalation start() {
        return new StartEscalation(RUN, INCIDENT, 1, PINNED, PLAN, null, Monday.NINE, Severity.HIGH, null);
    }

    public static EscalationStarted started() {
        return new EscalationStarted(RUN, INCIDENT, 1, PINNED, PLAN, null, Monday.NINE, Severity.HIGH, null);
    }

    public static EscalationStarted startedWithoutPolicy() {
        return new EscalationStarted(
                RUN, INCIDENT, 1, null, EscalationPlan.NOBODY, null, Monday.NINE, Severity.HIGH, null);
    }

    public static StepReached reached(Position position, int minute) {
        return new StepReached(RUN, INCIDENT, position, PLAN.step(position).targets(), Monday.at(minute));
    }

    /** Set at the minute, for so many minutes later. */
    public static StepScheduled scheduled(@Nullable Position next, int timer, int minute, int wait) {
        return new StepScheduled(RUN, INCIDENT, next, timer, Duration.ofMinutes(wait), Monday.at(minute + wait));
    }

    public static EscalationStopped stopped(int minute) {
        return new EscalationStopped(RUN, INCIDENT, BY_ADA, StopReason.ANSWERED, Monday.at(minute), List.of());
    }

    public static EscalationExhausted exhausted(int minute) {
        return new EscalationExhausted(RUN, INCIDENT, Monday.at(minute));
    }

    public static EscalationReminded reminded(int count, int minute) {
        return new EscalationReminded(RUN, INCIDENT, count, Monday.at(minute));
    }

    /** With the webhooks of the step. */
    public static RespondersFound found(Position position, int minute, Responder... responders) {
        var webhooks = PLAN.step(position).targets().stream()
                .filter(target -> target.kind() == TargetKind.WEBHOOK)
                .toList();
        return new RespondersFound(
                RUN, INCIDENT, position, Severity.HIGH, List.of(responders), webhooks, Monday.at(minute));
    }

    public static Responder named(PersonId person, String word) {
        return new Responder(person, target(person, word), null, null, null);
    }

    public static StepPassed passed(Position position, PassReason reason, int minute) {
        return new StepPassed(RUN, INCIDENT, position, reason, Monday.at(minute));
    }

    public static ResponderUnreached unreached(Position position, PersonId person, int minute) {
        return new ResponderUnreached(RUN, INCIDENT, position, person, Monday.at(minute));
    }

    public static EscalationRaised raised(@Nullable EscalationPlan plan, int minute, PersonId... asked) {
        return new EscalationRaised(RUN, INCIDENT, Severity.CRITICAL, plan, List.of(asked), Monday.at(minute));
    }
}
