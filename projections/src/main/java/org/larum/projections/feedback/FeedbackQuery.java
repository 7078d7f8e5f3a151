package org.larum.projections.feedback;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.feedback.Quarter;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about what people said. */
public sealed interface FeedbackQuery {

    /** From, and before; an empty set means all. */
    record Within(Instant from, Instant to, Set<UUID> teams, Set<UUID> services) {}

    /** Newest first. An empty set means all. */
    record Said(Within within, Set<String> kinds, Set<String> verdicts, Set<String> categories, Asked asked)
            implements FeedbackQuery {}

    record Figures(Within within) implements FeedbackQuery {}

    /** What the person is asked about the last quarter; {@code since}: what was asked before is over. */
    record OfQuarter(UUID person, Instant since) implements FeedbackQuery {}

    /** Who was paged in it and was not asked about it yet. */
    record Unasked(Quarter quarter) implements FeedbackQuery {}

    /** {@code person}: who asks; null for one that is nobody. */
    record OfIncident(UUID incident, @Nullable UUID person) implements FeedbackQuery {}
}
