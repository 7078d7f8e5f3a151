package org.larum.app.api.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/**
 * Somebody on call for a time. {@code layer}: whose turn it is; null where only an override has anybody. {@code insteadOf}: who
 * would be asked without the override, or who is away. {@code from} and {@code until}: null when there is no end in sight.
 */
public record DutyView(
        Named schedule,
        Named person,
        @Nullable String layer,
        @Nullable DutyOverride override,
        @Nullable Named insteadOf,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** {@code agreement}: null when it stands in the definition of the schedule. */
    public record DutyOverride(
            Instant from, Instant until, @Nullable UUID agreement) {}
}
