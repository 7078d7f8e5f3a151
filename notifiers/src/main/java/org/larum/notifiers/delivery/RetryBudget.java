package org.larum.notifiers.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How many calls may be repetitions: a tenth of all, and a few at the beginning. When a provider is down, everybody's retries would be
 * what keeps it there.
 */
final class RetryBudget {

    private static final double SHARE = 0.1;
    private static final double FIRST = 10;
    private static final double MOST = 50;

    /** Somebody who is alone with their retries is not kept waiting for ever. */
    private static final Duration ONE_EVERY = Duration.ofMinutes(1);

    private double left = FIRST;
    private Instant filledAt;

    RetryBudget(Instant now) {
        this.filledAt = now;
    }

    synchronized void called() {
        left = Math.min(MOST, left + SHARE);
    }

    /** Takes one, if there is one. */
    synchronized boolean mayRepeat(Instant now) {
        long minutes = Math.max(0, Duration.between(filledAt, now).dividedBy(ONE_EVERY));
        if (minutes > 0) {
            left = Math.min(MOST, left + minutes);
            filledAt = filledAt.plus(ONE_EVERY.multipliedBy(minutes));
        }
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
