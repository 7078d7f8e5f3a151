package org.larum.domain.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.escalation.EscalationEvent.EscalationExhausted;
import org.larum.domain.escalation.EscalationEvent.EscalationReminded;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.notification.ChannelKind;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** A step that is reached tells its targets; a run that nobody answers tells the administrators. */
public final class WhenEscalationAsksThenNotify implements Reaction<EscalationEvent, Directory> {

    @Override
    public Class<EscalationEvent> hears() {
        return EscalationEvent.class;
    }

    @Override
    public List<Command> on(EscalationEvent event, Directory directory) {
        return switch (event) {
            case StepReached e -> {
                var occasion = new Occasion(e.position().round(), e.position().step(), 1, "step");
                yield e.targets().stream()
                        .flatMap(target -> recipients(target, e.at(), directory))
                        .distinct()
                        .map(recipient -> tell(e, recipient, NotificationKind.PAGE, occasion, e.at()))
                        .toList();
            }
            case EscalationExhausted e -> tellAdministrators(e, 0, e.at(), directory);
            case EscalationReminded e -> tellAdministrators(e, e.count(), e.at(), directory);
            default -> List.of();
        };
    }

    private static List<Command> tellAdministrators(EscalationEvent e, int nth, Instant at, Directory directory) {
        var occasion = new Occasion(0, 0, nth, "exhausted");
        return directory.administrators().stream()
                .map(person -> new Recipient(ChannelKind.EMAIL, person.id().value()))
                .map(recipient -> tell(e, recipient, NotificationKind.UNANSWERED, occasion, at))
                .toList();
    }

    /** Whom a target means at an instant; somebody whom two of them mean is told once. */
    private static Stream<Recipient> recipients(Target target, Instant at, Directory directory) {
        return switch (target.kind()) {
            case PERSON -> Stream.of(person(new PersonId(target.id())));
            case WEBHOOK -> Stream.of(new Recipient(ChannelKind.WEBHOOK, target.id()));
            case SCHEDULE ->
                directory.onCall(new ScheduleId(target.id()), at).stream().map(WhenEscalationAsksThenNotify::person);
            case TEAM ->
                directory.team(new TeamId(target.id())).stream()
                        .flatMap(team -> team.members().stream())
                        .map(WhenEscalationAsksThenNotify::person);
        };
    }

    private static Recipient person(PersonId person) {
        return new Recipient(ChannelKind.EMAIL, person.value());
    }

    private static Command tell(
            EscalationEvent e, Recipient recipient, NotificationKind kind, Occasion occasion, Instant at) {
        UUID to = recipient.id();
        var id = NotificationId.of(
                e.incident(),
                e.run(),
                occasion.round(),
                occasion.step(),
                to,
                recipient.channel(),
                occasion.nth(),
                kind);
        return new RequestNotification(id, e.incident(), e.run().value(), recipient, kind, occasion, at);
    }
}
