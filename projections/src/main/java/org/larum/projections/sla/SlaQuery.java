package org.larum.projections.sla;

import java.util.UUID;

/** What can be asked about what was promised. */
public sealed interface SlaQuery {

    /** The clocks of an incident, answer first. */
    record Clocks(UUID incident) implements SlaQuery {}
}
