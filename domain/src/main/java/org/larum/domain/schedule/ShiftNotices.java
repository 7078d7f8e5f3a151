package org.larum.domain.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.ChannelKind;

/**
 * What people are told of their shifts by the clock: that one begins soon, that it has begun, that it is over. Words of the
 * configuration stand for names: names are not written into the log.
 *
 * @param words what a person is called in the configuration
 * @param open how many incidents of the schedule are open; asked only when it is told
 */
public record ShiftNotices(
        Schedule schedule, OnCallHistory history, Function<PersonId, String> words, IntSupplier open) {

    /** So long before a shift its person hears of it, unless the schedule says otherwise. */
    static final Duration USUAL = Duration.ofHours(1);

    /** Nobody is told of what was longer ago: they know by then. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /** How far is looked for the end of a shift. */
    private static final Duration IN_SIGHT = Duration.ofDays(62);

    /** All that is due; what was told before has the same id, and is not told again. */
    public List<RequestNotification> due(Instant now) {
        var remind = schedule.remind() == null ? USUAL : schedule.remind();
        if (remind.isZero()) {
            return List.of();
        }
        return HandOver.within(
                        history, new Stretch(now.minus(LATE), now.plus(remind).plusNanos(1)))
                .stream()
                .flatMap(one -> one.at().isAfter(now) ? soon(one, now) : done(one, now))
                .toList();
    }

    private Stream<RequestNotification> soon(HandOver one, Instant now) {
        return one.coming().stream()
                .map(person -> tell(
                        person,
                        one,
                        "shift-soon",
                        "Soon on call: " + schedule.word(),
                        "You are on call for " + schedule.word() + " from {0}" + length(person, one.at()) + "."
                                + from(one),
                        now));
    }

    private Stream<RequestNotification> done(HandOver one, Instant now) {
        var begun = one.coming().stream()
                .map(person -> tell(
                        person,
                        one,
                        "shift-begun",
                        "On call now: " + schedule.word(),
                        "You are on call for " + schedule.word() + " since {0}" + length(person, one.at()) + "."
                                + from(one) + open(open.getAsInt()),
                        now));
        var after = history.within(new Stretch(one.at(), one.at().plusNanos(1))).stream()
                .map(Shift::person)
                .distinct()
                .toList();
        var ended = one.going().stream()
                .map(person -> tell(
                        person,
                        one,
                        "shift-ended",
                        "Off call: " + schedule.word(),
                        "Your turn for " + schedule.word() + " ended at {0}. "
                                + (after.isEmpty()
                                        ? "Nobody is on call there now."
                                        : named(after) + (after.size() == 1 ? " has" : " have") + " it now."),
                        now));
        return Stream.concat(begun, ended);
    }

    private String length(PersonId person, Instant from) {
        return history.within(new Stretch(from, from.plus(IN_SIGHT))).stream()
                .filter(shift -> shift.person().equals(person) && shift.when().holds(from))
                .findFirst()
                .filter(shift -> shift.when().until().isBefore(from.plus(IN_SIGHT)))
                .map(shift -> ", for " + DutyWords.length(shift.when()))
                .orElse("");
    }

    private String from(HandOver one) {
        return one.going().isEmpty() ? "" : " You take over from " + named(one.going()) + ".";
    }

    private String named(List<PersonId> people) {
        return people.stream().map(words).collect(Collectors.joining(" and "));
    }

    private static String open(int incidents) {
        return incidents == 0
                ? " No incident is open."
                : " " + DutyWords.count(incidents, "incident") + (incidents == 1 ? " is" : " are") + " open.";
    }

    private RequestNotification tell(
            PersonId person, HandOver one, String about, String title, String text, Instant now) {
        return RequestNotification.of(
                NotificationId.of(about, schedule.id(), person, one.at()),
                new Recipient(ChannelKind.EMAIL, person.value()),
                about,
                new Notice(title, text, one.at(), DutyWords.page(schedule.word())),
                now);
    }
}
