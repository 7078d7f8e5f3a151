package org.larum.projections.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Link;
import org.larum.projections.shared.Named;

/** One change as shown. {@code at}: when it happened, as its sender says; {@code source}: what made it, such as a pipeline. */
public record ChangeView(
        UUID id,
        Instant at,
        Named service,
        Named integration,
        String summary,
        @Nullable String source,
        List<Link> links,
        long index) {}
