package org.larum.app.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Event;

/** A log of what does not happen: in memory, for one thread, and forgotten when it was thought through. */
public final class LogOfThought implements Log, EventStorageEngine {

    private final List<DomainEventMessage<?>> all = new ArrayList<>();
    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
    private final EventStore store = new Store(this);

    /** Where aggregates publish. */
    public EventStore store() {
        return store;
    }

    public void forget() {
        all.clear();
        streams.clear();
    }

    public int size() {
        return all.size();
    }

    public Event event(int index) {
        return (Event) all.get(index).getPayload();
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (var event : events) {
            var message = (DomainEventMessage<?>) event;
            all.add(message);
            streams.computeIfAbsent(message.getAggregateIdentifier(), key -> new ArrayList<>())
                    .add(message);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long from) {
        var stream = streams.getOrDefault(aggregate, List.of());
        return DomainEventStream.of(stream.subList((int) Math.min(from, stream.size()), stream.size()).stream());
    }

    @Override
    public long head() {
        return all.size() - 1L;
    }

    @Override
    public List<TrackedEventMessage<?>> configurationAfter(long index, int limit) {
        var found = new ArrayList<TrackedEventMessage<?>>();
        for (int i = (int) index + 1; i < all.size() && found.size() < limit; i++) {
            if (all.get(i).getType().equals("Entry")) {
                found.add(new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(i), all.get(i)));
            }
        }
        return found;
    }

    @Override
    public void prefetch(Collection<UUID> aggregates) {
        // It lies in memory already.
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("nobody follows what is only thought");
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("no aggregate lives long enough for a snapshot");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return Optional.empty();
    }

    private static final class Store extends AbstractEventStore {

        Store(LogOfThought log) {
            super(new Builder() {
                {
                    storageEngine(log);
                }
            });
        }

        @Override
        public void publish(List<? extends EventMessage<?>> events) {
            if (CurrentUnitOfWork.isStarted()) {
                Published.add(CurrentUnitOfWork.get(), events);
            }
            super.publish(events);
        }

        @Override
        protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregate) {
            return CurrentUnitOfWork.isStarted() ? Published.here().of(aggregate).stream() : Stream.empty();
        }

        @Override
        public org.axonframework.common.stream.BlockingStream<TrackedEventMessage<?>> openStream(
                @Nullable TrackingToken token) {
            throw new UnsupportedOperationException("nobody follows what is only thought");
        }
    }
}
