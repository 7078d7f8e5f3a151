package org.larum.domain.suppression;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.larum.domain.directory.Rule.Span;
import org.larum.domain.directory.Rule.Window;

/**
 * When a maintenance window is open. It comes again at the same wall time of its zone; where that time is skipped by a change of
 * clocks it begins as much later, and where it comes twice it begins at the first.
 */
public final class MaintenanceCalendar {

    private final ZonedDateTime from;
    private final ZonedDateTime until;
    private final Window window;

    public MaintenanceCalendar(Window window) {
        this.window = window;
        var zone = ZoneId.of(window.timeZone());
        this.from = window.from().atZone(zone);
        this.until = window.until().atZone(zone);
    }

    /** When the window that is open at this instant ends; empty when none is. */
    public Optional<Instant> endAt(Instant at) {
        long near = nearest(at);
        Optional<Instant> end = Optional.empty();
        // A window may be longer than the time between two: the last end counts.
        for (long n = Math.max(0, near - overlap()); n <= near + 1; n++) {
            var span = span(n);
            if (span.holds(at)) {
                end = Optional.ofNullable(span.until());
            }
        }
        return end;
    }

    /** The windows that touch a span of time, in their order and at most {@code most} of them. */
    public List<Span> between(Instant begin, Instant end, int most) {
        var found = new ArrayList<Span>();
        for (long n = Math.max(0, nearest(begin) - overlap()); found.size() < most; n++) {
            var span = span(n);
            if (start(n).compareTo(end) >= 0) {
                break;
            }
            if (span.until() != null && span.until().isAfter(begin)) {
                found.add(span);
            }
            if (n >= last()) {
                break;
            }
        }
        return List.copyOf(found);
    }

    private long last() {
        return window.repeat() == org.larum.domain.directory.Rule.Repeat.NEVER ? 0 : Long.MAX_VALUE;
    }

    private long nearest(Instant at) {
        var there = at.atZone(from.getZone());
        long n = switch (window.repeat()) {
            case NEVER -> 0;
            case DAILY -> ChronoUnit.DAYS.between(from.toLocalDate(), there.toLocalDate());
            case WEEKLY -> Math.floorDiv(ChronoUnit.DAYS.between(from.toLocalDate(), there.toLocalDate()), 7L);
            case MONTHLY ->
                ChronoUnit.MONTHS.between(
                        from.toLocalDate().withDayOfMonth(1),
                        there.toLocalDate().withDayOfMonth(1));
        };
        return Math.max(0, Math.min(n, last()));
    }

    /** How many windows before the nearest one may still be open. */
    private long overlap() {
        var length = Duration.between(window.from(), window.until());
        return switch (window.repeat()) {
            case NEVER -> 0;
            case DAILY -> length.toDays() + 1;
            case WEEKLY -> length.toDays() / 7 + 1;
            case MONTHLY -> length.toDays() / 28 + 1;
        };
    }

    private Instant start(long n) {
        return moved(from, n).toInstant();
    }

    private Span span(long n) {
        return n > last()
                ? new Span(Instant.MAX, Instant.MAX)
                : new Span(start(n), moved(until, n).toInstant());
    }

    private ZonedDateTime moved(ZonedDateTime time, long n) {
        return switch (window.repeat()) {
            case NEVER -> time;
            case DAILY -> time.plusDays(n);
            case WEEKLY -> time.plusWeeks(n);
            // From the 31st it is the last day of shorter months.
            case MONTHLY -> time.plusMonths(n);
        };
    }
}
