package org.larum.notifiers.delivery;

import java.time.Duration;
import java.util.Locale;

/** At most so many messages within a stretch of time. */
record Limit(int most, Duration within) {

    /** Below this, a place that is kept would leave none for anybody else: what is new comes on top. */
    private static final int ENOUGH_TO_KEEP_ONE = 3;

    public Limit {
        if (most < 1 || !within.isPositive()) {
            throw new IllegalArgumentException("a limit is at least one message within some time");
        }
    }

    public static Limit of(int most, String within) {
        return new Limit(most, Duration.parse("PT" + within.toUpperCase(Locale.ROOT)));
    }

    /** One place is kept for what is critical and new. */
    int usual() {
        return keepsOne() ? most - 1 : most;
    }

    int withNews() {
        return usual() + 1;
    }

    boolean keepsOne() {
        return most >= ENOUGH_TO_KEEP_ONE;
    }
}
