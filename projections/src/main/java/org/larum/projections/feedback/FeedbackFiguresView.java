package org.larum.projections.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people said within a time, in figures. Weeks begin on Monday, in UTC; the oldest is first. */
public record FeedbackFiguresView(
        Instant from,
        Instant to,
        PageFigures pages,
        IncidentFigures incidents,
        SurveyFigures surveys,
        List<QuarterFigures> quarters,
        List<CategoryFigures> categories,
        List<CommentTheme> themes,
        List<FeedbackWeek> weeks) {

    /**
     * Of the pages of which somebody was told in this time, however late they were rated. A page is one call of one person, by however
     * many messages. {@code percent}: how many of them were rated, null when there were none; {@code target}: how many ought to be.
     */
    public record PageFigures(
            int told, int rated, @Nullable Double percent, int target, int useful, int noise, int wrongPerson) {}

    /** {@code stars}: how many gave 1, 2, 3, 4 and 5; {@code mean}: null when nobody did. */
    public record IncidentFigures(int rated, @Nullable Double mean, List<Integer> stars) {}

    /**
     * {@code begun}: how many surveys have an answer of this time; {@code percent}: how many of them are complete, null when there
     * are none; {@code target}: how many ought to be.
     */
    public record SurveyFigures(
            int begun, int completed, @Nullable Double percent, int target, List<QuestionFigures> questions) {}

    /**
     * Of those who were asked about a quarter, how many answered and how many all of it; the newest first, whatever time is asked for.
     * {@code questions}: empty until three have answered, so that nobody is read out of a mean.
     */
    public record QuarterFigures(
            String quarter,
            int asked,
            int answered,
            int completed,
            double percent,
            int target,
            List<QuestionFigures> questions) {}

    /** {@code mean}: from 1, not at all, to 5, very much; null when nobody answered, or too few to tell. */
    public record QuestionFigures(
            String question,
            String sentence,
            int answers,
            @Nullable Double mean) {}

    /** {@code distinct}: how many are left when those that say nearly the same are one; {@code sentiment}: the mean. */
    public record CategoryFigures(
            String category, int comments, int distinct, double sentiment, List<TagFigures> tags) {}

    public record TagFigures(String tag, int comments) {}

    /** What several people said in nearly the same words, in those of the first. */
    public record CommentTheme(UUID id, String comment, String category, int comments, double sentiment) {}

    public record FeedbackWeek(
            LocalDate week,
            int told,
            int rated,
            int useful,
            int noise,
            int wrongPerson,
            int incidents,
            @Nullable Double mean) {}
}
