package org.larum.projections.slo;

import java.util.List;
import org.larum.domain.directory.Slo;
import org.larum.domain.slo.Observed;
import org.larum.projections.slo.SloQuery.AllSounding;
import org.larum.projections.slo.SloQuery.Costliest;
import org.larum.projections.slo.SloQuery.Counts;
import org.larum.projections.slo.SloQuery.Seen;
import org.larum.projections.slo.SloQuery.Sounding;

/** Answers what budgets are worked out of, and what was told of them. */
public final class SloAnswers {

    private final SloTable table;

    public SloAnswers(SloTable table) {
        this.table = table;
    }

    public Observed answer(Seen query) {
        var slo = query.slo();
        var now = query.now();
        var from = now.minus(slo.window());
        return slo.from() == Slo.Source.COUNTS
                ? new Observed.Counts(table.buckets(slo.id(), from, now))
                : Observed.Downtime.of(table.outages(slo, from), now);
    }

    public List<CountPoint> answer(Counts query) {
        return table.counts(query);
    }

    /** None where it is not measured by incidents. */
    public List<CostlyIncident> answer(Costliest query) {
        var slo = query.slo();
        return slo.from() == Slo.Source.COUNTS
                ? List.of()
                : table.costliest(slo, query.now().minus(slo.window()), query.now(), query.most());
    }

    public List<AlarmView> answer(Sounding query) {
        return table.sounding(query.slo());
    }

    public List<AlarmView> answer(AllSounding query) {
        return table.sounding();
    }
}
