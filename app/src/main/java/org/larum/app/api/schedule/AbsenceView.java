package org.larum.app.api.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/** When somebody is away. {@code reason}: only for themselves and administrators; {@code isImported}: read from a calendar. */
public record AbsenceView(
        UUID id,
        Named person,
        String timeZone,
        Instant from,
        Instant until,
        @Nullable String reason,
        String state,
        boolean isImported,
        boolean mayWithdraw) {}
