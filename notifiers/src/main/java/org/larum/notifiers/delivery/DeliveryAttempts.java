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
import java.util.function.Supplier;
import org.larum.domain.notification.NotificationCommand;
import org.larum.domain.notification.NotificationCommand.DropNotification;
import org.larum.domain.notification.NotificationCommand.GiveUpNotification;
import org.larum.domain.notification.NotificationCommand.HoldNotification;
import org.larum.domain.notification.NotificationCommand.RecordFailure;
import org.larum.domain.notification.NotificationCommand.RecordSent;
import org.larum.domain.notification.NotificationCommand.RecordWaiting;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the sends. An attempt is claimed and that is committed; then the provider is called; then its outcome is recorded. Each
 * channel has its own places, so that a provider that hangs slows no other.
 */
public final class DeliveryAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAttempts.class);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 16;
    private static final int SAID_AT_ONCE = 200;
    private static final long EVERY_MILLIS = 250;
    private static final String ENOUGH =
            "They have been told enough by this way for the time being. It goes with whatever else has come by then.";

    private final AttemptTable table;
    private final Claims claims;
    private final Sending sending;
    private final Recording recording;
    private final Jitter jitter;
    private final Map<ChannelKind, Semaphore> places = new EnumMap<>(ChannelKind.class);
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private final AtomicBoolean isSaying = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("delivery").factory());
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("send-", 0).factory());

    public DeliveryAttempts(
            AttemptTable table,
            Briefing briefing,
            Recording recording,
            Time time,
            Jitter jitter,
            Supplier<PersonLimits> limits,
            TransactionTemplate transactions,
            List<Channel> all) {
        this.table = table;
        this.recording = recording;
        this.jitter = jitter;
        this.claims = new Claims(table, briefing, limits, transactions);
        var providers = new Providers(time);
        providers.listen(this::changed);
        this.sending = new Sending(briefing, providers, time, all);
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
        sayWhatIsHeld();
        var due = table.dueBy();
        if (!due.isEmpty()) {
            claims.weigh();
            due.stream().filter(places::containsKey).forEach(this::claim);
        }
    }

    private void claim(ChannelKind kind) {
        var free = Objects.requireNonNull(places.get(kind));
        int limit = free.drainPermits();
        int taken = 0;
        try {
            if (limit > 0) {
                for (var message : claims.claim(kind, limit)) {
                    taken++;
                    senders.execute(() -> sendAndFree(message, free));
                }
            }
        } finally {
            free.release(limit - taken);
        }
    }

    /** Beside the rest: in a storm there are thousands, and nobody's message waits for them. */
    private void sayWhatIsHeld() {
        var held = table.holding(SAID_AT_ONCE);
        if (!held.isEmpty() && isSaying.compareAndSet(false, true)) {
            senders.execute(() -> {
                try {
                    held.forEach(one ->
                            recording.record(new HoldNotification(one.notification(), ENOUGH, one.until(), one.now())));
                } catch (RuntimeException e) {
                    LOG.warn(
                            "it could not be written down that messages are held; it is tried again: {}", e.toString());
                } finally {
                    isSaying.set(false);
                }
            });
        }
    }

    private void changed(Provider provider, boolean works) {
        if (works) {
            LOG.info("messages by {} go out again", provider.channel());
            table.hurry(provider.channel(), provider.endpoint());
            wake();
        } else {
            LOG.warn("the last messages by {} all failed: it is left alone for a moment", provider.channel());
        }
    }

    private void sendAndFree(List<Attempt> message, Semaphore free) {
        try {
            sending.send(message).forEach(this::record);
        } catch (RuntimeException e) {
            // The rows stay "sending": their lease runs out, and the attempts are then known as unknown.
            LOG.error(
                    "the outcome of notification {} could not be recorded",
                    message.getFirst().notification(),
                    e);
        } finally {
            free.release();
            wake();
        }
    }

    private void record(Sending.Outcome outcome) {
        var attempt = outcome.attempt();
        recording.record(outcome.said());
        if (outcome.said() instanceof RecordWaiting) {
            table.waitLonger(attempt, outcome.isLeftAlone() ? spread() : WAIT);
        }
        LOG.info(
                "incident {}: {} {} by {}",
                attempt.incident(),
                attempt.notification(),
                said(outcome.said()),
                attempt.channel());
    }

    /** Not all at once when their provider works again. */
    private Duration spread() {
        return WAIT.plusMillis((long) (WAIT.toMillis() * jitter.next()));
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
