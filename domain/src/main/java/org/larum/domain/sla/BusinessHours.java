package org.larum.domain.sla;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Calendar;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.shared.WallClock;

/** How much time of a calendar passes, and when so much has passed. Pure; true also on the days on which clocks are put on or back. */
final class BusinessHours {

    /** About a hundred years: whoever is promised something later is promised nothing. */
    private static final int MOST_DAYS = 36_600;

    private final Calendar calendar;
    private final Set<LocalDate> holidays;
    private final WallClock clock;

    BusinessHours(Calendar calendar) {
        this.calendar = calendar;
        this.holidays = Set.copyOf(calendar.holidays());
        this.clock = WallClock.of(calendar.timeZone());
    }

    Duration between(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return Duration.ZERO;
        }
        if (isAlways()) {
            return Duration.between(from, until);
        }
        var all = new Span(from, until);
        var passed = Duration.ZERO;
        for (var day = before(from); clock.at(day.atStartOfDay()).isBefore(until); day = day.plusDays(1)) {
            for (var open : on(day)) {
                passed = passed.plus(length(open.and(all)));
            }
        }
        return passed;
    }

    /** The first instant at which so much has passed; null when that is too far away for anybody. */
    @Nullable
    Instant after(Instant from, Duration time) {
        if (isAlways()) {
            return from.plus(time);
        }
        var rest = new Span(from, Instant.MAX);
        var left = time;
        var day = before(from);
        for (int days = 0; days < MOST_DAYS; days++) {
            for (var open : on(day)) {
                var piece = open.and(rest);
                var length = length(piece);
                if (!length.isZero() && length.compareTo(left) >= 0) {
                    return piece.from().plus(left);
                }
                left = left.minus(length);
            }
            day = day.plusDays(1);
        }
        return null;
    }

    private boolean isAlways() {
        return calendar.hours().equals(Calendar.ALWAYS.hours()) && holidays.isEmpty();
    }

    /** Where the clock was just put back over midnight, the day before is not over. */
    private LocalDate before(Instant at) {
        return clock.shown(at).toLocalDate().minusDays(1);
    }

    /** The hours of one day in their order. */
    private List<Span> on(LocalDate day) {
        if (holidays.contains(day)) {
            return List.of();
        }
        var open = new ArrayList<Span>();
        var monday = day.with(previousOrSame(MONDAY));
        for (var part : calendar.hours()) {
            // One that began in the week before may run into this one.
            open.add(on(day, monday.minusWeeks(1), part));
            open.add(on(day, monday, part));
        }
        return Span.joined(open);
    }

    private Span on(LocalDate day, LocalDate monday, Hours part) {
        var from = monday.plusDays(part.fromDay().getValue() - 1L).atTime(part.from());
        var until = monday.plusDays(part.untilDay().getValue() - 1L).atTime(part.until());
        var start = later(from, day.atStartOfDay());
        var end = earlier(
                until.isAfter(from) ? until : until.plusWeeks(1),
                day.plusDays(1).atStartOfDay());
        return new Span(clock.at(start), start.isBefore(end) ? clock.at(end) : clock.at(start));
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration length(Span span) {
        return Duration.between(span.from(), span.until());
    }
}
