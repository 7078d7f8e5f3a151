package org.larum.domain.shared;

import java.time.Instant;

/** The morning on which every example happens: Monday 2026-11-23, from 09:00 UTC on. */
public final class Monday {

    public static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    private Monday() {}

    /** So many minutes after nine. */
    public static Instant at(int minutes) {
        return NINE.plusSeconds(minutes * 60L);
    }
}
