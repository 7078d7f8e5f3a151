package org.larum.projections.measure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/** An incident behind a figure. Times in seconds from its opening; null for what has not happened. */
public record CountedIncident(
        UUID id,
        int number,
        String title,
        String severity,
        String state,
        Named service,
        Instant openedAt,
        @Nullable Double answerSeconds,
        @Nullable Double repairSeconds,
        boolean told,
        boolean idle) {}
