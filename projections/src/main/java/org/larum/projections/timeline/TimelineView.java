package org.larum.projections.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;

/** One entry of a timeline as shown: a complete sentence in plain text. {@code index}: its place in the log. */
public record TimelineView(
        long index,
        Instant at,
        String kind,
        String event,
        String sentence,
        @Nullable String detail,
        @Nullable ActorView actor,
        @Nullable String severity,
        List<AttachmentView> attachments) {}
