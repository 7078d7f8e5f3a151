package org.larum.projections.feedback;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about what people said. */
public sealed interface FeedbackQuery {

    /** From, and before; an empty set means all. */
    record Within(Instant from, Instant to, Set<UUID> teams, Set<UUID> services) {}

    /** Newest first. An empty set means all. */
    record Said(Within within, Set<String> kinds, Set<String> verdicts, Set<String> categories, Asked asked)
            implements FeedbackQuery {}

    record Figures(Within within) implements FeedbackQuery {}

    /** {@code person}: who asks; null for one that is nobody. */
    record OfIncident(UUID incident, @Nullable UUID person) implements FeedbackQuery {}
}
