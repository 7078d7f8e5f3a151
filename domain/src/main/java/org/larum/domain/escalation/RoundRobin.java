package org.larum.domain.escalation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationCommand.TakeTurn;
import org.larum.domain.escalation.EscalationEvent.TurnTaken;
import org.larum.domain.escalation.EscalationPlan.Position;

/** Whose turn it is among several, for a day: each step that asks one of them asks whoever comes after the last. */
public final class RoundRobin {

    @AggregateIdentifier
    private @Nullable RoundRobinId id;

    private @Nullable PersonId last;
    private int place;

    private record Asking(RunId run, Position position) {}

    private final Set<Asking> given = new HashSet<>();

    RoundRobin() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(TakeTurn c) {
        if (!given.contains(new Asking(c.run(), c.position()))) {
            int next = next(c);
            apply(new TurnTaken(
                    c.turns(),
                    c.run(),
                    c.incident(),
                    c.position(),
                    c.targets(),
                    c.candidates().get(next),
                    next,
                    c.webhooks(),
                    c.at()));
        }
    }

    /** A day begins with somebody else than the day before. Whoever is gone leaves their place to whoever moved up into it. */
    private int next(TakeTurn c) {
        var people = c.candidates().stream().map(Responder::person).toList();
        if (last == null) {
            return Math.floorMod(LocalDate.ofInstant(c.at(), ZoneOffset.UTC).toEpochDay(), people.size());
        }
        int had = people.indexOf(last);
        return (had < 0 ? place : had + 1) % people.size();
    }

    @EventSourcingHandler
    void evolve(TurnTaken e) {
        id = e.turns();
        last = e.responder().person();
        place = e.place();
        given.add(new Asking(e.run(), e.position()));
    }
}
