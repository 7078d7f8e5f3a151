package org.larum.domain.schedule;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.schedule.ScheduleCommand.DeclareAbsence;
import org.larum.domain.schedule.ScheduleCommand.WithdrawAbsence;
import org.larum.domain.schedule.ScheduleEvent.AbsenceDeclared;
import org.larum.domain.schedule.ScheduleEvent.AbsenceWithdrawn;

/** Somebody is not there for a time, and has no turn on any schedule. */
public final class Absence {

    @AggregateIdentifier
    private @Nullable AbsenceId id;

    private PersonId person;
    private Stretch when;
    private boolean isWithdrawn;

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    Absence() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(DeclareAbsence c) {
        if (id == null) {
            var ahead = Ahead.of(c.when(), c.at());
            apply(new AbsenceDeclared(c.absence(), c.person(), ahead, c.reason(), c.series(), c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(WithdrawAbsence c) {
        if (isWithdrawn) {
            return;
        }
        if (when.after(c.at()).isEmpty()) {
            throw ScheduleRefusal.over("absence");
        }
        apply(new AbsenceWithdrawn(c.absence(), person, c.by(), c.at()));
    }

    @EventSourcingHandler
    void evolve(AbsenceDeclared e) {
        id = e.absence();
        person = e.person();
        when = e.when();
    }

    @EventSourcingHandler
    void evolve(AbsenceWithdrawn e) {
        isWithdrawn = true;
    }
}
