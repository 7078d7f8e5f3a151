package org.larum.projections.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Named;

/**
 * A review in the list. {@code state}: asked until Larum has drafted it, then draft, review or published; {@code due}: the last day on
 * which it is published in time; {@code late}: it has passed and nothing is published.
 */
public record PostmortemLine(
        UUID id,
        UUID incident,
        int number,
        Named service,
        String severity,
        String cause,
        String state,
        String title,
        int version,
        @Nullable LocalDate due,
        boolean late,
        @Nullable Instant writtenAt,
        @Nullable ActorView writtenBy,
        @Nullable Instant publishedAt,
        int openActions,
        int overdueActions) {}
