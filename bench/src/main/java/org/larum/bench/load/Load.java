package org.larum.bench.load;

import java.time.Duration;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/** What is to be sent, in its order, and when. */
public interface Load {

    long NEVER = Long.MAX_VALUE;
    long GRACE = Duration.ofSeconds(15).toNanos();

    /** When the next request is due, in nanoseconds of the loader's clock; {@link #NEVER} when no more will come. */
    long due(long now);

    /** The next request; asked only when it is due. */
    Shot next();

    /** As fast as they are answered, for a time. {@code shot}: the request of a number, counted from 0. */
    static Load closed(long nanos, LongFunction<Shot> shot) {
        return new Load() {
            private long number;

            @Override
            public long due(long now) {
                return now < nanos ? now : NEVER;
            }

            @Override
            public Shot next() {
                return shot.apply(number++);
            }
        };
    }

    /**
     * At an even rate from the start, whether or not the ones before are answered. What could not be sent some time after the
     * last was due is given up: then all connections hang.
     */
    static Load open(long count, double perSecond, PlannedShot shot) {
        LongUnaryOperator at = n -> (long) (n * 1e9 / perSecond);
        long end = count == Long.MAX_VALUE ? NEVER : at.applyAsLong(count) + GRACE;
        var planned = open(count, at, n -> shot.of(n, at.applyAsLong(n)));
        return new Load() {
            @Override
            public long due(long now) {
                return now < end ? planned.due(now) : NEVER;
            }

            @Override
            public Shot next() {
                return planned.next();
            }
        };
    }

    /** The request of a number that is to leave at a time. */
    interface PlannedShot {
        Shot of(long number, long intended);
    }

    /** At fixed times, whether or not the ones before are answered. {@code at}: when a number is due. */
    static Load open(long count, LongUnaryOperator at, LongFunction<Shot> shot) {
        return new Load() {
            private long number;

            @Override
            public long due(long now) {
                return number < count ? at.applyAsLong(number) : NEVER;
            }

            @Override
            public Shot next() {
                return shot.apply(number++);
            }
        };
    }
}
