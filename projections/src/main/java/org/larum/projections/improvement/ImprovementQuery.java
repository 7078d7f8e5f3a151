package org.larum.projections.improvement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about items. */
public sealed interface ImprovementQuery {

    /** By priority, the best first, then what nobody has weighed, the newest first. An empty set means all. */
    record Improvements(
            Set<String> states, Set<String> kinds, @Nullable Integer round, Asked asked) implements ImprovementQuery {}

    record OneImprovement(UUID improvement) implements ImprovementQuery {}

    /** What was done to it, the newest first. */
    record Steps(UUID improvement, Asked asked) implements ImprovementQuery {}

    /** The points of effort in a round, by phase. */
    record Points(int round) implements ImprovementQuery {}

    /** What is not done yet, by priority and age. An empty set of services means all. */
    record Debts(Set<UUID> services, Instant now) implements ImprovementQuery {}

    /** Some of those that are validated since before; {@code improvement}: only this one, null for any. */
    record Validated(Instant before, @Nullable UUID improvement) implements ImprovementQuery {}

    /** Those that were done or failed since then. */
    record Closed(Instant since) implements ImprovementQuery {}
}
