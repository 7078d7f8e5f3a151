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
import org.larum.domain.notification.NotificationCommand.DropNotification;
import org.larum.domain.notification.NotificationCommand.GiveUpNotification;
import org.larum.domain.notification.NotificationCommand.RecordFailure;
import org.larum.domain.notification.NotificationCommand.RecordSent;
import org.larum.domain.notification.NotificationCommand.RecordWaiting;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Told;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.delivery.AttemptTable.Attempt;
import org.larum.notifiers.delivery.Briefing.Address;
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
    private final Briefing briefing;
    private final Recording recording;
    private final Time time;
    private final Map<ChannelKind, Channel> channels = new EnumMap<>(ChannelKind.class);
    private final Map<ChannelKind, Semaphore> places = new EnumMap<>(ChannelKind.class);
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("delivery").factory());
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("send-", 0).factory());

    public DeliveryAttempts(AttemptTable table, Briefing briefing, Recording recording, Time time, List<Channel> all) {
        this.table = table;
        this.briefing = briefing;
        this.recording = recording;
        this.time = time;
        for (var channel : all) {
            channels.put(channel.kind(), channel);
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
        channels.keySet().forEach(this::claim);
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
        var id = attempt.notification();
        var unwanted = attempt.run() == null ? null : briefing.whyUnwanted(attempt.run());
        if (unwanted != null) {
            recording.record(new DropNotification(id, unwanted, time.now()));
            return;
        }
        switch (briefing.address(attempt.channel(), attempt.recipient(), attempt.incident())) {
            case Address.NotYet(var reason) -> {
                recording.record(new RecordWaiting(id, reason, time.now()));
                table.waitLonger(attempt, WAIT);
            }
            case Address.Never(var reason) -> recording.record(new GiveUpNotification(id, null, reason, time.now()));
            case Address.Known known -> deliver(attempt, known);
        }
    }

    private Told told(Attempt attempt, Address.Known address) {
        if (attempt.incident() == null) {
            return briefing.notice(attempt.notification(), attempt.recipient());
        }
        var subject = briefing.subject(attempt.incident(), attempt.run(), attempt.recipient());
        var said = briefing.said(attempt.incident(), attempt.turn());
        return new Content(attempt.kind(), attempt.turn(), subject, address.reader(), time.now(), said);
    }

    private void deliver(Attempt attempt, Address.Known address) {
        var message =
                new Message(attempt.notification(), attempt.number(), address.destination(), told(attempt, address));
        var channel = Objects.requireNonNull(channels.get(attempt.channel()));
        var id = attempt.notification();
        switch (channel.send(message)) {
            case Accepted(var receipt) -> {
                recording.record(new RecordSent(id, attempt.number(), receipt, time.now()));
                LOG.info("incident {}: {} sent by {}", attempt.incident(), id, attempt.channel());
            }
            case TryLater(var reason, var unknown, var retryAfter) -> {
                recording.record(new RecordFailure(id, attempt.number(), reason, unknown, retryAfter, time.now()));
                LOG.info("incident {}: {} failed by {}: {}", attempt.incident(), id, attempt.channel(), reason);
            }
            case GiveUp(var reason) -> {
                recording.record(new GiveUpNotification(id, attempt.number(), reason, time.now()));
                LOG.info("incident {}: {} given up by {}: {}", attempt.incident(), id, attempt.channel(), reason);
            }
        }
    }
}
