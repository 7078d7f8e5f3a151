package org.larum.app.api.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.schedule.PlanView.PlanSpan;
import org.larum.projections.shared.Named;

/**
 * A request for cover. {@code open}: what can still be taken; {@code swap}: what the asker takes over in return; {@code mayTake},
 * {@code mayWithdraw}: whether whoever asks may, now.
 */
public record CoverView(
        UUID id,
        Named schedule,
        String timeZone,
        Named person,
        Instant from,
        Instant until,
        List<Named> asked,
        @Nullable PlanSpan swap,
        @Nullable String reason,
        String state,
        List<PlanSpan> open,
        List<CoverPart> taken,
        boolean mayTake,
        boolean mayWithdraw) {

    /** Who said yes, and to what. */
    public record CoverPart(Named person, Instant from, Instant until) {}
}
