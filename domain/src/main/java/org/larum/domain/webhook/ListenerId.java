package org.larum.domain.webhook;

import java.util.UUID;
import org.larum.domain.directory.ChannelId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names whoever listens behind a webhook: version 5 of the webhook's own id, which is its place in the organisation. */
public record ListenerId(UUID value) implements Identifier {

    public static ListenerId of(ChannelId webhook) {
        return new ListenerId(Ids.of("listener", webhook));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
