package org.larum.domain.incident;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Severity;

/**
 * What is known of an incident when it is judged how much it matters.
 *
 * @param stake what is at stake while the service is down; null when the service is described nowhere
 * @param past how long its incidents took; null when none has ended yet
 */
public record Weighing(
        Severity severity, @Nullable Stake stake, @Nullable Past past, int alerts, int services) {

    /** {@code criticality}: critical, high, medium or low; {@code tier}: from 1, for what everything stands on, to 4. */
    public record Stake(
            String criticality,
            @Nullable Integer tier,
            @Nullable Long users) {}

    /** Half of so many incidents took at least so long. */
    public record Past(int incidents, Duration median) {}
}
