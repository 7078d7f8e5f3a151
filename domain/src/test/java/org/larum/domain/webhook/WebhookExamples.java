package org.larum.domain.webhook;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.CHAT;

import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.webhook.WebhookCommand.DisableWebhook;
import org.larum.domain.webhook.WebhookCommand.EnableWebhook;
import org.larum.domain.webhook.WebhookEvent.WebhookDisabled;
import org.larum.domain.webhook.WebhookEvent.WebhookEnabled;

/** Nobody has listened behind the chat for a day. */
public final class WebhookExamples {

    private static final ListenerId LISTENER = ListenerId.of(CHAT);
    private static final String SAID = "chat.example.com answered with status 500: it has a problem.";
    private static final int A_DAY = 24 * 60;

    private WebhookExamples() {}

    public static DisableWebhook disable(int version, int attempts, int minutes) {
        return new DisableWebhook(CHAT, "chat", version, new Failing(Monday.NINE, attempts, SAID), Monday.at(minutes));
    }

    public static DisableWebhook disable(int version) {
        return disable(version, 40, A_DAY);
    }

    public static WebhookDisabled disabled(int version) {
        return new WebhookDisabled(LISTENER, CHAT, "chat", version, Monday.NINE, 40, SAID, Monday.at(A_DAY));
    }

    public static WebhookDisabled disabled() {
        return disabled(1);
    }

    public static EnableWebhook enable() {
        return new EnableWebhook(LISTENER, Actor.person(ADA), Monday.at(A_DAY + 60));
    }

    public static WebhookEnabled enabled() {
        return new WebhookEnabled(LISTENER, CHAT, Actor.person(ADA), Monday.at(A_DAY + 60));
    }
}
