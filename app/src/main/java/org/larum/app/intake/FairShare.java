package org.larum.app.intake;

import java.util.HashMap;
import java.util.Map;
import org.larum.domain.directory.IntegrationId;

/**
 * Who is let in when more comes than can be stored. Up to half of the capacity everybody is; from there on a key may hold no more
 * than its fair share, so whoever holds most is refused first; and the last fifth is kept for keys that hold little, so that a
 * storm of one never refuses a quiet one. Counts what is queued or under way, in detections and in bytes, whichever is scarcer.
 * Thread-safe; a decision is a look into a map and a few sums under one lock.
 */
public final class FairShare {

    /** What is decided for one request. */
    public enum Decision {
        /** It counts until it is released. */
        ADMITTED,
        /** This key holds more than its share while room is scarce: 429, where the dialect can hear that. */
        KEY_IS_GREEDY,
        /** Nobody could be let in with this: 503. */
        SERVER_IS_FULL
    }

    /** A key that holds less than this is never greedy, however many keys there are. */
    static final int LEAST_SHARE = 1000;

    /** The same in bytes: the largest body that the doors let through, unpacked. */
    static final long LEAST_SHARE_BYTES = 4L * 1024 * 1024;

    /** A key holds little up to this part of a fair share. */
    private static final int LITTLE = 10;

    private final long capacity;
    private final long capacityBytes;
    private final Map<IntegrationId, Held> keys = new HashMap<>();
    private long detections;
    private long bytes;

    private static final class Held {
        /** A key is a holder while one is under way, also one that holds nothing. */
        private int requests;

        private long detections;
        private long bytes;
    }

    public FairShare(long capacity, long capacityBytes) {
        if (capacity < 1 || capacityBytes < 1) {
            throw new IllegalArgumentException("a capacity is at least 1");
        }
        this.capacity = capacity;
        this.capacityBytes = capacityBytes;
    }

    /** What is admitted must be released once, whatever becomes of it. */
    public synchronized Decision admit(IntegrationId key, int more, long moreBytes) {
        var held = keys.get(key);
        long mine = more + (held == null ? 0 : held.detections);
        long mineBytes = moreBytes + (held == null ? 0 : held.bytes);
        var decision = decide(more, moreBytes, mine, mineBytes, keys.size() + (held == null ? 1 : 0));
        if (decision == Decision.ADMITTED) {
            hold(key, more, moreBytes);
        }
        return decision;
    }

    /** Counts without asking. */
    synchronized void hold(IntegrationId key, int more, long moreBytes) {
        var held = keys.computeIfAbsent(key, k -> new Held());
        held.requests++;
        held.detections += more;
        held.bytes += moreBytes;
        detections += more;
        bytes += moreBytes;
    }

    private Decision decide(int more, long moreBytes, long mine, long mineBytes, int active) {
        if (keys.isEmpty() || isWithin(more, moreBytes, 5)) {
            // Alone, even what is larger than the capacity is taken: it would never be otherwise.
            return Decision.ADMITTED;
        }
        if (!isWithin(more, moreBytes, 10)) {
            return Decision.SERVER_IS_FULL;
        }
        long share = Math.max(LEAST_SHARE, capacity / active);
        long shareBytes = Math.max(LEAST_SHARE_BYTES, capacityBytes / active);
        if (mine > share || mineBytes > shareBytes) {
            return Decision.KEY_IS_GREEDY;
        }
        boolean isLittle = mine <= share / LITTLE && mineBytes <= shareBytes / LITTLE;
        return isLittle || isWithin(more, moreBytes, 8) ? Decision.ADMITTED : Decision.SERVER_IS_FULL;
    }

    /** Whether with this no more than so many tenths of the capacity are taken. */
    private boolean isWithin(int more, long moreBytes, int tenths) {
        return (detections + more) * 10 <= capacity * tenths && (bytes + moreBytes) * 10 <= capacityBytes * tenths;
    }

    public synchronized void release(IntegrationId key, int less, long lessBytes) {
        var held = keys.get(key);
        if (held == null || held.detections < less || held.bytes < lessBytes) {
            throw new IllegalStateException("more was released than was admitted");
        }
        held.requests--;
        held.detections -= less;
        held.bytes -= lessBytes;
        detections -= less;
        bytes -= lessBytes;
        if (held.requests == 0) {
            keys.remove(key);
        }
    }

    /** What is held now, of all keys. */
    public synchronized long detections() {
        return detections;
    }

    public synchronized long bytes() {
        return bytes;
    }

    /** How many keys hold something now. */
    public synchronized int holders() {
        return keys.size();
    }
}
