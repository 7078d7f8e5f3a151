package org.larum.domain.slo;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.SloId;
import org.larum.domain.shared.Event;

/** Everything that can happen to budgets of errors. */
public sealed interface SloEvent extends Event {

    SloId slo();

    /** Buckets that a source counted; one that begins when an earlier one did replaces it. */
    @Revision("1")
    record GoodCountsTold(TallyId tally, SloId slo, String source, List<Bucket> buckets, Instant at)
            implements SloEvent {}

    /**
     * It is spent too fast, or little is left. {@code burn}: how many times faster than is allowed; {@code left}: the share of the
     * budget; {@code asks}: what the policy asks for, such as "Halt deployments of checkout: 8 % of the budget is left."
     */
    @Revision("1")
    record BudgetBurned(
            WatchId watch,
            SloId slo,
            String word,
            ServiceId service,
            Alarm alarm,
            @Nullable Double burn,
            @Nullable Double left,
            @Nullable String asks,
            Instant at)
            implements SloEvent {}

    @Revision("1")
    record BudgetCalmed(
            WatchId watch,
            SloId slo,
            String word,
            ServiceId service,
            Alarm alarm,
            @Nullable Double left,
            Instant at) implements SloEvent {}
}
