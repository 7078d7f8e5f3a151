package org.larum.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.ReportPlan.Rhythm;

/** Clocks in Berlin change on 2026-03-29 (02:00 to 03:00) and 2026-10-25 (03:00 to 02:00). */
class ReportCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static ReportCalendar berlin(Rhythm rhythm, String at) {
        return new ReportCalendar(rhythm, LocalTime.parse(at), BERLIN);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @Test
    void weekIsToldOnMonday() {
        var calendar = berlin(Rhythm.WEEKLY, "08:00");
        var due = calendar.last(at("2026-11-28T12:00:00Z"));
        assertThat(due.at()).isEqualTo(at("2026-11-23T07:00:00Z"));
        assertThat(due.from()).isEqualTo(at("2026-11-15T23:00:00Z"));
        assertThat(due.until()).isEqualTo(at("2026-11-22T23:00:00Z"));
        assertThat(calendar.next(at("2026-11-28T12:00:00Z")).at()).isEqualTo(at("2026-11-30T07:00:00Z"));
        assertThat(calendar.last(at("2026-11-23T06:59:59Z")).at()).isEqualTo(at("2026-11-16T07:00:00Z"));
        assertThat(calendar.last(at("2026-11-23T07:00:00Z"))).isEqualTo(due);
        assertThat(calendar.next(at("2026-11-23T06:59:59Z"))).isEqualTo(due);
    }

    @Test
    void weekOfBothChangesHasItsHours() {
        var calendar = berlin(Rhythm.WEEKLY, "08:00");
        var spring = calendar.last(at("2026-03-30T06:00:00Z"));
        assertThat(spring.at()).isEqualTo(at("2026-03-30T06:00:00Z"));
        assertThat(Duration.between(spring.from(), spring.until())).isEqualTo(Duration.ofHours(167));
        var autumn = calendar.last(at("2026-10-26T07:00:00Z"));
        assertThat(autumn.at()).isEqualTo(at("2026-10-26T07:00:00Z"));
        assertThat(Duration.between(autumn.from(), autumn.until())).isEqualTo(Duration.ofHours(169));
    }

    @Test
    void skippedTimeComesAnHourLaterAndDoubledOneTheFirstTime() {
        var calendar = berlin(Rhythm.DAILY, "02:30");
        assertThat(calendar.next(at("2026-03-28T12:00:00Z")).at()).isEqualTo(at("2026-03-29T01:30:00Z"));
        assertThat(calendar.next(at("2026-10-24T12:00:00Z")).at()).isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(calendar.next(at("2026-10-25T00:30:00Z")).at()).isEqualTo(at("2026-10-26T01:30:00Z"));
        var day = berlin(Rhythm.DAILY, "06:00").last(at("2026-03-30T05:00:00Z"));
        assertThat(Duration.between(day.from(), day.until())).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void monthIsToldOnItsFirst() {
        var calendar = berlin(Rhythm.MONTHLY, "06:00");
        var due = calendar.last(at("2026-03-15T12:00:00Z"));
        assertThat(due.at()).isEqualTo(at("2026-03-01T05:00:00Z"));
        assertThat(due.from()).isEqualTo(at("2026-01-31T23:00:00Z"));
        assertThat(due.until()).isEqualTo(at("2026-02-28T23:00:00Z"));
        assertThat(calendar.next(at("2026-12-31T23:00:00Z")).at()).isEqualTo(at("2027-01-01T05:00:00Z"));
    }

    @Test
    void dayWithoutMidnightBeginsWhenItDoes() {
        var santiago = new ReportCalendar(Rhythm.DAILY, LocalTime.of(6, 0), ZoneId.of("America/Santiago"));
        var due = santiago.last(at("2026-09-06T12:00:00Z"));
        assertThat(due.until()).isEqualTo(at("2026-09-06T04:00:00Z"));
    }

    @Test
    void sameReportOfSamePeriodHasOneId() {
        var report = org.larum.domain.directory.ReportId.of("weekly");
        var calendar = berlin(Rhythm.WEEKLY, "08:00");
        var one = ReportRunId.of(report, calendar.last(at("2026-11-24T00:00:00Z")));
        assertThat(ReportRunId.of(report, calendar.last(at("2026-11-28T00:00:00Z"))))
                .isEqualTo(one);
        assertThat(ReportRunId.of(report, calendar.next(at("2026-11-28T00:00:00Z"))))
                .isNotEqualTo(one);
    }
}
