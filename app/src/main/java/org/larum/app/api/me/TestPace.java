package org.larum.app.api.me;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How often somebody may test: one in ten seconds, twenty in an hour. */
final class TestPace {

    static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration APART = Duration.ofSeconds(10);
    private static final int MOST = 20;

    private TestPace() {}

    /**
     * How long the next one has to wait; empty when it need not.
     *
     * @param sent those of the last hour, the oldest first
     */
    static Optional<Duration> left(List<Instant> sent, Instant now) {
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        var free = sent.getLast().plus(APART);
        if (sent.size() >= MOST) {
            var oldest = sent.get(sent.size() - MOST).plus(WINDOW);
            free = oldest.isAfter(free) ? oldest : free;
        }
        return free.isAfter(now) ? Optional.of(Duration.between(now, free)) : Optional.empty();
    }
}
