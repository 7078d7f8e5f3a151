package org.larum.app.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it would go. {@code reachedAfter}: until a channel accepted a page for a person; {@code answeredAfter}: until somebody had it;
 * {@code exhaustedAfter}: until everybody was told and nobody had answered.
 */
public record Outcome(
        Instant at,
        End end,
        @Nullable Duration reachedAfter,
        @Nullable Duration answeredAfter,
        @Nullable Duration exhaustedAfter,
        @Nullable Policy policy,
        List<Line> lines) {

    /** The policy that the first run keeps to. */
    public record Policy(String word, int version) {}

    public enum End {
        /** Somebody has it. */
        ANSWERED,
        /** Everybody was told, and the administrators were reminded once. */
        EXHAUSTED,
        /** The horizon was reached. */
        HORIZON,
        /** What was asked for is known; the rest was not thought through. */
        ENOUGH
    }
}
