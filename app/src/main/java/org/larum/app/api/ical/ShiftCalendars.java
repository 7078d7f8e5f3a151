package org.larum.app.api.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.ical.IcalText.Entry;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.domain.directory.Schedule;
import org.larum.domain.schedule.Shift;
import org.larum.domain.schedule.Stretch;
import org.larum.domain.shared.Ids;
import org.larum.projections.shared.Names;

/** The shifts of a person or of a schedule, from a month ago to half a year ahead. */
final class ShiftCalendars {

    private static final Duration PAST = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(180);

    /** Shifts are looked for this much further, so that those at the edge are seen whole and keep their names. */
    private static final Duration MARGIN = Duration.ofDays(62);

    private static final int MOST = 10_000;

    private final RuleBook rules;
    private final Names names;
    private final String url;

    ShiftCalendars(RuleBook rules, Names names, String url) {
        this.rules = rules;
        this.names = names;
        this.url = url;
    }

    private record Turn(Schedule schedule, Instant stamp, Shift shift) {}

    byte[] ofPerson(UUID person, Instant now) {
        var turns = schedules()
                .flatMap(version -> turns(version, now))
                .filter(turn -> turn.shift().person().value().equals(person));
        return text("On call: " + names.person(person).name(), turns, null, now);
    }

    byte[] ofSchedule(UUID schedule, Instant now) {
        var found = rules.latest(schedule).filter(version -> !version.isRetired());
        var turns = found.stream().flatMap(version -> turns(version, now));
        var name =
                found.map(version -> ((Schedule) version.definition()).name()).orElse("a schedule that is no more");
        return text("On call: " + name, turns, schedule, now);
    }

    private Stream<Version> schedules() {
        return rules.inUse().filter(version -> version.definition() instanceof Schedule);
    }

    /** Of a whole day, so that the text changes when a shift does, or at midnight. */
    private Stream<Turn> turns(Version version, Instant now) {
        var schedule = (Schedule) version.definition();
        var today = now.truncatedTo(ChronoUnit.DAYS);
        var from = today.minus(PAST);
        var until = today.plus(AHEAD);
        return rules.onCall(schedule.id()).within(new Stretch(from.minus(MARGIN), until.plus(MARGIN))).stream()
                .filter(shift -> shift.when().until().isAfter(from)
                        && shift.when().from().isBefore(until))
                .map(shift -> new Turn(schedule, version.since(), shift));
    }

    private byte[] text(String name, Stream<Turn> turns, @Nullable UUID schedule, Instant now) {
        var edge = now.truncatedTo(ChronoUnit.DAYS).minus(PAST).minus(MARGIN);
        List<Entry> entries = turns.sorted(
                        Comparator.comparing((Turn turn) -> turn.shift().when().from())
                                .thenComparing(turn -> turn.schedule().word()))
                .limit(MOST)
                .map(turn -> entry(turn, schedule, edge))
                .toList();
        return IcalText.of(name, entries);
    }

    private Entry entry(Turn turn, @Nullable UUID only, Instant edge) {
        var shift = turn.shift();
        var who = names.person(shift.person().value()).name();
        var name = turn.schedule().name();
        var layer = shift.layer() == null ? "" : ", " + shift.layer();
        var instead = shift.insteadOf() == null
                ? ""
                : " instead of " + names.person(shift.insteadOf().value()).name();
        return new Entry(
                id(turn, edge),
                turn.stamp(),
                shift.when().from(),
                shift.when().until(),
                only == null ? "On call: " + name : who + ": " + name,
                who + " is on call for " + name + layer + instead + ".\n" + url + "/on-call/"
                        + turn.schedule().word());
    }

    /** By what it is and when it begins; one whose beginning is out of sight has one name for as long as that is so. */
    private static UUID id(Turn turn, Instant edge) {
        var shift = turn.shift();
        var from = shift.when().from();
        return Ids.of(
                "shift",
                turn.schedule().id(),
                shift.person(),
                shift.layer() == null ? "" : shift.layer(),
                from.equals(edge) ? "before" : from);
    }
}
