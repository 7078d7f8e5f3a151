package org.larum.projections.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of a timeline in four lanes over one axis of time, however long it is. {@code partMillis}: what one mark may stand for. */
public record LanesView(Instant from, Instant until, long partMillis, List<Lane> lanes) {

    /** {@code lane}: "alerts", "notifications", "people" or "changes"; {@code total}: entries within the stretch. */
    public record Lane(String lane, long total, List<Mark> marks) {}

    /**
     * One entry, or several that are close together: then it says the first of them, until when they are, and the worst severity.
     * {@code kind}: that of the first entry, or "change" for what was changed in the catalogue.
     */
    public record Mark(
            Instant at,
            Instant until,
            long count,
            String kind,
            String sentence,
            @Nullable String detail,
            @Nullable String severity) {}
}
