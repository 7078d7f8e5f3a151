package org.larum.notifiers.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;

/** Who is called: one for all people of a channel; every webhook is one of its own. */
record Provider(ChannelKind channel, @Nullable UUID endpoint) {

    static Provider of(Attempt attempt) {
        return new Provider(attempt.channel(), attempt.channel() == ChannelKind.WEBHOOK ? attempt.recipient() : null);
    }
}
