package org.larum.projections.incident;

import java.util.UUID;
import org.larum.projections.shared.Scope;

/** What can be asked about incidents that are like one another. */
public sealed interface SimilarQuery {

    /** The most alike first; nothing when the incident is not there or may not be seen. */
    record Similar(UUID incident, Scope scope) implements SimilarQuery {}
}
