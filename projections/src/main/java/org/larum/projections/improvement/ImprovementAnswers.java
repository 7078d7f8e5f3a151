package org.larum.projections.improvement;

import java.util.List;
import java.util.Optional;
import org.larum.projections.improvement.ImprovementQuery.Closed;
import org.larum.projections.improvement.ImprovementQuery.Debts;
import org.larum.projections.improvement.ImprovementQuery.Improvements;
import org.larum.projections.improvement.ImprovementQuery.OneImprovement;
import org.larum.projections.improvement.ImprovementQuery.Points;
import org.larum.projections.improvement.ImprovementQuery.Steps;
import org.larum.projections.improvement.ImprovementQuery.Validated;
import org.larum.projections.improvement.ImprovementTable.ClosedItem;
import org.larum.projections.improvement.ImprovementTable.ValidatedItem;
import org.larum.projections.improvement.ImprovementView.PointsView;
import org.larum.projections.improvement.ImprovementView.StepView;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;

/** Answers questions about what ought to be better. */
public final class ImprovementAnswers {

    private final ImprovementTable table;
    private final Names names;

    public ImprovementAnswers(ImprovementTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    public Page<ImprovementView> answer(Improvements query) {
        return Page.of(table.find(query, names), query.asked());
    }

    public Optional<ImprovementView> answer(OneImprovement query) {
        return table.find(query.improvement(), names);
    }

    public Page<StepView> answer(Steps query) {
        return Page.of(table.find(query, names), query.asked());
    }

    public List<PointsView> answer(Points query) {
        return table.points(query.round());
    }

    public List<ValidatedItem> answer(Validated query) {
        return table.validated(query);
    }

    public List<DebtView> answer(Debts query) {
        return table.debts(query);
    }

    public List<ClosedItem> answer(Closed query) {
        return table.closed(query.since());
    }
}
