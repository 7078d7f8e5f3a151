package org.larum.projections.incident;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Scope;

/** What can be asked about incidents. */
public sealed interface IncidentQuery {

    /** The newest first, or the worst first and of those the newest. */
    enum Order {
        NEWEST,
        WORST
    }

    record Incidents(IncidentFilter filter, Order order, Scope scope, Asked asked) implements IncidentQuery {}

    /** How many incidents each choice of the filter would show; {@code person}: whose are "mine". */
    record Choices(IncidentFilter filter, @Nullable UUID person, Scope scope) implements IncidentQuery {}

    /** Which incidents, newest first and at most so many; {@code ids}: only these, null when any. For what is done to many at once. */
    record Matching(@Nullable Set<UUID> ids, IncidentFilter filter, int limit) implements IncidentQuery {}

    /** As people say it: INC-1042. */
    record Numbered(int number, Scope scope) implements IncidentQuery {}

    record OneIncident(UUID incident, Scope scope) implements IncidentQuery {}
}
