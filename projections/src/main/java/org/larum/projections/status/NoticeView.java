package org.larum.projections.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Named;

/** A notice as those see it who publish. The newest post is first. */
public record NoticeView(
        UUID id,
        String kind,
        String visibility,
        String state,
        boolean withdrawn,
        Subject subject,
        List<PostView> posts) {

    /** {@code incident}: the one of ours that it is about. */
    public record Subject(String title, @Nullable NoticeIncident incident, Instant publishedAt, Instant changedAt) {}

    public record NoticeIncident(UUID id, int number, String title) {}

    public record PostView(
            Instant at,
            String state,
            String text,
            List<AffectedEntry> affected,
            @Nullable PlannedTime planned,
            ActorView by) {}

    public record AffectedEntry(Named service, String state) {}

    public record PlannedTime(Instant from, Instant until) {}
}
