package org.larum.notifiers.delivery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.larum.domain.notification.NotificationCommand;
import org.larum.domain.notification.NotificationCommand.DropNotification;
import org.larum.domain.notification.NotificationCommand.GiveUpNotification;
import org.larum.domain.notification.NotificationCommand.RecordFailure;
import org.larum.domain.notification.NotificationCommand.RecordSent;
import org.larum.domain.notification.NotificationCommand.RecordWaiting;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the sends. An attempt is claimed and that is committed; then the provider is called; then its outcome is recorded. Each
 * channel has its own places, so that a provider that hangs slows no other.
 */
public final class DeliveryAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAttempts.class);
    private static final Duration LEASE = Duration.ofSeconds(45);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 16;
    private static final int EACH = 4;
    private static final long EVERY_MILLIS = 250;

    private final AttemptTable table;
    private final Sending sending;
    private final Recording recording;
    private final Map<ChannelKind, Semaphore> places = new EnumMap<>(ChannelKind.class);
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("delivery").factory());
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("send-", 0).factory());

    public DeliveryAttempts(AttemptTable table, Briefing briefing, Recording recording, Time time, List<Channel> all) {
        this.table = table;
        this.recording = recording;
        this.sending = new Sending(briefing, time, all);
        for (var channel : all) {
            places.put(channel.kind(), new Semaphore(AT_ONCE));
        }
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::lookQuietly, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Says that there may be something to send: called after each commit. */
    public void wake() {
        if (!thread.isShutdown() && isWoken.compareAndSet(false, true)) {
            thread.execute(this::lookQuietly);
        }
    }

    /** Takes nothing new and waits for what is under way. */
    public void stop() {
        thread.shutdown();
        senders.shutdown();
        try {
            if (!senders.awaitTermination(15, TimeUnit.SECONDS)) {
                LOG.warn("messages were still being sent at shutdown; each is looked into when its lease runs out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookQuietly() {
        // Before it looks: whoever comes while it does is not overlooked.
        isWoken.set(false);
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("the outbox could not be read; it is tried again in a moment: {}", e.toString());
        }
    }

    private void look() {
        for (var lost : table.lost(100)) {
            recording.record(new RecordFailure(
                    lost.notification(),
                    lost.number(),
                    "Nobody knows whether it arrived: the server stopped while it was sending.",
                    true,
                    null,
                    lost.now()));
        }
        places.keySet().forEach(this::claim);
    }

    private void claim(ChannelKind kind) {
        var free = Objects.requireNonNull(places.get(kind));
        int limit = free.drainPermits();
        int taken = 0;
        try {
            if (limit > 0) {
                for (var attempt : table.claim(kind, limit, EACH, LEASE)) {
                    taken++;
                    senders.execute(() -> sendAndFree(attempt, free));
                }
            }
        } finally {
            free.release(limit - taken);
        }
    }

    private void sendAndFree(Attempt attempt, Semaphore free) {
        try {
            send(attempt);
        } catch (RuntimeException e) {
            // The row stays "sending": its lease runs out, and the attempt is then known as unknown.
            LOG.error("the outcome of notification {} could not be recorded", attempt.notification(), e);
        } finally {
            free.release();
            wake();
        }
    }

    private void send(Attempt attempt) {
        var outcome = sending.send(attempt);
        recording.record(outcome);
        if (outcome instanceof RecordWaiting) {
            table.waitLonger(attempt, WAIT);
        }
        LOG.info(
                "incident {}: {} {} by {}",
                attempt.incident(),
                attempt.notification(),
                said(outcome),
                attempt.channel());
    }

    private static String said(NotificationCommand outcome) {
        return switch (outcome) {
            case RecordSent e -> "sent";
            case RecordFailure e -> "failed (" + e.reason() + ")";
            case GiveUpNotification e -> "given up (" + e.reason() + ")";
            case DropNotification e -> "not sent (" + e.reason() + ")";
            default -> "waits";
        };
    }
}
