package org.larum.domain.suppression;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.larum.domain.directory.ServiceId;

/**
 * An alert that is about to be told. {@code earlier}: when the same key was raised before; {@code seen}: how many detections there
 * had been at which time, oldest first.
 */
public record Candidate(ServiceId service, Facts facts, Instant raisedAt, List<Instant> earlier, List<Seen> seen) {

    /** {@code count}: of all detections up to then. */
    public record Seen(long count, Instant at) {}

    /** How often the key was raised within the time before this instant, this time included. */
    long raises(Duration within, Instant at) {
        var since = at.minus(within);
        return earlier.stream().filter(since::isBefore).count() + (since.isBefore(raisedAt) ? 1 : 0);
    }

    /** The most detections that fell into any stretch of this length. */
    long detections(Duration within) {
        long most = 0;
        for (int last = 0; last < seen.size(); last++) {
            long before = 0;
            for (int first = 0; first < last; first++) {
                // What was counted at the edge of the stretch lies outside it.
                if (seen.get(first).at().isBefore(seen.get(last).at().minus(within))) {
                    before = seen.get(first).count();
                }
            }
            most = Math.max(most, seen.get(last).count() - before);
        }
        return most;
    }
}
