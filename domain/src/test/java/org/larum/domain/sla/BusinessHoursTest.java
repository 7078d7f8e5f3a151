package org.larum.domain.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.larum.domain.sla.SlaExamples.OFFICE;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.directory.Calendar;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.schedule.MinuteOracle;
import org.larum.domain.shared.Monday;

class BusinessHoursTest {

    private static Course course(Calendar calendar, Instant began, Span... pauses) {
        return new Course(began, calendar, List.of(pauses), null);
    }

    @Test
    void byDayAndNightEverySecondCounts() {
        var course = course(Calendar.ALWAYS, Monday.NINE);
        assertThat(course.used(Monday.at(90))).isEqualTo(Duration.ofMinutes(90));
        assertThat(course.due(Duration.ofDays(2))).isEqualTo(Monday.at(2 * 24 * 60));
        assertThat(course.share(Duration.ofHours(1), Monday.at(90))).isEqualTo(150);
        assertThat(course.share(Duration.ofHours(1), Monday.at(-5))).isZero();
    }

    @Test
    void aNightAHolidayAndTheRestOfTheWeekDoNotCount() {
        // Monday 16:00, Tuesday all day, Wednesday is a holiday, and the next Monday is the next day with hours.
        var course = course(OFFICE, Instant.parse("2026-11-23T16:00:00Z"));
        assertThat(course.used(Instant.parse("2026-11-29T12:00:00Z"))).isEqualTo(Duration.ofHours(9));
        assertThat(course.due(Duration.ofHours(9))).isEqualTo("2026-11-24T17:00:00Z");
        assertThat(course.due(Duration.ofHours(9).plusMinutes(1))).isEqualTo("2026-11-30T09:01:00Z");
    }

    @Test
    void whatIsDueWhileItStandsStillIsDueAtNoTime() {
        var course = course(Calendar.ALWAYS, Monday.NINE).stopped(Monday.at(10));
        assertThat(course.due(Duration.ofMinutes(10))).isEqualTo(Monday.at(10));
        assertThat(course.due(Duration.ofMinutes(11))).isNull();
        assertThat(course.used(Monday.at(500))).isEqualTo(Duration.ofMinutes(10));
        assertThat(course.goingOn(Monday.at(40)).due(Duration.ofMinutes(11))).isEqualTo(Monday.at(41));
    }

    @Test
    void whoeverIsPromisedSomethingInACenturyIsPromisedNothing() {
        var anHour = new Calendar(
                "an hour",
                "UTC",
                List.of(new Hours(DayOfWeek.MONDAY, LocalTime.of(9, 0), DayOfWeek.MONDAY, LocalTime.of(10, 0))),
                List.of());
        assertThat(course(anHour, Monday.NINE).due(Duration.ofDays(250))).isNull();
        assertThat(course(anHour, Monday.NINE).due(Duration.ofHours(2))).isEqualTo("2026-11-30T10:00:00Z");
    }

    @Test
    void aCalendarWithoutHoursIsNone() {
        assertThatThrownBy(() -> new Calendar("never", "UTC", List.of(), List.of()))
                .hasMessageContaining("needs hours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/London",
                "America/New_York",
                "America/Havana",
                "America/St_Johns",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Africa/Casablanca",
                "Antarctica/Troll",
                "Africa/Cairo",
                "UTC"
            })
    void agreesWithLookingAtTheClockEveryMinute(String zone) {
        var random = new Random(zone.hashCode());
        var looks = MinuteOracle.looks(zone);
        Collections.shuffle(looks, random);
        for (var look : looks.subList(0, Math.min(25, looks.size()))) {
            compare(zone, look, random);
        }
    }

    private static void compare(String zone, Instant look, Random random) {
        var calendar = any(zone, look, random);
        var began = look.minus(random.nextInt(60 * 60), ChronoUnit.MINUTES);
        var until = look.plus(60, ChronoUnit.HOURS);
        var pauses = pauses(look, random);
        long target = 1L + random.nextInt(40 * 60);
        var found = SlaMinuteOracle.walk(calendar, pauses, began, until, target);
        var course = new Course(began, calendar, pauses, null);
        var what = zone + " from " + began + ", " + calendar + ", without " + pauses + ", " + target + " min";
        assertThat(course.used(until)).as(what).isEqualTo(Duration.ofMinutes(found.minutes()));
        var due = course.due(Duration.ofMinutes(target));
        if (found.due() == null) {
            assertThat(due).as(what).isAfterOrEqualTo(until);
        } else {
            assertThat(due).as(what).isEqualTo(found.due());
            assertThat(course.used(found.due())).as(what).isEqualTo(Duration.ofMinutes(target));
        }
        var now = began.plus(random.nextInt(60 * 60), ChronoUnit.MINUTES);
        var standing = new Course(began, calendar, pauses, now);
        assertThat(standing.used(until)).as(what).isEqualTo(course.used(now));
        boolean isOver = course.used(now).compareTo(Duration.ofMinutes(target)) >= 0;
        assertThat(standing.due(Duration.ofMinutes(target))).as(what).isEqualTo(isOver ? due : null);
    }

    private static List<Span> pauses(Instant look, Random random) {
        var pauses = new ArrayList<Span>();
        for (int pause = random.nextInt(4); pause > 0; pause--) {
            var from = look.plus(random.nextInt(-1800, 1800), ChronoUnit.MINUTES);
            pauses.add(new Span(from, from.plus(random.nextInt(600), ChronoUnit.MINUTES)));
        }
        return pauses;
    }

    private static Calendar any(String zone, Instant look, Random random) {
        var hours = new ArrayList<Hours>();
        var begin = look.atZone(ZoneId.of(zone)).getDayOfWeek();
        for (int part = 1 + random.nextInt(3); part > 0; part--) {
            var day = begin.plus(random.nextInt(-2, 3));
            hours.add(new Hours(day, time(random), day.plus(random.nextInt(3)), time(random)));
        }
        LocalDate today = look.atZone(ZoneId.of(zone)).toLocalDate();
        var holidays = random.nextInt(3) == 0 ? List.of(today.plusDays(random.nextInt(-1, 2))) : List.<LocalDate>of();
        return new Calendar("any", zone, hours, holidays);
    }

    /** Often about when clocks are put on or back. */
    private static LocalTime time(Random random) {
        return random.nextBoolean()
                ? LocalTime.of(random.nextInt(24), random.nextInt(60))
                : LocalTime.of(random.nextInt(4), random.nextInt(2) * 30);
    }
}
