package org.larum.projections.postmortem;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about reviews. {@code today}: what was due before it is overdue. */
public sealed interface PostmortemQuery {

    record OnePostmortem(UUID postmortem, LocalDate today) implements PostmortemQuery {}

    /**
     * The newest first. No states mean all; {@code owner}: who has an action in it; {@code overdue}: has an action that is late, or is
     * itself not published in time.
     */
    record Postmortems(
            Set<String> states, @Nullable UUID owner, Set<UUID> services, boolean overdue, LocalDate today, Asked asked)
            implements PostmortemQuery {}

    /** The newest first. */
    record Versions(UUID postmortem, Asked asked) implements PostmortemQuery {}

    /** Of all reviews, what is due first first. No states mean all. */
    record AllActions(Set<String> states, @Nullable UUID owner, boolean overdue, LocalDate today, Asked asked)
            implements PostmortemQuery {}

    /** What was learned and matches the words, or is of one of the services; without both everything, the newest first. */
    record Knowledge(String words, Set<UUID> named, Set<UUID> services, Asked asked) implements PostmortemQuery {}

    /** What may help with an incident: what was learned of those that are like it, or of its service with like words. */
    record KnownFor(UUID incident, Set<UUID> alike, UUID service, String title) implements PostmortemQuery {}

    /** Which drafts are wanted, of which the log is read up to an index. */
    record WantedDrafts(long upTo) implements PostmortemQuery {}

    /** Actions that are open and were due before a day, and of which nobody was told on the day before it or later. */
    record OverdueActions(LocalDate before) implements PostmortemQuery {}
}
