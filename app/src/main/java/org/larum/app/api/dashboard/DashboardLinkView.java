package org.larum.app.api.dashboard;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/** {@code path}: the secret address, told once, when it is made. */
public record DashboardLinkView(
        UUID id, Named maker, Instant madeAt, @Nullable String path) {}
