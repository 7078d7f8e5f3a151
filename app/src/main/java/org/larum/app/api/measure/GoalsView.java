package org.larum.app.api.measure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The goals that Larum is measured by, and how far they are reached in a period. */
public record GoalsView(Instant from, Instant until, List<GoalView> goals) {

    /**
     * {@code unit}: seconds, percent or stars. {@code measured}: null when it cannot be said, and then {@code missing} says what is
     * needed. {@code state}: met, missed or unknown; {@code of}: how many things it was measured on.
     */
    public record GoalView(
            String goal,
            String name,
            String definition,
            String unit,
            @Nullable Double baseline,
            double target,
            boolean less,
            @Nullable Double measured,
            long of,
            String state,
            @Nullable String missing) {}
}
