package org.larum.domain.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.escalation.EscalationCommand.RecordResponders;
import org.larum.domain.escalation.EscalationCommand.TakeTurn;
import org.larum.domain.escalation.EscalationEvent.EscalationExhausted;
import org.larum.domain.escalation.EscalationEvent.EscalationReminded;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationEvent.TurnTaken;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/**
 * A step that is reached finds those whom it means, and tells its webhooks; a run that nobody answers tells the administrators. How
 * people are reached is theirs to say.
 */
public final class WhenEscalationAsksThenNotify implements Reaction<EscalationEvent, Directory> {

    @Override
    public Class<EscalationEvent> hears() {
        return EscalationEvent.class;
    }

    @Override
    public List<Command> on(EscalationEvent event, Directory directory) {
        return switch (event) {
            case StepReached e -> List.of(found(e, directory));
            case TurnTaken e ->
                List.of(new RecordResponders(
                        e.run(), e.position(), e.targets(), List.of(e.responder()), e.webhooks(), e.at()));
            case RespondersFound e -> {
                var occasion = new Occasion(e.position().round(), e.position().step(), 1, "step");
                yield e.webhooks().stream()
                        .map(webhook -> new Recipient(ChannelKind.WEBHOOK, webhook.id()))
                        .map(recipient -> tell(e, recipient, NotificationKind.PAGE, occasion, e.at()))
                        .toList();
            }
            case EscalationExhausted e -> tellAdministrators(e, 0, e.at(), directory);
            case EscalationReminded e -> tellAdministrators(e, e.count(), e.at(), directory);
            default -> List.of();
        };
    }

    /** Somebody whom two targets mean is asked once. */
    private static Command found(StepReached e, Directory directory) {
        var people = new HashSet<PersonId>();
        var responders = new ArrayList<Responder>();
        for (var target : e.targets()) {
            meant(target, e.at(), directory)
                    .filter(one -> people.add(one.person()))
                    .forEach(responders::add);
        }
        var webhooks = e.targets().stream()
                .filter(target -> target.kind() == TargetKind.WEBHOOK)
                .toList();
        if (Boolean.TRUE.equals(e.roundRobin()) && !responders.isEmpty()) {
            return new TakeTurn(
                    RoundRobinId.of(e.targets(), e.at()),
                    e.run(),
                    e.incident(),
                    e.position(),
                    e.targets(),
                    responders.stream()
                            .map(WhenEscalationAsksThenNotify::inTurn)
                            .toList(),
                    webhooks,
                    e.at());
        }
        return new RecordResponders(e.run(), e.position(), e.targets(), apart(responders, e.each()), webhooks, e.at());
    }

    /** One after the other, when the step says so. */
    private static List<Responder> apart(List<Responder> responders, @Nullable Duration each) {
        if (each == null) {
            return responders;
        }
        var apart = new ArrayList<Responder>();
        for (var one : responders) {
            var later = apart.isEmpty() ? null : each.multipliedBy(apart.size());
            apart.add(new Responder(one.person(), one.target(), one.layer(), one.insteadOf(), later));
        }
        return apart;
    }

    private static Responder inTurn(Responder one) {
        return new Responder(one.person(), one.target(), one.layer(), one.insteadOf(), null, true);
    }

    /** Those whom a target means, without whoever is away. */
    static Stream<Responder> meant(Target target, Instant at, Directory directory) {
        return switch (target.kind()) {
            case WEBHOOK -> Stream.empty();
            case PERSON ->
                Stream.of(new PersonId(target.id()))
                        .filter(person -> !directory.isAway(person, at))
                        .map(person -> responder(target, person));
            case SCHEDULE ->
                directory.onCall(new ScheduleId(target.id()), at).stream()
                        .map(duty -> new Responder(duty.person(), target, duty.layer(), duty.insteadOf(), null));
            case TEAM ->
                directory.team(new TeamId(target.id())).stream()
                        .flatMap(team -> team.members().stream())
                        .filter(person -> !directory.isAway(person, at))
                        .map(person -> responder(target, person));
            case ROLE ->
                directory.having(target.word()).stream()
                        .filter(person -> !directory.isAway(person.id(), at))
                        .map(person -> responder(target, person.id()));
        };
    }

    private static Responder responder(Target target, PersonId person) {
        return new Responder(person, target, null, null, null);
    }

    private static List<Command> tellAdministrators(EscalationEvent e, int nth, Instant at, Directory directory) {
        var occasion = new Occasion(0, 0, nth, "exhausted");
        return directory.administrators().stream()
                .map(person -> new Recipient(ChannelKind.EMAIL, person.id().value()))
                .map(recipient -> tell(e, recipient, NotificationKind.UNANSWERED, occasion, at))
                .toList();
    }

    private static Command tell(
            EscalationEvent e, Recipient recipient, NotificationKind kind, Occasion occasion, Instant at) {
        var id = NotificationId.of(
                e.incident(),
                e.run(),
                occasion.round(),
                occasion.step(),
                recipient.id(),
                recipient.channel(),
                occasion.nth(),
                kind);
        return new RequestNotification(id, e.incident(), e.run().value(), recipient, kind, occasion, at);
    }
}
