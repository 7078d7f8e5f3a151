package org.larum.projections.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.status.NoticeView.PlannedTime;

/**
 * All that is told outside, and nothing else: no id, word or name of ours is in it. {@code state}: the worst of the components.
 * {@code open}: what is not over, newest first; {@code newest}: the first page of the history.
 */
public record StatusPageView(
        String state,
        @Nullable Instant changedAt,
        List<ShownComponent> components,
        List<ShownNotice> open,
        StatusHistoryView newest) {

    /**
     * {@code ref}: stable, for choosing it. {@code days}: the worst state of each of 90 days in UTC, today last; "unknown" before it was first shown.
     * {@code percentWithoutOutage}: of the time since then, at most 90 days.
     */
    public record ShownComponent(
            UUID ref,
            String name,
            @Nullable String group,
            String state,
            List<String> days,
            double percentWithoutOutage) {}

    /** {@code ref}: stable, for links. */
    public record ShownNotice(
            UUID ref,
            String kind,
            String visibility,
            String title,
            String state,
            Instant publishedAt,
            Instant changedAt,
            List<ShownPost> posts) {}

    public record ShownPost(
            UUID ref,
            Instant at,
            String state,
            String text,
            List<AffectedComponent> affected,
            @Nullable PlannedTime planned) {}

    public record AffectedComponent(String name, String state) {}

    /** One page of the history, newest first. {@code next}: pass it as {@code after}; null on the last page. */
    public record StatusHistoryView(
            List<ShownNotice> items, @Nullable UUID next) {}
}
