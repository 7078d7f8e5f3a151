package org.larum.app.simulation;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.Responder;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;

/** Says in a sentence which policy, step and target lead to somebody. */
record Because(Directory organisation) {

    String started(EscalationStarted e) {
        var pinned = e.policy();
        var wait = e.groupWait();
        return (pinned == null
                        ? "The service has no policy: the administrators are told."
                        : "The service has policy \"" + pinned.word() + "\" (version " + pinned.version() + ").")
                + (wait == null
                        ? ""
                        : " Nobody is asked for " + wait.toSeconds() + " s, because a common cause may show itself.");
    }

    String exhausted(@Nullable EscalationStarted run) {
        return run != null && run.plan().steps().isEmpty()
                ? "There is nobody to ask: the administrators are told."
                : "Everybody was asked and nobody has answered: the administrators are told.";
    }

    String asked(StepReached e, @Nullable EscalationStarted run) {
        return step(e, run) + " asks "
                + e.targets().stream().map(Because::target).collect(Collectors.joining(" and ")) + ".";
    }

    boolean isNobody(StepReached e) {
        return e.targets().stream()
                .flatMap(target -> means(target, e.at()))
                .findAny()
                .isEmpty();
    }

    String whyNobody(StepReached e) {
        return e.targets().stream()
                        .map(target -> target.kind() == TargetKind.SCHEDULE
                                ? "nobody is on call by " + target(target)
                                : target(target) + " means nobody")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** {@code reached}: the step that asks, and {@code found} whom it means. */
    String paged(
            NotificationRequested e,
            @Nullable StepReached reached,
            @Nullable RespondersFound found,
            @Nullable EscalationStarted run) {
        if (reached == null) {
            return "An answer is wanted.";
        }
        var recipient = e.recipient().id();
        var through = found == null
                ? ""
                : found.responders().stream()
                        .filter(one -> one.person().value().equals(recipient))
                        .map(this::through)
                        .collect(Collectors.joining(" and "));
        var webhook = reached.targets().stream()
                .filter(target -> target.id().equals(recipient) && target.kind() == TargetKind.WEBHOOK)
                .map(Because::target)
                .collect(Collectors.joining());
        return step(reached, run) + " asks " + (through + webhook).transform(all -> all.isEmpty() ? "them" : all) + ".";
    }

    private String through(Responder one) {
        var instead = one.insteadOf();
        return (Boolean.TRUE.equals(one.inTurn()) ? "in turn " : "")
                + target(one.target())
                + switch (one.target().kind()) {
                    case SCHEDULE ->
                        ", which has them on call"
                                + (one.layer() == null ? "" : " (layer " + one.layer() + ")")
                                + (instead == null ? "" : " in place of " + person(instead));
                    case TEAM -> ", to which they belong";
                    case ROLE -> ", which they have";
                    case PERSON, WEBHOOK -> "";
                };
    }

    private static String step(StepReached e, @Nullable EscalationStarted run) {
        var pinned = run == null ? null : run.policy();
        return "Step " + (e.position().step() + 1)
                + (e.position().round() == 0
                        ? ""
                        : ", in round " + (e.position().round() + 1) + ",")
                + (pinned == null ? "" : " of policy \"" + pinned.word() + "\" (version " + pinned.version() + ")");
    }

    private static String target(Target target) {
        return Chronicle.word(target.kind()) + " \"" + target.word() + "\"";
    }

    private Stream<UUID> means(Target target, Instant at) {
        return switch (target.kind()) {
            case PERSON, WEBHOOK -> Stream.of(target.id());
            case SCHEDULE ->
                organisation.onCall(new ScheduleId(target.id()), at).stream()
                        .map(duty -> duty.person().value());
            case ROLE ->
                organisation.having(target.word()).stream()
                        .map(person -> person.id().value());
            case TEAM ->
                organisation.team(new TeamId(target.id())).stream()
                        .flatMap(team -> team.members().stream())
                        .map(PersonId::value);
        };
    }

    String person(PersonId id) {
        return organisation.person(id).map(Definition.Person::word).orElseGet(id::toString);
    }
}
