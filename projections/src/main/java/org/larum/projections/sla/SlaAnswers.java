package org.larum.projections.sla;

import org.larum.projections.sla.SlaQuery.Clocks;

/** Answers questions about what was promised. */
public final class SlaAnswers {

    private final SlaTable table;

    public SlaAnswers(SlaTable table) {
        this.table = table;
    }

    public ClocksView answer(Clocks query) {
        return table.find(query.incident());
    }
}
