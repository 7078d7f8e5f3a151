package org.larum.projections.feedback;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one incident: by who asks, and how many stars all have given in the mean. {@code page}: the last time that they were
 * called for it, null when they were not; {@code survey}: what is asked of them, empty for who is nobody.
 */
public record IncidentFeedbackView(
        @Nullable MyPage page,
        @Nullable MyRating mine,
        int rated,
        @Nullable Double mean,
        List<SurveyLine> survey) {

    /** {@code message}: what to rate it by; {@code verdict}: null until then. */
    public record MyPage(UUID message, @Nullable String verdict) {}

    /** {@code answer}: from 1, not at all, to 5, very much; null until there is one. */
    public record SurveyLine(
            String question, String sentence, @Nullable Integer answer) {}

    public record MyRating(int stars, @Nullable String comment) {}
}
