package org.larum.projections.improvement;

import java.util.List;
import java.util.Locale;
import org.larum.domain.improvement.ImprovementEvent;
import org.larum.domain.improvement.ImprovementEvent.CriterionFailed;
import org.larum.domain.improvement.ImprovementEvent.CriterionMet;
import org.larum.domain.improvement.ImprovementEvent.CriterionSet;
import org.larum.domain.improvement.ImprovementEvent.ImprovementDropped;
import org.larum.domain.improvement.ImprovementEvent.ImprovementPlanned;
import org.larum.domain.improvement.ImprovementEvent.ImprovementProposed;
import org.larum.domain.improvement.ImprovementEvent.ImprovementReopened;
import org.larum.domain.improvement.ImprovementEvent.ImprovementWeighed;
import org.larum.domain.improvement.ImprovementEvent.PhaseBegun;
import org.larum.domain.improvement.ImprovementEvent.RollbackNoted;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps the items, and what happened to each. */
public final class ImprovementProjector implements Projector {

    private final ImprovementTable table;

    public ImprovementProjector(ImprovementTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "improvement";
    }

    @Override
    public List<String> tables() {
        return List.of("improvement_views", "improvement_steps");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(ImprovementEvent.class);
    }

    @Override
    public void on(List<Logged> page) {
        for (var logged : page) {
            if (logged.event() instanceof ImprovementEvent event) {
                write(event, logged.index());
                table.step(event, ImprovementTelling.of(event), logged.index());
            }
        }
    }

    private void write(ImprovementEvent event, long index) {
        switch (event) {
            case ImprovementProposed e -> table.propose(e, index);
            case ImprovementWeighed e -> table.weigh(e, index);
            case ImprovementPlanned e -> table.plan(e, index);
            case PhaseBegun e -> table.begin(e, e.phase().name().toLowerCase(Locale.ROOT), index);
            case CriterionSet e -> table.criterion(e, index);
            case CriterionMet e -> table.judge(e, "done", e.measured(), index);
            case CriterionFailed e -> table.judge(e, "failed", e.measured(), index);
            case RollbackNoted e -> table.rollback(e, index);
            case ImprovementDropped e -> table.drop(e, index);
            case ImprovementReopened e -> table.reopen(e, index);
        }
    }
}
