package org.larum.app.api.slo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;
import org.larum.projections.slo.CostlyIncident;

/**
 * One budget as it stands. {@code good}: percent; {@code budget} and {@code spent}: in {@code unit}, seconds or events; {@code left}:
 * the share of the budget, 1 for all of it, less than 0 when more was spent; {@code asks}: what the policy asks for, null for
 * nothing; {@code missing}: why there are no figures.
 */
public record SloView(
        String word,
        Named service,
        String kind,
        String from,
        double objective,
        long windowSeconds,
        String policy,
        double policyShare,
        @Nullable Long withinMillis,
        List<String> severities,
        @Nullable Double good,
        String unit,
        double budget,
        double spent,
        @Nullable Double left,
        List<BurnView> burns,
        boolean low,
        @Nullable String asks,
        @Nullable String missing) {

    /** {@code stretch}: 1h, 6h or 3d; {@code rate}: null when too little was seen; {@code limit}: what it may not reach. */
    public record BurnView(
            String alarm,
            String stretch,
            double limit,
            @Nullable Double rate,
            boolean sounds,
            @Nullable Instant since) {}

    /** {@code course}: the share of the budget that was left, from the beginning of the window. */
    public record SloWhole(SloView slo, List<LeftAt> course, List<CostlyIncident> incidents) {}

    public record LeftAt(Instant at, double left) {}
}
