package org.larum.projections.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.larum.projections.change.ChangeQuery.ChangeCounts;
import org.larum.projections.change.ChangeQuery.Changes;
import org.larum.projections.change.ChangeQuery.LastChanges;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;

/** Answers what was changed. */
public final class ChangeAnswers {

    private final ChangeTable table;
    private final Names names;

    public ChangeAnswers(ChangeTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    public Page<ChangeView> answer(Changes query) {
        return Page.of(table.find(query, names), query.asked());
    }

    /** By where a day, week or month begins; those without any are not in it. */
    public Map<Instant, Long> answer(ChangeCounts query) {
        return table.counts(query);
    }

    public List<ChangeView> answer(LastChanges query) {
        return table.find(query, names);
    }
}
