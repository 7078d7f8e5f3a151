package org.larum.projections.outbox;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are wanted; what is empty or null narrows nothing.
 *
 * @param kinds as they are shown: a test is not a notice
 * @param recipient a person or a webhook
 * @param incident its number
 * @param from when it was asked for, at the earliest
 * @param until and before
 */
public record OutboxFilter(
        Set<String> states,
        Set<String> channels,
        Set<String> kinds,
        @Nullable UUID recipient,
        @Nullable Integer incident,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** An attempt is under way just now: no fact of the log, only of the moment. */
    public static final String SENDING = "sending";

    public static final String TEST = "test";

    public static final OutboxFilter ALL = new OutboxFilter(Set.of(), Set.of(), Set.of(), null, null, null, null);

    public OutboxFilter withStates(Set<String> wanted) {
        return new OutboxFilter(wanted, channels, kinds, recipient, incident, from, until);
    }
}
