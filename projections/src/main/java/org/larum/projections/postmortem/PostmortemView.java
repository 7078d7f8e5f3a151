package org.larum.projections.postmortem;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;

/**
 * A review. {@code text}: Markdown, in which {@code [[event:4711|words]]} points at an event of the log; {@code learned}: null until
 * it was published once; {@code index}: the newest event of it that this view knows.
 */
public record PostmortemView(
        PostmortemLine about,
        String incidentTitle,
        Instant askedAt,
        String text,
        @Nullable Learned learned,
        List<ActionView> actions,
        long index) {

    /** {@code version}: the one that was published. */
    public record Learned(
            int version, String solution, @Nullable String runbook, List<String> labels, Instant at, ActorView by) {}
}
