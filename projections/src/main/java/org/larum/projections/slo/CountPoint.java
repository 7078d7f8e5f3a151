package org.larum.projections.slo;

import java.time.Instant;
import java.util.UUID;

/** What was counted of an SLO in one day, week or month. {@code at}: where it begins. */
public record CountPoint(UUID slo, Instant at, long good, long total) {}
