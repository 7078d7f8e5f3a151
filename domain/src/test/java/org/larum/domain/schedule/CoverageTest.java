package org.larum.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.schedule.ScheduleExamples.ADA;
import static org.larum.domain.schedule.ScheduleExamples.GRACE;
import static org.larum.domain.schedule.ScheduleExamples.daily;
import static org.larum.domain.schedule.ScheduleExamples.hours;
import static org.larum.domain.schedule.ScheduleExamples.layer;
import static org.larum.domain.schedule.ScheduleExamples.schedule;
import static org.larum.domain.schedule.ScheduleExamples.span;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.larum.domain.schedule.Coverage.Doubled;

class CoverageTest {

    private static List<Shift> shifts(org.larum.domain.directory.Schedule schedule, Stretch span) {
        return new OnCallCalendar(schedule, List.of(), List.of()).within(span);
    }

    @Test
    void whatNobodyHasIsAGap() {
        var days = schedule(
                "UTC",
                layer("days", daily("08:00"), "2026-01-01", ADA).only(hours("MONDAY", "08:00", "MONDAY", "20:00")));
        var week = span("2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z");
        assertThat(Coverage.of(shifts(days, week), week).gaps())
                .containsExactly(
                        span("2026-01-05T00:00:00Z", "2026-01-05T08:00:00Z"),
                        span("2026-01-05T20:00:00Z", "2026-01-07T00:00:00Z"));
        assertThat(Coverage.of(List.of(), week).gaps()).containsExactly(week);
    }

    @Test
    void twoLayersAtOnceAreToldWithTheirPeople() {
        var both = schedule(
                "UTC",
                layer("base", daily("00:00"), "2026-01-01", ADA),
                layer("shadow", daily("00:00"), "2026-01-01", GRACE)
                        .only(hours("MONDAY", "08:00", "MONDAY", "09:00"))
                        .beside());
        var week = span("2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z");
        assertThat(Coverage.of(shifts(both, week), week).doubled())
                .containsExactly(new Doubled(span("2026-01-05T08:00:00Z", "2026-01-05T09:00:00Z"), Set.of(ADA, GRACE)));
    }

    @Test
    void loadCountsHoursNightsAndWeekendsWhereThePersonLives() {
        var all = schedule("UTC", layer("base", daily("00:00"), "2026-01-01", ADA));
        // From Friday noon to Monday noon.
        var span = span("2026-01-02T12:00:00Z", "2026-01-05T12:00:00Z");
        var load = Load.of(shifts(all, span), person -> "UTC", List.of(LocalDate.of(2026, 1, 3)))
                .getFirst();
        assertThat(load)
                .isEqualTo(new Load(
                        ADA,
                        1,
                        Duration.ofHours(72),
                        Duration.ofHours(24),
                        Duration.ofHours(48),
                        Duration.ofHours(24),
                        3));
        var sydney = Load.of(
                        shifts(all, span("2026-01-07T20:00:00Z", "2026-01-08T07:00:00Z")),
                        person -> "Australia/Sydney",
                        List.of())
                .getFirst();
        assertThat(sydney.night()).isEqualTo(Duration.ZERO);
        assertThat(sydney.nights()).isZero();
    }
}
