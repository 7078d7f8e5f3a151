package org.larum.projections.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;

/** One message as shown: of an incident, or a notice with a title of its own. */
public record OutboxView(
        UUID id,
        @Nullable IncidentRef incident,
        @Nullable String notice,
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
