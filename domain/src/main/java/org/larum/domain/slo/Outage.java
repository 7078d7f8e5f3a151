package org.larum.domain.slo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch in which an incident kept a service down; without an end it goes on. */
public record Outage(Instant from, @Nullable Instant until) {

    Outage until(Instant now) {
        return until == null || until.isAfter(now) ? new Outage(from, now) : this;
    }
}
