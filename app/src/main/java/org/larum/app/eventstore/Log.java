package org.larum.app.eventstore;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** The log as those read it who decide: in the database, or in memory for what is only thought through. */
public interface Log {

    /** The index of the newest event; -1 for an empty log. */
    long head();

    /** At most {@code limit} events of the configuration after the index, in commit order. */
    List<TrackedEventMessage<?>> configurationAfter(long index, int limit);

    /** What one aggregate has said, from a sequence on. */
    DomainEventStream readEvents(String aggregate, long from);

    /** Says whose streams the current unit of work will read. */
    void prefetch(Collection<UUID> aggregates);
}
