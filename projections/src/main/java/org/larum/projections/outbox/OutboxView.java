package org.larum.projections.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;

/** One message as shown. */
public record OutboxView(
        UUID id,
        IncidentRef incident,
        ActorView recipient,
        String channel,
        String kind,
        String turn,
        String state,
        @Nullable String reason,
        int attempts,
        Instant requestedAt,
        Instant changedAt) {

    public record IncidentRef(UUID id, int number, String title) {}
}
