package org.larum.app.api.measure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/**
 * What outages cost those who use the services. {@code currency}: none is known, amounts are in that of the house.
 *
 * @param services those that were out, the costliest first
 */
public record BusinessView(
        Instant from, Instant until, BusinessFigures figures, BusinessFigures before, List<ServiceCost> services) {

    /**
     * @param availability percent of the time in which a service was not out, the mean of all services; null when there is no service
     * @param outSeconds of all services together
     * @param revenue of the outages of the services whose revenue is known; null when none is
     * @param satisfaction the mean of 1 to 5 stars; null when nobody rated an incident
     */
    public record BusinessFigures(
            @Nullable Double availability,
            double outSeconds,
            long incidents,
            @Nullable Double revenue,
            @Nullable Double satisfaction,
            long ratings) {}

    /** {@code users} and {@code revenue}: null when the catalogue does not say. */
    public record ServiceCost(
            Named service,
            @Nullable Integer tier,
            @Nullable String process,
            long incidents,
            double outSeconds,
            double availability,
            @Nullable Long users,
            @Nullable Double revenue) {}
}
