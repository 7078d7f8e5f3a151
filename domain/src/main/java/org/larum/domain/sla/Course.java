package org.larum.domain.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Calendar;

/**
 * How a clock has run: since when, in which hours, and when it stood still. {@code standing}: since when it does now; null while it
 * runs. Pure.
 */
record Course(
        Instant began,
        Calendar calendar,
        List<Span> pauses,
        @Nullable Instant standing) {

    /** The time that has passed on it. */
    Duration used(Instant at) {
        var hours = new BusinessHours(calendar);
        var until = standing == null || at.isBefore(standing) ? at : standing;
        var all = new Span(began, until);
        var used = hours.between(began, until);
        for (var pause : Span.joined(pauses)) {
            var both = pause.and(all);
            used = used.minus(hours.between(both.from(), both.until()));
        }
        return used;
    }

    /** In percent of what was promised, rounded down; more than a hundred when it is late. */
    long share(Duration target, Instant at) {
        return used(at).multipliedBy(100).dividedBy(target);
    }

    /** When so much has passed on it; null when nobody can say because it stands still. */
    @Nullable
    Instant due(Duration target) {
        var hours = new BusinessHours(calendar);
        var from = began;
        var left = target;
        for (var stop : stops()) {
            var ran = hours.between(from, stop.from());
            if (ran.compareTo(left) >= 0) {
                return hours.after(from, left);
            }
            left = left.minus(ran);
            from = stop.until().isAfter(from) ? stop.until() : from;
        }
        return from.equals(Instant.MAX) ? null : hours.after(from, left);
    }

    private List<Span> stops() {
        var stops = new ArrayList<>(pauses);
        if (standing != null) {
            stops.add(new Span(standing, Instant.MAX));
        }
        return Span.joined(stops);
    }

    Course stopped(Instant at) {
        return standing == null ? new Course(began, calendar, pauses, at) : this;
    }

    /** What has passed meanwhile does not count. */
    Course goingOn(Instant at) {
        return standing == null ? this : new Course(began, calendar, with(new Span(standing, at)), null);
    }

    Course without(Span pause) {
        return new Course(began, calendar, with(pause), standing);
    }

    Course since(Instant other) {
        return new Course(other, calendar, pauses, standing);
    }

    Course in(Calendar other) {
        return new Course(began, other, pauses, standing);
    }

    private List<Span> with(Span pause) {
        var all = new ArrayList<>(pauses);
        all.add(pause);
        return Span.joined(all);
    }
}
