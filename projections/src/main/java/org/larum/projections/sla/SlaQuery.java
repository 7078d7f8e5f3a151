package org.larum.projections.sla;

import java.util.Set;
import java.util.UUID;

/** What can be asked about what was promised. */
public sealed interface SlaQuery {

    /** The clocks of an incident, answer first. */
    record Clocks(UUID incident) implements SlaQuery {}

    /** Of each incident the clock that comes next: of what is promised and not done, answer before resolve. */
    record NextClocks(Set<UUID> incidents) implements SlaQuery {}
}
