package org.larum.domain.webhook;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.larum.domain.directory.ChannelId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;

/** Everything that can be asked of a webhook. */
public sealed interface WebhookCommand extends Command {

    ListenerId listener();

    @Override
    default UUID target() {
        return listener().value();
    }

    /** {@code version}: of its configuration; another one begins anew. */
    record DisableWebhook(
            @TargetAggregateIdentifier ListenerId listener,
            ChannelId webhook,
            String word,
            int version,
            Failing failing,
            Instant at)
            implements WebhookCommand {

        public DisableWebhook(ChannelId webhook, String word, int version, Failing failing, Instant at) {
            this(ListenerId.of(webhook), webhook, word, version, failing, at);
        }
    }

    record EnableWebhook(@TargetAggregateIdentifier ListenerId listener, Actor by, Instant at)
            implements WebhookCommand {}
}
