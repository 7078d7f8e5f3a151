package org.larum.app.api.ical;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/** {@code schedule}: whose shifts it shows, null when it is the person's own; {@code path}: its address, told once, when it is made. */
public record IcalFeedView(
        UUID id,
        Named person,
        @Nullable Named schedule,
        Instant madeAt,
        @Nullable String path) {}
