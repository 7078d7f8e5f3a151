package org.larum.projections.incident;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Scope;

/** What can be asked about incidents. */
public sealed interface IncidentQuery {

    /** Newest first. An empty set of states or severities means all; {@code major}: only those that are or were major ones. */
    record Incidents(
            Set<String> states,
            @Nullable UUID service,
            Set<Integer> severities,
            boolean major,
            Scope scope,
            Asked asked)
            implements IncidentQuery {}

    /** Which incidents, newest first and at most so many; {@code ids}: only these, null when any. For what is done to many at once. */
    record Matching(
            @Nullable Set<UUID> ids,
            Set<String> states,
            @Nullable UUID service,
            Set<Integer> severities,
            int limit) implements IncidentQuery {}

    record OneIncident(UUID incident, Scope scope) implements IncidentQuery {}
}
