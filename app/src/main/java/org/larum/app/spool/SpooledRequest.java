package org.larum.app.spool;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Sender;

/**
 * A request that came while the database was away, with what it was translated to, so that draining reads no dialect again.
 * {@code id}: a version 7 UUID by which its second coming is told from its first. {@code body}: as it was read, unpacked.
 * {@code key}: the Idempotency-Key it came with.
 */
public record SpooledRequest(
        UUID id,
        Sender sender,
        String dialect,
        byte[] body,
        Instant receivedAt,
        List<Detection> detections,
        @Nullable String key) {

    public SpooledRequest {
        detections = List.copyOf(detections);
    }
}
