package org.larum.app.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The newest events, read from the log once for all readers of this node, and deserialized once. */
final class Tail {

    private static final int PAGE = 1000;
    private static final int KEPT = 8_000;

    private final EventLog log;
    private final List<TrackedEventMessage<?>> kept = new ArrayList<>();

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

    /** At most {@code limit} events after the index. */
    List<TrackedEventMessage<?>> after(long index, int limit) {
        synchronized (this) {
            if (before == Long.MAX_VALUE) {
                before = log.head();
            }
            if (index >= before) {
                if (index >= last()) {
                    grow();
                }
                int from = firstAfter(index);
                return List.copyOf(kept.subList(from, Math.min(kept.size(), from + limit)));
            }
        }
        // Far behind: reads for itself until it has caught up.
        return log.after(index, limit);
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

    private int firstAfter(long index) {
        int low = 0;
        int high = kept.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (EventLog.index(kept.get(middle).trackingToken()) <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
