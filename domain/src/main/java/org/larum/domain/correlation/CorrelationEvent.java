package org.larum.domain.correlation;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** Everything that can happen to a correlation group. */
public sealed interface CorrelationEvent extends Event {

    /** What the incident must know of the alert that joins it. */
    record Joining(AlertId alert, Place place, Severity severity, String summary) {}

    /** The alert belongs to the incident, which it opens when {@code first}. */
    @Revision("1")
    record AlertCorrelated(
            GroupId group, int cycle, IncidentId incident, Joining joining, boolean first, Instant until, Instant at)
            implements CorrelationEvent {}

    @Revision("1")
    record GroupClosed(GroupId group, IncidentId incident) implements CorrelationEvent {}
}
