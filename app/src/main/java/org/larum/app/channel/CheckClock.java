package org.larum.app.channel;

import java.time.Duration;
import org.larum.app.beat.Beat;

/** Has each channel checked once a day, and soon after its configuration was changed; gives up on webhooks that are gone. Every node looks; one of them does it. */
public final class CheckClock {

    /** A server that has just been started has more urgent things to do. */
    private static final Duration FIRST = Duration.ofMinutes(2);

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Checks checks;
    private final WebhookWatch webhooks;
    private final Beat beat = new Beat("check-clock", FIRST, EVERY, this::look);

    CheckClock(Checks checks, WebhookWatch webhooks) {
        this.checks = checks;
        this.webhooks = webhooks;
    }

    public void start() {
        beat.start();
    }

    public void stop() {
        beat.stop();
    }

    /** One look. */
    public void look() {
        webhooks.look();
        checks.due();
    }
}
