package org.larum.projections.change;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Scope;

/** What can be asked about changes. */
public sealed interface ChangeQuery {

    /** Newest first. An empty set of services means all; {@code from} is within, {@code until} is not. */
    record Changes(
            Set<UUID> services,
            @Nullable Instant from,
            @Nullable Instant until,
            Scope scope,
            Asked asked) implements ChangeQuery {}

    /** How many there were in each {@code unit}, day, week or month in the zone. An empty set of services means all. */
    record ChangeCounts(Set<UUID> services, Instant from, Instant until, String unit, ZoneId zone)
            implements ChangeQuery {}

    /** The newest one of each of the services that has any. */
    record LastChanges(Set<UUID> services, Scope scope) implements ChangeQuery {}
}
