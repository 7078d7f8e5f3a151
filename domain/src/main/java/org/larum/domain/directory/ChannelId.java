package org.larum.domain.directory;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a channel: version 5 of its word in the configuration. */
public record ChannelId(UUID value) implements Identifier {

    public static ChannelId of(String word) {
        return new ChannelId(Ids.of("channel", word));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
