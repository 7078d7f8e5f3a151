package org.larum.app.api.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Named;

/**
 * An override that people agreed on. {@code instead}: null when it is for everybody; {@code until}: the moment of its withdrawal, when it
 * had begun; {@code request}: the request for cover it answers; {@code mayWithdraw}: whether whoever asks may, now.
 */
public record OverrideView(
        UUID id,
        Named schedule,
        Named person,
        @Nullable Named instead,
        Instant from,
        Instant until,
        @Nullable String reason,
        @Nullable UUID request,
        ActorView by,
        String state,
        boolean mayWithdraw) {}
