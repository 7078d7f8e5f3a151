package org.larum.domain.webhook;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.larum.domain.directory.ChannelId;
import org.larum.domain.webhook.WebhookCommand.DisableWebhook;
import org.larum.domain.webhook.WebhookCommand.EnableWebhook;
import org.larum.domain.webhook.WebhookEvent.WebhookDisabled;
import org.larum.domain.webhook.WebhookEvent.WebhookEnabled;

/** Whoever listens behind a webhook, from the day that nobody did. */
public final class Listener {

    private static final int NEVER = -1;

    @AggregateIdentifier
    private ListenerId id;

    private ChannelId webhook;
    private int disabled = NEVER;

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    Listener() {}

    /** Two nodes may find it out at once: a configuration is given up once. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(DisableWebhook c) {
        if (disabled != c.version() && c.failing().isHopeless(c.at())) {
            var failing = c.failing();
            apply(new WebhookDisabled(
                    c.listener(),
                    c.webhook(),
                    c.word(),
                    c.version(),
                    failing.since(),
                    failing.attempts(),
                    failing.said(),
                    c.at()));
        }
    }

    @CommandHandler
    public void decide(EnableWebhook c) {
        if (disabled != NEVER) {
            apply(new WebhookEnabled(id, webhook, c.by(), c.at()));
        }
    }

    @EventSourcingHandler
    void evolve(WebhookDisabled e) {
        id = e.listener();
        webhook = e.webhook();
        disabled = e.version();
    }

    @EventSourcingHandler
    void evolve(WebhookEnabled e) {
        disabled = NEVER;
    }
}
