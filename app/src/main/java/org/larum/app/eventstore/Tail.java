package org.larum.app.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The log for the readers of this node: read once for all of them, and deserialized once. The newest events are kept; older ones in
 * blocks that lie side by side, so that readers who have fallen behind at different places ask for the same.
 */
final class Tail {

    private static final int PAGE = 1000;
    private static final int KEPT = 8_000;

    /** In indexes. */
    private static final long BLOCK = 500;

    /** A block takes 1 to 2 MB in memory, so that all of them are an eighth of it at most. */
    private static final long BLOCKS = Math.clamp(Runtime.getRuntime().maxMemory() / 8 / (2 * 1024 * 1024), 16, 200);

    private final EventLog log;
    private final List<TrackedEventMessage<?>> kept = new ArrayList<>();

    /** By number; only such as no commit can change any more. */
    private final Cache<Long, List<TrackedEventMessage<?>>> blocks =
            Caffeine.newBuilder().maximumSize(BLOCKS).build();

    /** Everything after this index, up to the last kept, is kept. */
    private long before;

    private final AtomicLong wakes = new AtomicLong(1);
    private long answered;

    Tail(EventLog log) {
        this.log = log;
        this.before = Long.MAX_VALUE;
    }

    /** Something may have been appended: the next reader who has read all looks again. */
    void wake() {
        wakes.incrementAndGet();
    }

    /** At most {@code limit} events after the index; none when there are none. */
    List<TrackedEventMessage<?>> after(long index, int limit) {
        long complete;
        synchronized (this) {
            if (before == Long.MAX_VALUE) {
                before = log.head();
            }
            if (index >= before) {
                if (index >= last()) {
                    grow();
                }
                return after(index, kept, limit);
            }
            complete = before;
        }
        for (long block = (index + 1) / BLOCK; (block + 1) * BLOCK <= complete + 1; block++) {
            var found = after(index, blocks.get(block, this::read), limit);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return log.after(index, limit);
    }

    private List<TrackedEventMessage<?>> read(long block) {
        long end = (block + 1) * BLOCK;
        return log.after(block * BLOCK - 1, (int) BLOCK).stream()
                .filter(event -> EventLog.index(event.trackingToken()) < end)
                .toList();
    }

    private long last() {
        return kept.isEmpty() ? before : EventLog.index(kept.getLast().trackingToken());
    }

    private void grow() {
        long asked = wakes.get();
        if (asked == answered) {
            return;
        }
        var page = log.after(last(), PAGE);
        kept.addAll(page);
        if (page.size() < PAGE) {
            answered = asked;
        }
        if (kept.size() > 2 * KEPT) {
            var dropped = kept.subList(0, kept.size() - KEPT);
            before = EventLog.index(dropped.getLast().trackingToken());
            dropped.clear();
        }
    }

    private static List<TrackedEventMessage<?>> after(long index, List<TrackedEventMessage<?>> events, int limit) {
        int from = firstAfter(index, events);
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }

    private static int firstAfter(long index, List<TrackedEventMessage<?>> events) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (EventLog.index(events.get(middle).trackingToken()) <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
