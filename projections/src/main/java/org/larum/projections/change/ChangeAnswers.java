package org.larum.projections.change;

import java.util.List;
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

    public List<ChangeView> answer(LastChanges query) {
        return table.find(query, names);
    }
}
