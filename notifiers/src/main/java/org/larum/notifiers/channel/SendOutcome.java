package org.larum.notifiers.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt. */
public sealed interface SendOutcome {

    /** The provider took responsibility. {@code receipt}: what it calls the message. */
    record Accepted(@Nullable String receipt) implements SendOutcome {}

    /**
     * It may work later. {@code unknown}: the message may have arrived all the same, as after a time-out. {@code retryAfter}:
     * what the provider asked for, already limited to 1 to 300 seconds.
     */
    record TryLater(
            String reason, boolean unknown, @Nullable Duration retryAfter) implements SendOutcome {}

    /**
     * It will never work: the address or the request itself is refused. {@code isNobody}: the provider says that there is nobody at
     * this address, so that whatever else is sent there is refused too.
     */
    record GiveUp(String reason, boolean isNobody) implements SendOutcome {

        public GiveUp(String reason) {
            this(reason, false);
        }
    }
}
