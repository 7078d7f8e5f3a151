package org.larum.app.eventstore;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
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

/** Publishes to the log and wakes every open stream at commit; a stream polls the log from its own position. */
public final class LogStore extends AbstractEventStore {

    private static final int PAGE = 500;

    private final EventLog log;
    private final Tail tail;
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
        wake();
        for (var listener : listeners) {
            if (events.stream().anyMatch(event -> listener.about().isAssignableFrom(event.getPayloadType()))) {
                listener.wake().run();
            }
        }
    }

    /** Runs after each commit of this node that holds such events, on the committing thread: must be quick and must not throw. */
    public void onCommit(Class<? extends Event> about, Runnable wake) {
        listeners.add(new Listener(about, wake));
    }

    /** At most {@code limit} events after the index, in commit order; the newest come from memory. */
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
        return openStream(token, type -> true);
    }

    /** The log for a reader that wants only some events: it is spared the others. */
    public StreamableMessageSource<TrackedEventMessage<?>> of(Collection<? extends Class<?>> wanted) {
        return new Selection(List.copyOf(wanted));
    }

    private BlockingStream<TrackedEventMessage<?>> openStream(
            @Nullable TrackingToken token, Predicate<Class<?>> wanted) {
        var stream = new LogStream(EventLog.index(token), wanted);
        open.add(stream);
        return stream;
    }

    private final class Selection implements StreamableMessageSource<TrackedEventMessage<?>> {

        private final Map<Class<?>, Boolean> wants = new ConcurrentHashMap<>();
        private final List<Class<?>> wanted;

        Selection(List<Class<?>> wanted) {
            this.wanted = wanted;
        }

        private boolean wants(Class<?> type) {
            return wants.computeIfAbsent(type, event -> wanted.stream().anyMatch(root -> root.isAssignableFrom(event)));
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            return LogStore.this.openStream(token, this::wants);
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

    private final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

        private final Queue<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
        private final Predicate<Class<?>> wanted;
        private volatile Runnable available = () -> {};
        private long position;

        LogStream(long position, Predicate<Class<?>> wanted) {
            this.position = position;
            this.wanted = wanted;
        }

        void wake() {
            available.run();
        }

        private void fill() {
            if (buffer.isEmpty()) {
                var page = tail.after(position, PAGE);
                for (int i = 0; i < page.size(); i++) {
                    var event = page.get(i);
                    // The last of a page always goes through, wanted or not: the reader's token keeps up with the log.
                    if (i == page.size() - 1 || wanted.test(event.getPayloadType())) {
                        buffer.add(event);
                    }
                }
                if (!page.isEmpty()) {
                    position = EventLog.index(page.getLast().trackingToken());
                }
            }
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            available = callback;
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            fill();
            return Optional.ofNullable(buffer.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            fill();
            long end = System.nanoTime() + unit.toNanos(timeout);
            while (buffer.isEmpty() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(10);
                fill();
            }
            return !buffer.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (true) {
                if (hasNextAvailable(1, TimeUnit.SECONDS)) {
                    return buffer.remove();
                }
            }
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
