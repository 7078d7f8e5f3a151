package org.larum.projections.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Link;
import org.larum.projections.shared.Named;

/**
 * One alert as shown. {@code occurredAt}: when it began, as its sender says; {@code firstSeen}: when it arrived. {@code count}:
 * how often it was detected, exact. {@code index}: the newest event of it.
 */
public record AlertView(
        UUID id,
        String key,
        String state,
        String severity,
        String summary,
        Named service,
        @Nullable String component,
        Map<String, String> labels,
        List<Link> links,
        long count,
        Instant occurredAt,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable UUID incident,
        @Nullable HeldView held,
        Named integration,
        long index) {

    /** Why it is told to nobody now: the rule by its word, in the version that did it. Without {@code until}: until something changes. */
    public record HeldView(
            String kind,
            String rule,
            int version,
            String reason,
            Instant since,
            @Nullable Instant until) {}
}
