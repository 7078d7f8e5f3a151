package org.larum.domain.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From one instant to another, which is no longer part of it. */
public record Stretch(Instant from, Instant until) {

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** What both have; empty when that is nothing. */
    Optional<Stretch> and(Stretch other) {
        var start = from.isAfter(other.from) ? from : other.from;
        var end = until.isBefore(other.until) ? until : other.until;
        return start.isBefore(end) ? Optional.of(new Stretch(start, end)) : Optional.empty();
    }

    /** What of it lies at an instant or after it; empty when nothing does. */
    Optional<Stretch> after(Instant at) {
        return and(new Stretch(at, Instant.MAX));
    }

    /** The same time in its order, without what is in it twice. */
    static List<Stretch> joined(List<Stretch> stretches) {
        var joined = new ArrayList<Stretch>();
        for (var next : stretches.stream()
                .filter(stretch -> stretch.from.isBefore(stretch.until))
                .sorted(Comparator.comparing(Stretch::from))
                .toList()) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.until.isBefore(next.from)) {
                joined.add(next);
            } else if (last.until.isBefore(next.until)) {
                joined.set(joined.size() - 1, new Stretch(last.from, next.until));
            }
        }
        return joined;
    }

    /** What of this is in none of the others, which are joined. */
    List<Stretch> without(List<Stretch> others) {
        var left = new ArrayList<Stretch>();
        var start = from;
        for (var other : others) {
            if (other.until.isAfter(start) && other.from.isBefore(until)) {
                if (other.from.isAfter(start)) {
                    left.add(new Stretch(start, other.from));
                }
                start = other.until;
            }
        }
        if (start.isBefore(until)) {
            left.add(new Stretch(start, until));
        }
        return left;
    }
}
