package org.larum.domain.correlation;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Event;

/** Everything that can happen to a correlation group. */
public sealed interface CorrelationEvent extends Event {

    /** The alerts belong to the incident, which they open when {@code first}. Revision 1 held one alert. */
    @Revision("2")
    record AlertCorrelated(
            GroupId group,
            int cycle,
            IncidentId incident,
            List<Joining> joining,
            boolean first,
            Instant until,
            Instant at)
            implements CorrelationEvent {}

    @Revision("1")
    record GroupClosed(GroupId group, IncidentId incident) implements CorrelationEvent {}
}
