package org.larum.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.schedule.ScheduleExamples.ADA;
import static org.larum.domain.schedule.ScheduleExamples.GRACE;
import static org.larum.domain.schedule.ScheduleExamples.LINUS;
import static org.larum.domain.schedule.ScheduleExamples.daily;
import static org.larum.domain.schedule.ScheduleExamples.hours;
import static org.larum.domain.schedule.ScheduleExamples.layer;
import static org.larum.domain.schedule.ScheduleExamples.schedule;
import static org.larum.domain.schedule.ScheduleExamples.span;
import static org.larum.domain.schedule.ScheduleExamples.weekly;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.directory.Schedule.Rotation;
import org.larum.domain.directory.Schedule.ShiftOverride;
import org.larum.domain.directory.Schedule.Unit;

class OnCallCalendarTest {

    private static List<Shift> shifts(Schedule schedule, String from, String until) {
        return new OnCallCalendar(schedule, List.of(), List.of()).within(span(from, until));
    }

    private static String told(Shift shift) {
        return shift.person() + " " + shift.when().from() + " " + shift.when().until() + " " + shift.layer();
    }

    private static String line(PersonId person, String from, String until, String layer) {
        return person + " " + from + " " + until + " " + layer;
    }

    @Test
    void beginsAtTheFirstHandoverAtOrAfterItsBegin() {
        var weekly = schedule(
                "Europe/London", layer("primary", weekly(DayOfWeek.MONDAY, "09:00"), "2026-01-07", ADA, GRACE));
        assertThat(shifts(weekly, "2026-01-01T00:00:00Z", "2026-01-27T00:00:00Z"))
                .extracting(OnCallCalendarTest::told)
                .containsExactly(
                        line(ADA, "2026-01-12T09:00:00Z", "2026-01-19T09:00:00Z", "primary"),
                        line(GRACE, "2026-01-19T09:00:00Z", "2026-01-26T09:00:00Z", "primary"),
                        line(ADA, "2026-01-26T09:00:00Z", "2026-01-27T00:00:00Z", "primary"));
    }

    @Test
    void aNightOnWhichClocksGoForwardIsAnHourShorterAndEndsAtTheSameWallTime() {
        var daily = schedule("Europe/Berlin", layer("all", daily("08:00"), "2026-03-01", ADA, GRACE));
        var night =
                shifts(daily, "2026-03-28T07:00:00Z", "2026-03-29T12:00:00Z").getFirst();
        assertThat(night.when().until()).isEqualTo("2026-03-29T06:00:00Z");
        assertThat(Duration.between(night.when().from(), night.when().until())).hasHours(23);
    }

    @Test
    void aHandoverThatTheClockJumpsOverIsWhenItJumps() {
        var daily = schedule("Europe/Berlin", layer("all", daily("02:30"), "2026-03-01", ADA, GRACE));
        assertThat(shifts(daily, "2026-03-29T00:00:00Z", "2026-03-29T04:00:00Z"))
                .extracting(shift -> shift.when().until())
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T04:00:00Z"));
    }

    @Test
    void aHandoverThatComesTwiceIsTheFirst() {
        var daily = schedule("Europe/Berlin", layer("all", daily("02:30"), "2026-03-01", ADA, GRACE));
        assertThat(shifts(daily, "2026-10-24T23:00:00Z", "2026-10-25T06:00:00Z"))
                .extracting(shift -> shift.when().until())
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T06:00:00Z"));
    }

    @Test
    void onTheThirtyFirstIsTheLastDayOfAShorterMonth() {
        var monthly = schedule(
                "UTC",
                layer("m", new Rotation(Unit.MONTHS, 1, 31, LocalTime.MIDNIGHT), "2028-01-01", ADA, GRACE, LINUS));
        assertThat(shifts(monthly, "2028-01-31T00:00:00Z", "2028-05-01T00:00:00Z"))
                .extracting(shift -> shift.when().from().toString().substring(0, 10))
                .containsExactly("2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30");
    }

    @Test
    void aLaterLayerStandsInForAnEarlierOneWhileItHasSomebody() {
        var weekends = layer("weekends", weekly(DayOfWeek.SATURDAY, "00:00"), "2026-01-01", LINUS)
                .only(new Hours(DayOfWeek.SATURDAY, LocalTime.MIDNIGHT, DayOfWeek.MONDAY, LocalTime.MIDNIGHT));
        var both = schedule("UTC", layer("base", daily("00:00"), "2026-01-01", ADA), weekends);
        assertThat(shifts(both, "2026-01-08T00:00:00Z", "2026-01-13T00:00:00Z"))
                .extracting(OnCallCalendarTest::told)
                .containsExactly(
                        line(ADA, "2026-01-08T00:00:00Z", "2026-01-10T00:00:00Z", "base"),
                        line(LINUS, "2026-01-10T00:00:00Z", "2026-01-12T00:00:00Z", "weekends"),
                        line(ADA, "2026-01-12T00:00:00Z", "2026-01-13T00:00:00Z", "base"));
    }

    @Test
    void aLayerBesideOthersIsOnCallWithThemAndNobodyTwice() {
        var both = schedule(
                "UTC",
                layer("base", daily("00:00"), "2026-01-01", ADA, GRACE),
                layer("shadow", weekly(DayOfWeek.THURSDAY, "00:00"), "2026-01-01", GRACE)
                        .beside());
        assertThat(shifts(both, "2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z"))
                .extracting(OnCallCalendarTest::told)
                .containsExactlyInAnyOrder(
                        line(ADA, "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "base"),
                        line(GRACE, "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "shadow"),
                        line(GRACE, "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z", "base"));
    }

    @Test
    void hoursOverMidnightAndOverTheEndOfTheWeekAreKept() {
        var nights =
                layer("nights", daily("00:00"), "2026-01-01", ADA).only(hours("SUNDAY", "22:00", "MONDAY", "06:00"));
        assertThat(shifts(schedule("UTC", nights), "2026-01-05T03:00:00Z", "2026-01-12T23:00:00Z"))
                .extracting(OnCallCalendarTest::told)
                .containsExactly(
                        line(ADA, "2026-01-05T03:00:00Z", "2026-01-05T06:00:00Z", "nights"),
                        line(ADA, "2026-01-11T22:00:00Z", "2026-01-12T06:00:00Z", "nights"));
    }

    @Test
    void anOverrideTakesThePlaceOfEverybodyOrOfOne() {
        var from = Instant.parse("2026-01-01T10:00:00Z");
        var until = Instant.parse("2026-01-01T12:00:00Z");
        var base = schedule(
                "UTC",
                layer("base", daily("00:00"), "2026-01-01", ADA),
                layer("second", daily("00:00"), "2026-01-01", GRACE).beside());
        var all = new OnCallCalendar(base, List.of(new ShiftOverride(LINUS, null, from, until, null)), List.of());
        var one = new OnCallCalendar(base, List.of(new ShiftOverride(LINUS, GRACE, from, until, null)), List.of());
        var noon = new Stretch(from, until);
        assertThat(all.within(noon)).extracting(Shift::person).containsExactly(LINUS);
        assertThat(one.within(noon)).extracting(Shift::person).containsExactlyInAnyOrder(ADA, LINUS);
        assertThat(one.within(noon))
                .filteredOn(shift -> shift.person().equals(LINUS))
                .extracting(Shift::layer, Shift::insteadOf)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("second", GRACE));
    }

    @Test
    void theTurnOfSomebodyWhoIsAwayFallsToTheNextAndToNobodyWhenNobodyIsThere() {
        var base = schedule("UTC", layer("base", daily("00:00"), "2026-01-01", ADA, GRACE));
        var day = span("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
        var ada = new Away(ADA, day);
        assertThat(new OnCallCalendar(base, List.of(), List.of(ada)).within(day))
                .extracting(Shift::person, Shift::insteadOf)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(GRACE, ADA));
        assertThat(new OnCallCalendar(base, List.of(), List.of(ada, new Away(GRACE, day))).within(day))
                .isEmpty();
    }

    @Test
    void aLayerThatEndsEndsAtItsWallTime() {
        var until = layer("base", daily("00:00"), "2026-01-01", ADA).until("2026-01-03T12:00");
        assertThat(shifts(schedule("Asia/Tokyo", until), "2026-01-02T00:00:00Z", "2026-01-09T00:00:00Z"))
                .extracting(shift -> shift.when().until())
                .containsExactly(Instant.parse("2026-01-03T03:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/London",
                "America/New_York",
                "America/St_Johns",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Africa/Casablanca",
                "Asia/Tehran",
                "Antarctica/Troll",
                "Africa/Cairo",
                "UTC"
            })
    void agreesWithLookingAtTheClockEveryMinute(String zone) {
        var random = new Random(zone.hashCode());
        var looks = MinuteOracle.looks(zone);
        java.util.Collections.shuffle(looks, random);
        for (var look : looks.subList(0, Math.min(12, looks.size()))) {
            assertThat(MinuteOracle.difference(zone, look, random)).isEmpty();
        }
    }

    @Test
    void theFirstMinuteOfAMonthIsFoundAlsoWhenTheClockWasPutBackOverIt() {
        // At midnight clocks go back to 23:00: the month is entered twice, and the turn handed over once.
        var rotation = new Rotation(Unit.MONTHS, 1, 1, LocalTime.MIDNIGHT);
        var havana = schedule("America/Havana", layer("m", rotation, "2026-01-01", ADA, GRACE));
        var november = LocalDateTime.parse("2026-11-01T00:00")
                .atZone(ZoneId.of("America/Havana"))
                .toInstant();
        var calendar = new OnCallCalendar(havana, List.of(), List.of());
        var around = calendar.within(new Stretch(november.minusSeconds(7200), november.plusSeconds(7200)));
        assertThat(around).extracting(Shift::person).containsExactly(GRACE, ADA).doesNotHaveDuplicates();
    }
}
