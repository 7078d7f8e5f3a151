package org.larum.domain.slo;

import java.time.Duration;
import java.time.Instant;

/** What was counted from an instant until another: so many good ones of all. */
public record Bucket(Instant from, Instant until, long good, long total) {

    public Share share() {
        return new Share(total - good, total);
    }

    /** Its part of a stretch; what was counted is taken as spread evenly. */
    Share within(Instant begin, Instant end) {
        var first = from.isAfter(begin) ? from : begin;
        var last = until.isBefore(end) ? until : end;
        if (!first.isBefore(last)) {
            return Share.NOTHING;
        }
        double part = seconds(first, last) / seconds(from, until);
        return new Share((total - good) * part, total * part);
    }

    boolean overlaps(Bucket other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1000.0;
    }
}
