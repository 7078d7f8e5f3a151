package org.larum.domain.schedule;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.schedule.ScheduleCommand.BeginDoNotDisturb;
import org.larum.domain.schedule.ScheduleCommand.EndDoNotDisturb;
import org.larum.domain.schedule.ScheduleEvent.DoNotDisturbBegun;
import org.larum.domain.schedule.ScheduleEvent.DoNotDisturbEnded;
import org.larum.domain.shared.Severity;

/** Somebody is there and wants to be left alone until a time, but for what is bad enough. They keep their turns. */
public final class DoNotDisturb {

    /** Whoever wants more is away, and their turns go to somebody else. */
    static final Duration LONGEST = Duration.ofHours(24);

    @AggregateIdentifier
    private @Nullable DoNotDisturbId id;

    private PersonId person;
    private @Nullable Instant until;
    private List<Severity> except = List.of();

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    DoNotDisturb() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(BeginDoNotDisturb c) {
        if (!c.until().isAfter(c.at())) {
            throw ScheduleRefusal.endsBeforeItBegins();
        }
        if (c.until().isAfter(c.at().plus(LONGEST))) {
            throw ScheduleRefusal.longerThanADay();
        }
        if (!c.until().equals(until) || !c.except().equals(except)) {
            apply(new DoNotDisturbBegun(c.doNotDisturb(), c.person(), c.until(), c.except(), c.by(), c.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(EndDoNotDisturb c) {
        if (until != null && until.isAfter(c.at())) {
            apply(new DoNotDisturbEnded(c.doNotDisturb(), person, c.by(), c.at()));
        }
    }

    @EventSourcingHandler
    void evolve(DoNotDisturbBegun e) {
        id = e.doNotDisturb();
        person = e.person();
        until = e.until();
        except = e.except();
    }

    @EventSourcingHandler
    void evolve(DoNotDisturbEnded e) {
        until = null;
    }
}
