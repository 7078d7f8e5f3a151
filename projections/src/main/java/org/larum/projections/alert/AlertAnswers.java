package org.larum.projections.alert;

import java.util.Map;
import org.larum.projections.alert.AlertQuery.Alerts;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;

/** Answers questions about alerts. */
public final class AlertAnswers {

    private final AlertTable table;
    private final Names names;

    public AlertAnswers(AlertTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    public Page<AlertView> answer(Alerts query) {
        return Page.of(table.find(query, names), query.asked());
    }

    /** How many alerts each rule holds back now, by what it does and its word, such as {@code silence/move}. */
    public Map<String, Long> heldByRule() {
        return table.heldByRule();
    }
}
