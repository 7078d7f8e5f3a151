package org.larum.domain.report;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.ReportPlan.Rhythm;

/**
 * When a report is due, and of what time. Periods are whole days of its zone: the day on which clocks change has 23 or 25 hours. A time
 * that is skipped on that day comes an hour later, one that comes twice is meant the first time.
 */
public record ReportCalendar(Rhythm rhythm, LocalTime at, ZoneId zone) {

    /** {@code at}: when it is made; what happened from {@code from} to before {@code until} stands in it. */
    public record Due(Instant at, Instant from, Instant until) {}

    public static ReportCalendar of(ReportPlan plan) {
        return new ReportCalendar(plan.rhythm(), plan.at(), ZoneId.of(plan.timeZone()));
    }

    /** The last one that is due by then. */
    public Due last(Instant now) {
        var day = begin(now.atZone(zone).toLocalDate());
        var due = due(day);
        return due.at().isAfter(now) ? due(before(day)) : due;
    }

    /** The first one that is due after then. */
    public Due next(Instant now) {
        var day = begin(now.atZone(zone).toLocalDate());
        var due = due(day);
        return due.at().isAfter(now) ? due : due(after(day));
    }

    private Due due(LocalDate day) {
        return new Due(
                day.atTime(at).atZone(zone).toInstant(),
                before(day).atStartOfDay(zone).toInstant(),
                day.atStartOfDay(zone).toInstant());
    }

    /** The day on which the period began that this day belongs to. */
    private LocalDate begin(LocalDate day) {
        return switch (rhythm) {
            case DAILY -> day;
            case WEEKLY -> day.with(previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
        };
    }

    private LocalDate before(LocalDate day) {
        return switch (rhythm) {
            case DAILY -> day.minusDays(1);
            case WEEKLY -> day.minusWeeks(1);
            case MONTHLY -> day.minusMonths(1);
        };
    }

    private LocalDate after(LocalDate day) {
        return switch (rhythm) {
            case DAILY -> day.plusDays(1);
            case WEEKLY -> day.plusWeeks(1);
            case MONTHLY -> day.plusMonths(1);
        };
    }
}
