package org.larum.app.eventstore;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Event;

/** Publishes to the log and wakes, at commit, the streams that want what was committed; a stream reads from its own position. */
public final class LogStore extends AbstractEventStore implements AutoCloseable {

    private final EventLog log;
    private final Tail tail;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("readers-later").daemon().factory());
    private final Set<LogStream> open = ConcurrentHashMap.newKeySet();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private record Listener(Class<? extends Event> about, Runnable wake) {}

    LogStore(EventLog log) {
        super(new Builder() {
            {
                storageEngine(log);
            }
        });
        this.log = log;
        this.tail = new Tail(log);
    }

    StreamCache cache() {
        return log.cache();
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
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        log.committed(events);
        tail.wake();
        var types = new HashSet<Class<?>>();
        events.forEach(event -> types.add(event.getPayloadType()));
        open.forEach(stream -> stream.wake(types));
        for (var listener : listeners) {
            if (types.stream().anyMatch(listener.about()::isAssignableFrom)) {
                listener.wake().run();
            }
        }
    }

    /** Runs after each commit of this node that holds such events, on the committing thread: must be quick and must not throw. */
    public void onCommit(Class<? extends Event> about, Runnable wake) {
        listeners.add(new Listener(about, wake));
    }

    /** At most {@code limit} events after the index, in commit order; the newest come from memory. Fewer may come although there are more; none is the end. */
    public List<TrackedEventMessage<?>> after(long index, int limit) {
        return tail.after(index, limit);
    }

    /** Also called when another node says that it appended. */
    public void wake() {
        tail.wake();
        open.forEach(LogStream::wake);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return openStream(token, type -> true, true);
    }

    /**
     * The log for a reader that wants only some events: it is spared the others, and its token keeps up with the log all the same,
     * because readers of its tables wait for that.
     */
    public StreamableMessageSource<TrackedEventMessage<?>> of(Collection<? extends Class<?>> wanted) {
        return new Selection(List.copyOf(wanted), true);
    }

    /** The same for a reader whose token nobody waits for: it sleeps until what it wants is committed, or half a second. */
    public StreamableMessageSource<TrackedEventMessage<?>> only(Collection<? extends Class<?>> wanted) {
        return new Selection(List.copyOf(wanted), false);
    }

    private BlockingStream<TrackedEventMessage<?>> openStream(
            @Nullable TrackingToken token, Predicate<Class<?>> wanted, boolean keepsUp) {
        var stream = new LogStream(tail, later, EventLog.index(token), wanted, keepsUp, open::remove);
        open.add(stream);
        return stream;
    }

    @Override
    public void close() {
        later.shutdownNow();
    }

    private final class Selection implements StreamableMessageSource<TrackedEventMessage<?>> {

        private final Map<Class<?>, Boolean> wants = new ConcurrentHashMap<>();
        private final List<Class<?>> wanted;
        private final boolean keepsUp;

        Selection(List<Class<?>> wanted, boolean keepsUp) {
            this.wanted = wanted;
            this.keepsUp = keepsUp;
        }

        private boolean wants(Class<?> type) {
            return wants.computeIfAbsent(type, event -> wanted.stream().anyMatch(root -> root.isAssignableFrom(event)));
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            return LogStore.this.openStream(token, this::wants, keepsUp);
        }

        @Override
        public TrackingToken createTailToken() {
            return LogStore.this.createTailToken();
        }

        @Override
        public TrackingToken createHeadToken() {
            return LogStore.this.createHeadToken();
        }
    }
}
