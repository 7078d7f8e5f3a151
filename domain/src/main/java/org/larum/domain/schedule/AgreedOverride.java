package org.larum.domain.schedule;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.schedule.ScheduleCommand.AgreeOverride;
import org.larum.domain.schedule.ScheduleCommand.WithdrawOverride;
import org.larum.domain.schedule.ScheduleEvent.OverrideAgreed;
import org.larum.domain.schedule.ScheduleEvent.OverrideWithdrawn;
import org.larum.domain.schedule.ScheduleEvent.StandIn;

/** Somebody stands in for a time, because people agreed on it. */
public final class AgreedOverride {

    @AggregateIdentifier
    private @Nullable AgreementId id;

    private StandIn standIn;
    private boolean isWithdrawn;

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    AgreedOverride() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AgreeOverride c) {
        if (id != null) {
            return;
        }
        var wanted = c.standIn();
        var ahead = Ahead.of(wanted.when(), c.at());
        var agreed = new StandIn(wanted.schedule(), wanted.person(), wanted.instead(), ahead);
        apply(new OverrideAgreed(c.agreement(), agreed, c.reason(), c.request(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(WithdrawOverride c) {
        if (isWithdrawn) {
            return;
        }
        if (standIn.when().after(c.at()).isEmpty()) {
            throw ScheduleRefusal.over("override");
        }
        apply(new OverrideWithdrawn(c.agreement(), standIn, c.by(), c.at()));
    }

    @EventSourcingHandler
    void evolve(OverrideAgreed e) {
        id = e.agreement();
        standIn = e.standIn();
    }

    @EventSourcingHandler
    void evolve(OverrideWithdrawn e) {
        isWithdrawn = true;
    }
}
