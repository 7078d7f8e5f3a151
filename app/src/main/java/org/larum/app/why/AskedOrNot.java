package org.larum.app.why;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.AnswerCounted;
import org.larum.domain.escalation.EscalationEvent.EscalationExhausted;
import org.larum.domain.escalation.EscalationEvent.EscalationRaised;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationPlan;
import org.larum.domain.escalation.Responder;
import org.larum.domain.escalation.StopReason;
import org.larum.projections.shared.Names;

/**
 * Why one run asked a person, or did not: step by step, with the organisation as it was when each step was reached. A step that was
 * never reached is told when it would have asked them.
 */
final class AskedOrNot {

    /** An event of the run and its place in the log. */
    record Logged(EscalationEvent event, long index) {}

    private final PersonId person;
    private final LongFunction<Directory> asOf;
    private final Names names;
    private final List<WhyStep> steps = new ArrayList<>();

    private @Nullable EscalationStarted started;
    private @Nullable EscalationPlan plan;
    private int reached = -1;
    private boolean wasMeant;

    AskedOrNot(PersonId person, LongFunction<Directory> asOf, Names names) {
        this.person = person;
        this.asOf = asOf;
        this.names = names;
    }

    List<WhyStep> of(List<Logged> run) {
        for (var logged : run) {
            switch (logged.event()) {
                case EscalationStarted e -> {
                    started = e;
                    plan = e.plan();
                }
                case EscalationRaised e -> plan = e.plan() == null ? plan : e.plan();
                case StepReached e -> reached = e.position().step();
                case RespondersFound e -> found(e, logged.index());
                case AnswerCounted e
                when e.person().equals(person) ->
                    add(e.at(), "answered", "They have acknowledged, and are not asked any more.");
                case EscalationStopped e -> never(logged, e.at(), stopped(e.reason()));
                case EscalationExhausted e -> never(logged, e.at(), "everybody had been asked");
                default -> {}
            }
        }
        return steps;
    }

    private void found(RespondersFound e, long index) {
        var step = "Step " + (e.position().step() + 1)
                + (e.position().round() == 0 ? "" : " of round " + (e.position().round() + 1));
        var asked = e.responders().stream()
                .filter(one -> one.person().equals(person))
                .findFirst();
        if (asked.isPresent()) {
            wasMeant = true;
            add(e.at(), "asked", step + " asks them: " + because(asked.get(), asOf.apply(index)) + ".");
            return;
        }
        var targets = planned(e.position().step());
        var others = e.responders().stream()
                .map(one -> names.person(one.person().value()).name())
                .collect(Collectors.joining(", "));
        boolean isTurnOfAnother = e.responders().stream().anyMatch(one -> Boolean.TRUE.equals(one.inTurn()));
        var directory = asOf.apply(index);
        var why = targets.stream()
                .map(target -> whyNot(target, e.at(), directory, isTurnOfAnother))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        wasMeant = wasMeant || !why.isEmpty();
        add(
                e.at(),
                "not asked",
                step + " asks " + (others.isEmpty() ? "nobody" : others) + ", and not them: "
                        + (why.isEmpty() ? "it does not mean them" : why) + ".");
    }

    private List<Target> planned(int step) {
        return plan == null || step >= plan.steps().size()
                ? List.of()
                : plan.steps().get(step).targets();
    }

    private String because(Responder one, Directory directory) {
        var turn = Boolean.TRUE.equals(one.inTurn()) ? "it is their turn, and " : "";
        var word = one.target().word();
        return turn
                + switch (one.target().kind()) {
                    case SCHEDULE ->
                        "they are on call by " + word + ", version "
                                + directory.scheduleVersion(
                                        new ScheduleId(one.target().id()))
                                + (one.layer() == null ? "" : " (" + one.layer() + ")")
                                + (one.insteadOf() == null
                                        ? ""
                                        : " in place of "
                                                + names.person(one.insteadOf().value())
                                                        .name());
                    case TEAM -> "they are in the team " + word;
                    case ROLE -> "they have the role " + word;
                    case PERSON, WEBHOOK -> "they are named";
                };
    }

    /** Null for what has nothing to do with them. */
    private @Nullable String whyNot(Target target, Instant at, Directory directory, boolean isTurnOfAnother) {
        boolean isMeant = means(target, directory);
        if (isMeant && directory.isAway(person, at)) {
            return "they were away";
        }
        if (isMeant && isTurnOfAnother) {
            return "it was the turn of somebody else";
        }
        return switch (target.kind()) {
            case SCHEDULE -> "they were not on call by " + target.word();
            case TEAM -> isMeant ? null : "they were not in the team " + target.word();
            case ROLE -> isMeant ? null : "they did not have the role " + target.word();
            case PERSON, WEBHOOK -> null;
        };
    }

    private boolean means(Target target, Directory directory) {
        return switch (target.kind()) {
            case PERSON -> target.id().equals(person.value());
            case TEAM ->
                directory.team(new TeamId(target.id())).stream()
                        .anyMatch(team -> team.members().contains(person));
            case ROLE ->
                directory.having(target.word()).stream()
                        .anyMatch(one -> one.id().equals(person));
            case SCHEDULE, WEBHOOK -> false;
        };
    }

    /** What would have asked them later. */
    private void never(Logged logged, Instant at, String why) {
        var gone = plan == null ? List.<Step>of() : plan.steps();
        var directory = asOf.apply(logged.index());
        for (int i = reached + 1; i < gone.size(); i++) {
            var meant = gone.get(i).targets().stream()
                    .anyMatch(target -> means(target, directory) || isOnCall(target, at, directory));
            if (meant) {
                wasMeant = true;
                add(at, "not asked", "Step " + (i + 1) + " would have asked them, and was never reached: " + why + ".");
            }
        }
        if (!wasMeant && steps.isEmpty()) {
            add(
                    at,
                    "not asked",
                    gone.isEmpty() ? "Nobody was asked: there is no policy." : "No step that was reached means them.");
        }
    }

    private boolean isOnCall(Target target, Instant at, Directory directory) {
        return target.kind() == TargetKind.SCHEDULE
                && directory.onCall(new ScheduleId(target.id()), at).stream()
                        .anyMatch(duty -> duty.person().equals(person));
    }

    private static String stopped(@Nullable StopReason reason) {
        return switch (reason) {
            case null -> "somebody had answered";
            case ANSWERED -> "somebody had answered";
            case MITIGATED -> "it was mitigated";
            case SNOOZED -> "it was snoozed";
            case RESOLVED -> "it was over";
            case MERGED -> "it became a part of another incident";
            case REROUTED -> "others answer for its likely root";
            case SILENCED -> "all its alerts were silenced";
            case ASKED_AGAIN -> "it was asked about anew";
        };
    }

    private void add(Instant at, String decision, String because) {
        var pinned = started == null ? null : started.policy();
        steps.add(new WhyStep(
                at,
                decision,
                pinned == null ? null : pinned.word(),
                pinned == null ? null : pinned.version(),
                because));
    }
}
