package org.larum.projections.status;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is chosen for a service, as those see it who choose. {@code state}: as the open notices say, also the private ones. */
public record ComponentView(
        UUID service, String name, @Nullable String group, int place, boolean shown, Instant since, String state) {}
