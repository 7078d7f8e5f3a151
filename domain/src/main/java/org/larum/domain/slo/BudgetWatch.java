package org.larum.domain.slo;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.slo.SloCommand.JudgeBudget;
import org.larum.domain.slo.SloEvent.BudgetBurned;
import org.larum.domain.slo.SloEvent.BudgetCalmed;

/** What was told of one budget. However many look at it, a turn is told once. */
public final class BudgetWatch {

    @AggregateIdentifier
    private @Nullable WatchId id;

    private final Set<Alarm> sounding = EnumSet.noneOf(Alarm.class);

    BudgetWatch() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(JudgeBudget c) {
        if (c.sounds() == sounding.contains(c.alarm())) {
            return;
        }
        apply(
                c.sounds()
                        ? new BudgetBurned(
                                c.watch(),
                                c.slo(),
                                c.word(),
                                c.service(),
                                c.alarm(),
                                c.burn(),
                                c.left(),
                                c.asks(),
                                c.at())
                        : new BudgetCalmed(c.watch(), c.slo(), c.word(), c.service(), c.alarm(), c.left(), c.at()));
    }

    @EventSourcingHandler
    void evolve(BudgetBurned e) {
        id = e.watch();
        sounding.add(e.alarm());
    }

    @EventSourcingHandler
    void evolve(BudgetCalmed e) {
        id = e.watch();
        sounding.remove(e.alarm());
    }
}
