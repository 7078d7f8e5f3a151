package org.larum.domain.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.schedule.ScheduleEvent.CoverAsked;
import org.larum.domain.schedule.ScheduleEvent.CoverTaken;
import org.larum.domain.schedule.ScheduleEvent.OverrideAgreed;
import org.larum.domain.schedule.ScheduleEvent.OverrideWithdrawn;
import org.larum.domain.schedule.ScheduleEvent.StandIn;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Reaction;

/**
 * Those who are asked for cover hear of it, the asker hears who took it, and nobody is put on call or taken off by others without being
 * told. Words of the configuration stand for names: names are not written into the log.
 */
public final class WhenDutyChangesThenTell implements Reaction<ScheduleEvent, WhenDutyChangesThenTell.Known> {

    /** {@code words}: what a schedule is called in the configuration. */
    public record Known(Directory directory, Function<ScheduleId, String> words) {

        private String word(ScheduleId schedule) {
            return words.apply(schedule);
        }

        private String word(PersonId person) {
            return directory.person(person).map(Definition.Person::word).orElse("Somebody");
        }
    }

    @Override
    public Class<ScheduleEvent> hears() {
        return ScheduleEvent.class;
    }

    @Override
    public List<Command> on(ScheduleEvent event, Known known) {
        return switch (event) {
            case CoverAsked e -> asked(e, known);
            case CoverTaken e -> taken(e, known);
            // The yes has told the asker, and whoever said it knows.
            case OverrideAgreed e -> e.request() == null ? agreed(e, known) : List.of();
            case OverrideWithdrawn e -> withdrawn(e, known);
            default -> List.of();
        };
    }

    private static List<Command> asked(CoverAsked e, Known known) {
        var word = known.word(e.wanted().schedule());
        var title = "Cover wanted: " + word;
        var text = known.word(e.wanted().person()) + " asks you to be on call for " + word + " from {0}, for "
                + DutyWords.length(e.wanted().when())
                + (e.swap() == null ? "" : ", and takes a shift of yours in return")
                + ". Whoever says yes first has it.";
        return tell(
                e.asked().stream(),
                "cover-asked",
                e.request(),
                new Notice(title, text, e.wanted().when().from(), DutyWords.PAGE),
                e.at());
    }

    private static List<Command> taken(CoverTaken e, Known known) {
        var word = known.word(e.wanted().schedule());
        var text = known.word(e.person()) + " is on call for " + word + " instead of you from {0}, for "
                + DutyWords.length(e.part()) + "."
                + (e.swap() == null ? "" : " In return you take the shift that you offered to take.");
        var notice = new Notice("Your shift is taken: " + word, text, e.part().from(), DutyWords.page(word));
        return tell(
                Stream.of(e.wanted().person()),
                "cover-taken",
                AgreementId.of(e.request(), "cover", e.part().from()),
                notice,
                e.at());
    }

    private static List<Command> agreed(OverrideAgreed e, Known known) {
        var standIn = e.standIn();
        var word = known.word(standIn.schedule());
        var text = known.word(standIn.person()) + " is on call for " + word + " from {0}, for "
                + DutyWords.length(standIn.when())
                + (standIn.instead() == null ? "" : ", instead of " + known.word(standIn.instead())) + ".";
        var notice = new Notice(
                "On call by an override: " + word, text, standIn.when().from(), DutyWords.page(word));
        return tell(concerned(standIn, e.by()), "override-agreed", e.agreement(), notice, e.at());
    }

    private static List<Command> withdrawn(OverrideWithdrawn e, Known known) {
        var standIn = e.standIn();
        var word = known.word(standIn.schedule());
        var begins = standIn.when().from().isAfter(e.at()) ? standIn.when().from() : e.at();
        var text = known.word(standIn.person()) + " is no longer on call for " + word + " from {0} on: the override was"
                + " withdrawn, and the rotation holds again. Look who has it now.";
        var notice = new Notice("An override was withdrawn: " + word, text, begins, DutyWords.page(word));
        return tell(concerned(standIn, e.by()), "override-withdrawn", e.agreement(), notice, e.at());
    }

    /** All but whoever did it. */
    private static Stream<PersonId> concerned(StandIn standIn, Actor by) {
        return Stream.of(standIn.person(), standIn.instead())
                .filter(Objects::nonNull)
                .filter(person -> !by.equals(Actor.person(person)));
    }

    private static List<Command> tell(Stream<PersonId> people, String about, Identifier of, Notice notice, Instant at) {
        return people.<Command>map(person -> RequestNotification.of(
                        NotificationId.of(about, of, person),
                        new Recipient(ChannelKind.EMAIL, person.value()),
                        about,
                        notice,
                        at))
                .toList();
    }
}
