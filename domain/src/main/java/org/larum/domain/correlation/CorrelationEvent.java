package org.larum.domain.correlation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Place;

/** Everything that can happen to a correlation group. */
public sealed interface CorrelationEvent extends Event {

    /** An incident that opened a moment before, and what its services and those of the new one both need. */
    record Beside(IncidentId incident, ServiceId need) {}

    /**
     * The alerts belong to the incident, which they open when {@code first}; {@code cycle} counts the incidents of the group.
     * {@code reaches}: the services that are new in it; null in events of before this was kept. {@code beside}: another incident
     * that may have the same cause, when this one opens. Revision 1 held one alert.
     */
    @Revision("2")
    record AlertCorrelated(
            GroupId group,
            int cycle,
            IncidentId incident,
            List<Joining> joining,
            boolean first,
            Instant until,
            Instant at,
            @Nullable List<Reach> reaches,
            @Nullable Beside beside)
            implements CorrelationEvent {

        /** Before reaches were kept, a service stood for itself. */
        public List<Reach> reached() {
            return reaches != null
                    ? reaches
                    : joining.stream()
                            .map(one -> new Reach(one.place().service(), Set.of()))
                            .toList();
        }
    }

    /** An alert of {@code by} belongs to several incidents: they are one fault, and the oldest takes what comes from now on. */
    @Revision("1")
    record ClustersConnected(GroupId group, IncidentId into, List<IncidentId> others, ServiceId by, Instant at)
            implements CorrelationEvent {}

    /** The fault of this service explains most of the others in the incident. */
    @Revision("1")
    record RootSuspected(GroupId group, IncidentId incident, Place root, List<ServiceId> victims, Instant at)
            implements CorrelationEvent {}

    @Revision("1")
    record GroupClosed(GroupId group, IncidentId incident) implements CorrelationEvent {}
}
