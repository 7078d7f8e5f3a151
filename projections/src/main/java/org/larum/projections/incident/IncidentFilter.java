package org.larum.projections.incident;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents. An empty set means any; {@code major}: only those that are or were major ones; {@code mine}: only those that this
 * person was given, or holds while nobody was. Only what is open has a {@code priority} to be asked for.
 */
public record IncidentFilter(
        Set<String> states,
        Set<UUID> services,
        Set<Integer> severities,
        Set<String> priorities,
        Set<UUID> teams,
        boolean major,
        @Nullable UUID mine) {

    public static final IncidentFilter ANY =
            new IncidentFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, null);
}
