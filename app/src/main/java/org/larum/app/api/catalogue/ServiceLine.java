package org.larum.app.api.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Link;
import org.larum.projections.change.ChangeView;
import org.larum.projections.incident.HealthView;
import org.larum.projections.shared.Named;

/**
 * One service in the list. {@code tier}: from 1, for what everything stands on, to 4; {@code revenuePerMinute}: in the currency of
 * the house; {@code needs}, {@code neededBy}: how many services, directly.
 */
record ServiceLine(
        UUID id,
        String word,
        String name,
        @Nullable Named team,
        String criticality,
        @Nullable Integer tier,
        @Nullable Long users,
        @Nullable Double revenuePerMinute,
        @Nullable String process,
        @Nullable String runbook,
        List<Link> links,
        int needs,
        int neededBy,
        HealthView health,
        @Nullable ChangeView lastChange) {}
