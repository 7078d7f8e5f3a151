package org.larum.app.spool;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.larum.app.intake.Detection;
import org.larum.domain.directory.IntegrationId;

/**
 * A request that came while the database was away, with what it was translated to, so that draining reads no dialect again.
 * {@code id}: a version 7 UUID by which its second coming is told from its first. {@code body}: as it was read, unpacked.
 */
public record SpooledRequest(
        UUID id,
        IntegrationId integration,
        String dialect,
        byte[] body,
        Instant receivedAt,
        List<Detection> detections) {

    public SpooledRequest {
        detections = List.copyOf(detections);
    }
}
