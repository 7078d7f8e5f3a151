package org.larum.projections.feedback;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one incident: by who asks, and how many stars all have given in the mean. {@code page}: the last time that they were
 * called for it, null when they were not.
 */
public record IncidentFeedbackView(
        @Nullable MyPage page,
        @Nullable MyRating mine,
        int rated,
        @Nullable Double mean) {

    /** {@code message}: what to rate it by; {@code verdict}: null until then. */
    public record MyPage(UUID message, @Nullable String verdict) {}

    public record MyRating(int stars, @Nullable String comment) {}
}
