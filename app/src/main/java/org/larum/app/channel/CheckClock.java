package org.larum.app.channel;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has each channel checked once a day, and soon after its configuration was changed; gives up on webhooks that are gone. Every node looks; one of them does it. */
public final class CheckClock {

    private static final Logger LOG = LoggerFactory.getLogger(CheckClock.class);

    /** A server that has just been started has more urgent things to do. */
    private static final Duration FIRST = Duration.ofMinutes(2);

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Checks checks;
    private final WebhookWatch webhooks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("check-clock").factory());

    CheckClock(Checks checks, WebhookWatch webhooks) {
        this.checks = checks;
        this.webhooks = webhooks;
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::lookQuietly, FIRST.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void stop() {
        thread.shutdownNow();
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("channels could not be checked; it is tried again in {} s", EVERY.toSeconds(), e);
        }
    }

    /** One look. */
    public void look() {
        webhooks.look();
        checks.due();
    }
}
