package org.larum.domain.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From one instant to another, which is no longer part of it. */
record Span(Instant from, Instant until) {

    /** What lies in both, which may be nothing. */
    Span and(Span other) {
        var start = from.isAfter(other.from) ? from : other.from;
        var end = until.isBefore(other.until) ? until : other.until;
        return new Span(start, end.isBefore(start) ? start : end);
    }

    /** The same time in its order, without what is in it twice. */
    static List<Span> joined(List<Span> spans) {
        var joined = new ArrayList<Span>();
        for (var next : spans.stream()
                .filter(span -> span.from.isBefore(span.until))
                .sorted(Comparator.comparing(Span::from))
                .toList()) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.until.isBefore(next.from)) {
                joined.add(next);
            } else if (last.until.isBefore(next.until)) {
                joined.set(joined.size() - 1, new Span(last.from, next.until));
            }
        }
        return joined;
    }
}
