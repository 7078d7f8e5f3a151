package org.larum.app.api.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Permission;
import org.larum.app.security.Who;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.PersonId;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.WallClock;

/** Reads what people send to agree on something. Every refusal says that nothing was changed. */
final class DutyReader {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]");
    private static final int LONGEST_REASON = 500;
    private static final int MOST_PEOPLE = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final RuleBook rules;

    DutyReader(RuleBook rules) {
        this.rules = rules;
    }

    /** Whoever calls, or somebody else when an administrator does. */
    PersonId mine(@Nullable String text, Who who) {
        var person = text == null || text.isBlank() ? who.person() : person(text);
        if (person == null) {
            throw invalid("no_person", "\"person\" is missing. Nothing was changed. Say whom it is about.");
        }
        refuseUnlessMine(person, who);
        return person;
    }

    void refuseUnlessMine(PersonId person, Who who) {
        if (!isMine(person, who)) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "not_yours",
                    "This is about somebody else. Nothing was changed. Ask them, or an administrator.");
        }
    }

    boolean isMine(PersonId person, Who who) {
        return person.equals(who.person()) || who.may(Permission.ADMINISTER);
    }

    PersonId person(String text) {
        var id = Asking.uuid(text);
        var person = id == null ? PersonId.of(text.strip()) : new PersonId(id);
        return found(person)
                .map(Person::id)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_person",
                        "There is no person \"" + text + "\". Nothing was changed. GET /api/people lists them."));
    }

    List<PersonId> people(@Nullable List<String> texts) {
        if (texts == null) {
            return List.of();
        }
        if (texts.size() > MOST_PEOPLE) {
            throw invalid("too_many_people", "More than " + MOST_PEOPLE + " people. Nothing was changed. Name fewer.");
        }
        return texts.stream().map(this::person).toList();
    }

    /** UTC for somebody who is not there any more. */
    String zone(PersonId person) {
        return found(person).map(Person::timeZone).orElse("UTC");
    }

    private Optional<Person> found(PersonId person) {
        return rules.latest(person.value())
                .filter(version -> !version.isRetired())
                .map(RuleBook.Version::definition)
                .filter(Person.class::isInstance)
                .map(Person.class::cast);
    }

    Stretch when(@Nullable String from, @Nullable String until, String zone) {
        return new Stretch(time("from", from, zone), time("until", until, zone));
    }

    static Instant time(String field, @Nullable String text, String zone) {
        var plain = text == null ? "" : text.strip().replace(' ', 'T');
        return local(plain)
                .map(time -> WallClock.of(zone).at(time))
                .or(() -> offset(plain))
                .filter(DutyReader::isUsual)
                .orElseThrow(() -> invalid(
                        "bad_time",
                        "\"" + field
                                + "\" is not a time. Nothing was changed. Write a wall time such as 2026-03-29T09:00,"
                                + " or one with its zone such as 2026-03-29T08:00:00Z."));
    }

    private static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(
                    text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text, LOCAL));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> offset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Far years are slips of the finger, and calendars would be long in getting there. */
    private static boolean isUsual(Instant at) {
        return !at.isBefore(start(FIRST_YEAR)) && at.isBefore(start(LAST_YEAR + 1));
    }

    private static Instant start(int year) {
        return Year.of(year).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** One or more lines of plain text; null when there is none. */
    static @Nullable String reason(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var reason = text.replace("\r\n", "\n").strip();
        if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw invalid(
                    "bad_reason",
                    "\"reason\" must be plain text of at most " + LONGEST_REASON
                            + " characters. Nothing was changed. Say it in fewer words.");
        }
        return reason;
    }

    static UUID id(String text, String what) {
        var id = Asking.uuid(text);
        if (id == null) {
            throw unknown(what);
        }
        return id;
    }

    static Refusal unknown(String what) {
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "no_such_" + what,
                "There is no " + what + " with this id. Nothing was changed. Look at the list again.");
    }

    static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
