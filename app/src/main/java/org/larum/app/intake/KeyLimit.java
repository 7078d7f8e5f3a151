package org.larum.app.intake;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.larum.domain.directory.IntegrationId;

/**
 * A fixed limit of detections a minute for each key, if the operator wants one. A key that was quiet may send a whole minute's
 * worth at once. A request is never split: one that begins within the limit is taken whole, and what it took too much is waited
 * for afterwards.
 */
public final class KeyLimit {

    /** The limit of those who set none. */
    public static final KeyLimit NONE = new KeyLimit(0);

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int perMinute;
    private final ConcurrentMap<IntegrationId, Bucket> buckets = new ConcurrentHashMap<>();

    private static final class Bucket {
        private double left;
        private long at;

        Bucket(double left, long at) {
            this.left = left;
            this.at = at;
        }
    }

    /** @param perMinute 0 for no limit */
    public KeyLimit(int perMinute) {
        if (perMinute < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
        this.perMinute = perMinute;
    }

    /** @param nanos a time that only grows, such as {@link System#nanoTime()} */
    public boolean take(IntegrationId key, int detections, long nanos) {
        if (perMinute == 0) {
            return true;
        }
        var bucket = buckets.computeIfAbsent(key, k -> new Bucket(perMinute, nanos));
        synchronized (bucket) {
            double earned = Math.max(0, nanos - bucket.at) * (double) perMinute / MINUTE;
            bucket.left = Math.min(perMinute, bucket.left + earned);
            bucket.at = nanos;
            if (bucket.left <= 0) {
                return false;
            }
            bucket.left -= detections;
            return true;
        }
    }
}
