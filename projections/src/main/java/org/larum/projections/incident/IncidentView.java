package org.larum.projections.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Named;

/** One incident as shown. {@code index}: the newest event of it that this view knows. */
public record IncidentView(
        UUID id,
        int number,
        String title,
        String state,
        String severity,
        Named service,
        @Nullable Named team,
        Instant openedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable ActorView acknowledgedBy,
        @Nullable Instant resolvedAt,
        @Nullable ActorView resolvedBy,
        int reopened,
        Alerts alerts,
        String escalation,
        @Nullable NextStep nextStep,
        @Nullable PolicyRef policy,
        @Nullable String runbook,
        long index) {

    public record Alerts(int total, int open, long detections) {}

    /** Who is asked next, and when, if nobody answers. */
    public record NextStep(Instant at, List<String> names) {}

    public record PolicyRef(String word, int version) {}
}
