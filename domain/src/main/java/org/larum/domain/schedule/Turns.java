package org.larum.domain.schedule;

import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.larum.domain.directory.Schedule.Layer;
import org.larum.domain.directory.Schedule.Rotation;
import org.larum.domain.shared.WallClock;

/** The hand-overs of a layer, counted from 0. */
final class Turns {

    private final WallClock clock;
    private final Rotation rotation;
    private final LocalDateTime first;

    Turns(WallClock clock, Layer layer) {
        this.clock = clock;
        this.rotation = layer.rotation();
        this.first = first(layer.from());
    }

    /** The first hand-over at or after this time. */
    private LocalDateTime first(LocalDateTime from) {
        var date = from.toLocalDate();
        var found = switch (rotation.unit()) {
            case HOURS, DAYS -> date.atTime(rotation.time());
            case WEEKS -> date.with(nextOrSame(DayOfWeek.of(rotation.day()))).atTime(rotation.time());
            case MONTHS -> inMonth(YearMonth.from(date));
        };
        if (!found.isBefore(from)) {
            return found;
        }
        return switch (rotation.unit()) {
            case HOURS, DAYS -> found.plusDays(1);
            case WEEKS -> found.plusWeeks(1);
            case MONTHS -> inMonth(YearMonth.from(date).plusMonths(1));
        };
    }

    private LocalDateTime inMonth(YearMonth month) {
        LocalDate day = month.atDay(Math.min(rotation.day(), month.lengthOfMonth()));
        return day.atTime(rotation.time());
    }

    Instant start(long n) {
        long steps = Math.multiplyExact(n, rotation.every());
        return clock.at(
                switch (rotation.unit()) {
                    case HOURS -> first.plusHours(steps);
                    case DAYS -> first.plusDays(steps);
                    case WEEKS -> first.plusWeeks(steps);
                    case MONTHS -> inMonth(YearMonth.from(first).plusMonths(steps));
                });
    }

    /** The turn in which this instant lies; negative before the first. A turn that a jump of the clock swallows is nobody's. */
    long at(Instant at) {
        long n = Math.floorDiv(unit().between(first, clock.shown(at)), (long) rotation.every());
        // The clock of the wall may be behind what it has shown before, and months differ in length.
        while (start(n).isAfter(at)) {
            n--;
        }
        while (!start(n + 1).isAfter(at)) {
            n++;
        }
        return n;
    }

    private ChronoUnit unit() {
        return switch (rotation.unit()) {
            case HOURS -> ChronoUnit.HOURS;
            case DAYS -> ChronoUnit.DAYS;
            case WEEKS -> ChronoUnit.WEEKS;
            case MONTHS -> ChronoUnit.MONTHS;
        };
    }
}
