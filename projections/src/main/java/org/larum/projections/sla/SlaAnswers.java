package org.larum.projections.sla;

import java.util.List;
import org.larum.projections.sla.ClocksView.ClockOfIncident;
import org.larum.projections.sla.SlaQuery.Clocks;
import org.larum.projections.sla.SlaQuery.NextClocks;

/** Answers questions about what was promised. */
public final class SlaAnswers {

    private final SlaTable table;

    public SlaAnswers(SlaTable table) {
        this.table = table;
    }

    public ClocksView answer(Clocks query) {
        return table.find(query.incident());
    }

    public List<ClockOfIncident> answer(NextClocks query) {
        return table.next(query.incidents());
    }
}
