package org.larum.app.api.dashboard;

import java.time.Instant;
import java.util.UUID;
import org.larum.projections.shared.Named;
import org.jspecify.annotations.Nullable;

/** {@code path}: the secret address, told once, when it is made. */
public record DashboardLinkView(UUID id, Named maker, Instant madeAt, @Nullable String path) {}
