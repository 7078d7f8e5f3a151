package org.larum.domain.improvement;

import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.TeamId;

/** How everybody sees that it worked. {@code service}, {@code team}: of these alone; without both of the whole house. */
public record Criterion(
        Measure measure,
        Direction direction,
        double target,
        @Nullable ServiceId service,
        @Nullable TeamId team) {

    static final double HIGHEST = 1_000_000;

    boolean metBy(double measured) {
        return direction == Direction.AT_MOST ? measured <= target : measured >= target;
    }

    /** Without the place that it is about. */
    public String words() {
        return measure.words() + ": " + (direction == Direction.AT_MOST ? "at most " : "at least ")
                + measure.amount(target);
    }
}
