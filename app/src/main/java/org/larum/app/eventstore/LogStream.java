package org.larum.app.eventstore;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way through the log. Whoever comes to rest hears a commit at once; whoever has just read waits a little, so that
 * many commits are one page, one transaction and one token: each commit wakes a dozen readers, and each of those would commit.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int PAGE = 500;
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(20);

    /** In a storm: fewer and larger pages leave more of the processors for what is in them. */
    private static final long LONG_REST = TimeUnit.MILLISECONDS.toNanos(100);

    /** So many in one rest are a storm; a whole page is a reader that is behind, and goes on soon. */
    private static final int MANY = 100;

    private static final long LONGEST_BEHIND = TimeUnit.MILLISECONDS.toNanos(500);

    private final Queue<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private final Tail tail;
    private final ScheduledExecutorService later;
    private final Predicate<Class<?>> wanted;
    private final boolean keepsUp;
    private final Consumer<LogStream> closed;
    private volatile Runnable available = () -> {};
    private volatile long readAt = System.nanoTime() - LONG_REST;
    private volatile long rest = REST;
    private volatile long passedAt = System.nanoTime() - LONGEST_BEHIND;
    private long position;

    /** The newest that nobody wanted: passed on now and then, so that the reader's token follows the log. */
    private @Nullable TrackedEventMessage<?> unwanted;

    /** @param keepsUp whether the token is to follow the log at once, or within half a second */
    LogStream(
            Tail tail,
            ScheduledExecutorService later,
            long position,
            Predicate<Class<?>> wanted,
            boolean keepsUp,
            Consumer<LogStream> closed) {
        this.tail = tail;
        this.later = later;
        this.position = position;
        this.wanted = wanted;
        this.keepsUp = keepsUp;
        this.closed = closed;
    }

    /** Events of these types were committed on this node. */
    void wake(Set<Class<?>> types) {
        if (keepsUp || isBehind() || types.stream().anyMatch(wanted)) {
            wake();
        }
    }

    void wake() {
        long left = rest - (System.nanoTime() - readAt);
        if (left <= 0) {
            available.run();
        } else if (isWoken.compareAndSet(false, true)) {
            wakeAfter(left);
        }
    }

    private void wakeAfter(long nanos) {
        try {
            later.schedule(
                    () -> {
                        isWoken.set(false);
                        available.run();
                    },
                    nanos,
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The server stops; so do its readers.
            isWoken.set(false);
        }
    }

    private boolean isBehind() {
        return System.nanoTime() - passedAt > LONGEST_BEHIND;
    }

    private void fill() {
        if (!buffer.isEmpty()) {
            return;
        }
        if (System.nanoTime() - readAt < rest) {
            wake();
            return;
        }
        var page = tail.after(position, PAGE);
        for (var event : page) {
            if (wanted.test(event.getPayloadType())) {
                buffer.add(event);
                unwanted = null;
            } else {
                unwanted = event;
            }
        }
        if (!page.isEmpty()) {
            position = EventLog.index(page.getLast().trackingToken());
        }
        if (unwanted != null && (keepsUp || !buffer.isEmpty() || isBehind())) {
            buffer.add(unwanted);
            unwanted = null;
        }
        if (!buffer.isEmpty()) {
            rest = page.size() >= MANY && page.size() < PAGE ? LONG_REST : REST;
            readAt = System.nanoTime();
            passedAt = readAt;
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
        closed.accept(this);
    }
}
