package org.larum.projections.slo;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.slo.Alarm;

/** What was told last of one budget. {@code position}: of the event that says so. */
public record AlarmView(
        UUID slo,
        Alarm alarm,
        String word,
        UUID service,
        boolean sounds,
        @Nullable Double burn,
        @Nullable Double left,
        @Nullable String asks,
        Instant at,
        long position) {}
