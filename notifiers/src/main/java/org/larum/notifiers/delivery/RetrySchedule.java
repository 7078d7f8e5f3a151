package org.larum.notifiers.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.domain.notification.NotificationCommand;
import org.larum.domain.notification.NotificationCommand.GiveUpNotification;
import org.larum.domain.notification.NotificationCommand.ScheduleDelivery;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;

/** When a message that was not taken is tried again: at most four times in all, with growing, random waits. */
public final class RetrySchedule {

    static final int MAX_ATTEMPTS = 4;

    private static final Duration BASE = Duration.ofSeconds(1);
    private static final Duration CAP = Duration.ofSeconds(60);

    /**
     * With three waits at most, a factor of 4 reaches up to 4, 16 and 60 s: long enough to outlive a restarting
     * server.
     */
    private static final int GROWTH = 4;

    private RetrySchedule() {}

    /** What follows a failure: another attempt, or the end. {@code fraction}: random, from 0 to 1. */
    public static NotificationCommand after(DeliveryFailed e, double fraction) {
        return after(e.attempt(), e.retryAfter(), fraction)
                .<NotificationCommand>map(wait -> new ScheduleDelivery(e.notification(), e.attempt() + 1, wait, e.at()))
                .orElseGet(() -> new GiveUpNotification(
                        e.notification(),
                        null,
                        "It failed " + e.attempt() + " times. The last answer: " + e.reason(),
                        e.at()));
    }

    /**
     * The wait before the next attempt; empty when none is left.
     *
     * @param failed the attempt that just failed, from 1
     * @param retryAfter what the provider asked for: wins when it is longer
     * @param fraction random, from 0 to 1: spreads the waits of many over the whole window ("full jitter")
     */
    static Optional<Duration> after(int failed, @Nullable Duration retryAfter, double fraction) {
        if (failed < 1) {
            throw new IllegalArgumentException("attempts count from 1, not " + failed);
        }
        if (failed >= MAX_ATTEMPTS) {
            return Optional.empty();
        }
        Duration wait = spread(window(failed), fraction);
        return Optional.of(retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait);
    }

    private static Duration window(int failed) {
        Duration grown = BASE.multipliedBy((long) Math.pow(GROWTH, failed));
        return grown.compareTo(CAP) > 0 ? CAP : grown;
    }

    private static Duration spread(Duration window, double fraction) {
        double share = Math.clamp(fraction, 0.0, 1.0);
        return BASE.plusMillis((long) (window.minus(BASE).toMillis() * share));
    }
}
