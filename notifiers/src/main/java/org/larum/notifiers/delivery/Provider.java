package org.larum.notifiers.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;

/** Who is called: one for all people of a channel; every webhook and every source is one of its own. */
record Provider(ChannelKind channel, @Nullable UUID endpoint) {

    static Provider of(Attempt attempt) {
        boolean isMachine = attempt.channel() == ChannelKind.WEBHOOK || attempt.channel() == ChannelKind.SOURCE;
        return new Provider(attempt.channel(), isMachine ? attempt.recipient() : null);
    }
}
