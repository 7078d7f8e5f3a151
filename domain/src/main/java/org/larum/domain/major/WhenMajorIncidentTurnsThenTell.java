package org.larum.domain.major;

import java.util.List;
import java.util.stream.Stream;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.MajorIncidentEnded;
import org.larum.domain.major.MajorEvent.MajorIncidentStoodDown;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.major.MajorEvent.UpdateReminded;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Reaction;

/** Executives and webhooks hear of each turn of a major incident, once; whoever has to write the next update is reminded. */
public final class WhenMajorIncidentTurnsThenTell implements Reaction<MajorEvent, MajorKnown> {

    @Override
    public Class<MajorEvent> hears() {
        return MajorEvent.class;
    }

    @Override
    public List<Command> on(MajorEvent event, MajorKnown known) {
        return switch (event) {
            case MajorIncidentDeclared e -> tellAll(e, "major", e.round(), known.directory());
            case MajorIncidentStoodDown e -> tellAll(e, "stood-down", e.round(), known.directory());
            // Webhooks hear of the end of every incident.
            case MajorIncidentEnded e -> tell(e, "resolved", e.round(), executives(known.directory()));
            case UpdatePosted e -> tellAll(e, "update", e.count(), known.directory());
            case UpdateReminded e -> tell(e, "update-due", e.clock().timer(), mail(writers(e, known)));
            default -> List.of();
        };
    }

    private static List<Command> tellAll(MajorEvent e, String turn, int nth, Directory directory) {
        var webhooks = directory.webhooks().stream()
                .map(webhook -> new Recipient(ChannelKind.WEBHOOK, webhook.id().value()));
        return tell(e, turn, nth, Stream.concat(executives(directory), webhooks));
    }

    private static Stream<Recipient> executives(Directory directory) {
        var executives = directory.majorRule().executives();
        var members = executives.teams().stream()
                .flatMap(team -> directory.team(team).stream())
                .flatMap(team -> team.members().stream());
        return mail(Stream.concat(executives.people().stream(), members));
    }

    /** Somebody is told in any case: stakeholders wait. */
    private static Stream<PersonId> writers(UpdateReminded e, MajorKnown known) {
        if (e.to() != null) {
            return Stream.of(e.to());
        }
        var holder = known.holder(e.incident());
        return holder.isPresent()
                ? holder.stream()
                : known.directory().administrators().stream().map(Definition.Person::id);
    }

    private static Stream<Recipient> mail(Stream<PersonId> people) {
        return people.map(Identifier::value).distinct().map(person -> new Recipient(ChannelKind.EMAIL, person));
    }

    private static List<Command> tell(MajorEvent e, String turn, int nth, Stream<Recipient> recipients) {
        var occasion = new Occasion(0, 0, nth, turn);
        return recipients
                .<Command>map(recipient -> new RequestNotification(
                        NotificationId.of(e.major(), turn, nth, recipient.channel(), recipient.id()),
                        e.incident(),
                        null,
                        recipient,
                        NotificationKind.UPDATE,
                        occasion,
                        e.at()))
                .toList();
    }
}
