package org.larum.projections.slo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SloId;

/** What can be asked about budgets of errors. */
public sealed interface SloQuery {

    /** What was seen over its window, up to now. */
    record Seen(Slo slo, Instant now) implements SloQuery {}

    /** The incidents that took the most of it. */
    record Costliest(Slo slo, Instant now, int most) implements SloQuery {}

    /** What senders counted of some of them, by the hours of each {@code unit}: day, week or month in the zone. */
    record Counts(Set<UUID> slos, Instant from, Instant until, String unit, ZoneId zone) implements SloQuery {}

    /** What sounds now, of one of them. */
    record Sounding(SloId slo) implements SloQuery {}

    /** What sounds now, of all. */
    record AllSounding() implements SloQuery {}
}
