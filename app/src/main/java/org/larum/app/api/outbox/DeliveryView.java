package org.larum.app.api.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.outbox.OutboxView;

/** One message and its whole story, the oldest line first; {@code next}: which ways to the same person were gone after it. */
public record DeliveryView(OutboxView message, List<DeliveryLine> lines, List<DeliveryNext> next) {

    /**
     * {@code attempt}: which one it tells of, from 1. {@code unknown}: nobody can say whether it arrived. {@code tookMillis}: from when the
     * attempt was due to what became of it.
     */
    public record DeliveryLine(
            Instant at,
            String what,
            @Nullable Integer attempt,
            String sentence,
            @Nullable String detail,
            boolean unknown,
            @Nullable Long tookMillis) {}

    public record DeliveryNext(UUID id, String channel, Instant at) {}
}
