package org.larum.domain.schedule;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.schedule.ScheduleCommand.AskForCover;
import org.larum.domain.schedule.ScheduleCommand.TakeCover;
import org.larum.domain.schedule.ScheduleCommand.WithdrawCoverRequest;
import org.larum.domain.schedule.ScheduleEvent.CoverAsked;
import org.larum.domain.schedule.ScheduleEvent.CoverRequestWithdrawn;
import org.larum.domain.schedule.ScheduleEvent.CoverTaken;
import org.larum.domain.schedule.ScheduleEvent.Wanted;

/** Somebody asks for cover. Each minute of it is taken once: by whoever says yes first. */
public final class CoverRequest {

    @AggregateIdentifier
    private @Nullable CoverRequestId id;

    private Wanted wanted;
    private List<PersonId> asked;
    private @Nullable Stretch swap;
    private boolean isWithdrawn;
    private final List<CoverTaken> taken = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    CoverRequest() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AskForCover c) {
        if (id != null) {
            return;
        }
        var ahead = Ahead.of(c.wanted().when(), c.at());
        var offered = c.swap() == null ? null : Ahead.of(c.swap(), c.at());
        var others = c.asked().stream()
                .filter(person -> !person.equals(c.wanted().person()))
                .distinct()
                .toList();
        refuseIf(others.isEmpty(), ScheduleRefusal.nobodyToAsk());
        refuseIf(offered != null && others.size() > 1, ScheduleRefusal.swapNeedsOne());
        var shift = new Wanted(c.wanted().schedule(), c.wanted().person(), ahead);
        apply(new CoverAsked(c.request(), shift, others, offered, c.reason(), c.by(), c.at()));
    }

    @CommandHandler
    public void decide(TakeCover c) {
        refuseIf(!asked.contains(c.person()), ScheduleRefusal.notAsked());
        var part = part(c);
        var mine = taken.stream()
                .filter(one -> one.person().equals(c.person()))
                .map(CoverTaken::part)
                .toList();
        var left = part.without(Stretch.joined(mine));
        if (left.isEmpty()) {
            return;
        }
        refuseIf(isWithdrawn, ScheduleRefusal.requestWithdrawn());
        var open = open(part);
        // Whoever names a time wants all of it; whoever names none takes what is left.
        refuseIf(open.isEmpty() || (c.part() != null && !open.equals(left)), ScheduleRefusal.taken());
        open.forEach(stretch -> apply(new CoverTaken(c.request(), wanted, c.person(), stretch, swap, c.by(), c.at())));
    }

    /** What of it is wanted and has not passed yet. */
    private Stretch part(TakeCover c) {
        var part = c.part() == null ? wanted.when() : c.part();
        refuseIf(
                !part.from().isBefore(part.until())
                        || part.from().isBefore(wanted.when().from())
                        || part.until().isAfter(wanted.when().until()),
                ScheduleRefusal.notAPart());
        if (swap != null) {
            refuseIf(!part.equals(wanted.when()), ScheduleRefusal.swapsAreWhole());
            refuseIf(isPast(swap, c.at()), ScheduleRefusal.requestLapsed());
        }
        return part.after(c.at()).orElseThrow(ScheduleRefusal::requestLapsed);
    }

    private List<Stretch> open(Stretch part) {
        return part.without(Stretch.joined(taken.stream().map(CoverTaken::part).toList()));
    }

    @CommandHandler
    public void decide(WithdrawCoverRequest c) {
        if (isWithdrawn) {
            return;
        }
        var left = wanted.when().after(c.at()).orElseThrow(() -> ScheduleRefusal.over("request"));
        refuseIf(open(left).isEmpty(), ScheduleRefusal.nothingLeftOpen());
        apply(new CoverRequestWithdrawn(c.request(), wanted, c.by(), c.at()));
    }

    private static boolean isPast(Stretch stretch, Instant at) {
        return stretch.after(at).isEmpty();
    }

    private static void refuseIf(boolean isSo, RuntimeException refusal) {
        if (isSo) {
            throw refusal;
        }
    }

    @EventSourcingHandler
    void evolve(CoverAsked e) {
        id = e.request();
        wanted = e.wanted();
        asked = e.asked();
        swap = e.swap();
    }

    @EventSourcingHandler
    void evolve(CoverTaken e) {
        taken.add(e);
    }

    @EventSourcingHandler
    void evolve(CoverRequestWithdrawn e) {
        isWithdrawn = true;
    }
}
