package org.larum.app.api.view;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.FilterWish;
import org.larum.projections.shared.Named;

/** {@code team}: whose members see it, null when only its owner does; {@code editable}: whether who asks may change it. */
public record SavedView(
        UUID id,
        String name,
        FilterWish filter,
        String order,
        Named owner,
        @Nullable Named team,
        boolean editable,
        boolean first,
        Instant changedAt) {}
