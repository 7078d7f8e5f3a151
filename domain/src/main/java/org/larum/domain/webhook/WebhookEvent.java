package org.larum.domain.webhook;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.larum.domain.directory.ChannelId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;

/** Everything that can happen to a webhook beside what it is told. */
public sealed interface WebhookEvent extends Event {

    ListenerId listener();

    ChannelId webhook();

    /**
     * It is told nothing more. {@code version}: of its configuration, the next one is told again; {@code since}: when the first of {@code
     * attempts} failed, after the last success; {@code said}: what the last of them met with.
     */
    @Revision("1")
    record WebhookDisabled(
            ListenerId listener,
            ChannelId webhook,
            String word,
            int version,
            Instant since,
            int attempts,
            String said,
            Instant at)
            implements WebhookEvent {}

    @Revision("1")
    record WebhookEnabled(ListenerId listener, ChannelId webhook, Actor by, Instant at) implements WebhookEvent {}
}
