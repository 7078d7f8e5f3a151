package org.larum.domain.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * How long and how often nothing got through. {@code attempts}: since the last success, all of them failed; {@code said}: what the last of
 * them met with.
 */
public record Failing(Instant since, int attempts, String said) {

    /** A night and a working day: whoever mends it has seen it by then. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** A house that tells little must not lose a webhook over two bad calls. */
    static final int FEWEST = 20;

    /** Whether it is no use to go on. */
    public boolean isHopeless(Instant now) {
        return attempts >= FEWEST && !now.isBefore(since.plus(LONGEST));
    }
}
