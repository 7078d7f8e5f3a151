package org.larum.projections.incident;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Scope;

/** What can be asked about how services are, by what is open of them. */
public sealed interface HealthQuery {

    /** Of those services that have something open; {@code services}: only of these, null for all. */
    record Health(@Nullable Set<UUID> services, Scope scope) implements HealthQuery {}

    /** The services whose alerts are in an incident, and its own: at most so many. */
    record Involved(UUID incident, Scope scope, int limit) implements HealthQuery {}
}
