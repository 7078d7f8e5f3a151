package org.larum.app.config;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.larum.domain.shared.Time;

/** The node's clock, cut to microseconds: what PostgreSQL keeps, so that a time read back equals the time written. */
public final class SystemTime implements Time {

    private final Clock clock = Clock.systemUTC();

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
