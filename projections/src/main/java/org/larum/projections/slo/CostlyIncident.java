package org.larum.projections.slo;

import java.time.Instant;
import java.util.UUID;

/** An incident that kept a service down. {@code seconds}: of the window alone; two at once both count here. */
public record CostlyIncident(
        UUID id, int number, String title, String severity, Instant beganAt, boolean ongoing, long seconds) {}
