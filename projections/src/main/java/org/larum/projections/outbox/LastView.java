package org.larum.projections.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;

/**
 * How one way to somebody did lately. {@code told}: the newest message whose fate is known, or that waits; {@code test}: the newest
 * test; {@code confirmedAt}: when a test was last said to have arrived.
 */
public record LastView(
        ChannelKind channel,
        @Nullable Fate told,
        @Nullable Fate test,
        @Nullable Instant confirmedAt) {

    /** {@code confirmedAt}: of a test, when its recipient said that it arrived. */
    public record Fate(
            UUID id,
            String state,
            @Nullable String reason,
            Instant requestedAt,
            Instant changedAt,
            @Nullable Instant confirmedAt) {}
}
