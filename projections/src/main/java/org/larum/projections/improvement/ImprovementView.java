package org.larum.projections.improvement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Named;

/**
 * One thing that ought to be better. {@code sentence}: what was seen, or why somebody wants it; {@code figure}: as a number; {@code
 * changedAt}: when the change was live; {@code measured}: what the criterion came to; {@code rollback}: what was taken back when it
 * failed; {@code recurrences}: how often it came back; {@code index}: the newest event of it that this view knows.
 */
public record ImprovementView(
        UUID id,
        String kind,
        String subject,
        @Nullable Named service,
        String title,
        String sentence,
        @Nullable Double figure,
        String state,
        @Nullable PriorityView priority,
        @Nullable Integer round,
        @Nullable CriterionView criterion,
        Instant proposedAt,
        ActorView proposedBy,
        @Nullable Instant changedAt,
        @Nullable Double measured,
        @Nullable Instant closedAt,
        @Nullable String rollback,
        int recurrences,
        long index) {

    /** Each from 1, little, to 5, much. {@code arithmetic}: how the score comes about. */
    public record PriorityView(int impact, int feasibility, int effort, int risk, double score, String arithmetic) {}

    /** {@code words}: all of it as people say it; {@code service} and {@code team}: of these alone, both null for the whole house. */
    public record CriterionView(
            String measure,
            String direction,
            double target,
            @Nullable Named service,
            @Nullable Named team,
            String words) {}

    /** Something that was done to it. {@code index}: of its event in the log. */
    public record StepView(long index, String sentence, Instant at, ActorView by) {}

    /** Points of effort that a round has in a state. */
    public record PointsView(String state, int items, int points) {}
}
