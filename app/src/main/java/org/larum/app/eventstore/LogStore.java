package org.larum.app.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Event;

/** Publishes to the log and wakes every open stream at commit; a stream polls the log from its own position. */
public final class LogStore extends AbstractEventStore {

    private static final String PUBLISHED = "larum.published";
    private static final int PAGE = 500;

    private final EventLog log;
    private final Set<LogStream> open = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    LogStore(EventLog log) {
        super(new Builder() {
            {
                storageEngine(log);
            }
        });
        this.log = log;
    }

    /** The events published so far in the current unit of work, oldest first; live, so that a caller may cut its tail. */
    public static List<Event> publishedHere() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(PUBLISHED, key -> new ArrayList<Event>());
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()) {
            var here = publishedHere();
            events.forEach(event -> here.add((Event) event.getPayload()));
        }
        super.publish(events);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        wake();
        listeners.forEach(Runnable::run);
    }

    /** Runs after each commit of this node, on the committing thread: must be quick and must not throw. */
    public void onCommit(Runnable listener) {
        listeners.add(listener);
    }

    /** Also called when another node says that it appended. */
    public void wake() {
        open.forEach(LogStream::wake);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        var stream = new LogStream(EventLog.index(token));
        open.add(stream);
        return stream;
    }

    private final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

        private final Queue<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
        private volatile Runnable available = () -> {};
        private long position;

        LogStream(long position) {
            this.position = position;
        }

        void wake() {
            available.run();
        }

        private void fill() {
            if (buffer.isEmpty()) {
                buffer.addAll(log.after(position, PAGE));
                buffer.forEach(event -> position = EventLog.index(event.trackingToken()));
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
