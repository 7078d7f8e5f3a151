package org.larum.domain.reach;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Reach.Way;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.escalation.RunId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.reach.ReachCommand.ChangePlan;
import org.larum.domain.reach.ReachCommand.ChangeRest;
import org.larum.domain.reach.ReachCommand.NoteArrival;
import org.larum.domain.reach.ReachCommand.NoteDelay;
import org.larum.domain.reach.ReachCommand.NoteFailure;
import org.larum.domain.reach.ReachCommand.StartReach;
import org.larum.domain.reach.ReachCommand.StopReach;
import org.larum.domain.reach.ReachCommand.WayDue;
import org.larum.domain.reach.ReachEvent.PlanChanged;
import org.larum.domain.reach.ReachEvent.ReachFailed;
import org.larum.domain.reach.ReachEvent.ReachStarted;
import org.larum.domain.reach.ReachEvent.ReachStopped;
import org.larum.domain.reach.ReachEvent.WayDelayed;
import org.larum.domain.reach.ReachEvent.WayFailed;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.larum.domain.reach.ReachEvent.WayTried;
import org.larum.domain.shared.ChannelKind;

/** Reaches one person for one run of a policy: goes through a pinned plan, also while others are asked, until the run stops. */
public final class ReachRun {

    /** Somebody who has not been reached by then will not be by the hundredth call either; the run goes on without them. */
    static final int MOST_TRIES = 200;

    /** A device shows a push within seconds and says so. One that says nothing may be off: the next way does not wait for it. */
    static final Duration SHOWN_WITHIN = Duration.ofSeconds(20);

    @AggregateIdentifier
    private ReachId id;

    private RunId run;
    private IncidentId incident;
    private PersonId person;
    private Position position;
    private ReachPlan plan;

    /** The way of the timer that is set; the size of the plan when none is. */
    private int next;

    private int timer;

    /** When the next way is due once a device has shown the push; null while no push is waited for. */
    private @Nullable Instant patient;

    /** The timer that is set ends the time for which they are left alone. */
    private boolean isResting;

    private int tries;
    private boolean isStopped;
    private final Set<Position> asked = new HashSet<>();
    private final Set<ChannelKind> gone = EnumSet.noneOf(ChannelKind.class);

    /** Tries of which no failure is known, by their number. */
    private final Map<Integer, ChannelKind> open = new HashMap<>();

    /** Those of them whose messages are not on their way yet. */
    private final Set<Integer> late = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    ReachRun() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(StartReach c) {
        if (isStopped || asked.contains(c.position())) {
            return;
        }
        boolean isUnderWay = id != null && next < plan.ways().size();
        var pinned = isUnderWay ? plan : c.plan();
        apply(new ReachStarted(c.reach(), c.run(), c.incident(), c.person(), c.position(), pinned, c.at()));
        if (!isUnderWay) {
            begin(c.at());
        }
    }

    private void begin(Instant at) {
        var quiet = plan.quiet();
        if (quiet == null) {
            go(0, at);
        } else {
            schedule(0, quiet, true, at);
        }
    }

    @CommandHandler
    public void decide(WayDue c) {
        if (!isStopped && c.timer() == timer && next < plan.ways().size()) {
            go(next, c.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(NoteFailure c) {
        var channel = open.get(c.nth());
        if (isStopped || channel == null) {
            return;
        }
        apply(new WayFailed(id, incident, person, channel, c.nth(), c.at()));
        if (!open.isEmpty()) {
            return;
        }
        if (isNextAnother()) {
            // Nothing is on its way: the next is not waited for.
            go(next, c.at());
        } else {
            apply(new ReachFailed(id, run, incident, person, position, c.at()));
        }
    }

    /** It may still arrive, so that it does not count as failed; but when nothing else is on its way, the next is not waited for. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(NoteDelay c) {
        var channel = open.get(c.nth());
        if (isStopped || channel == null || late.contains(c.nth())) {
            return;
        }
        apply(new WayDelayed(id, incident, person, channel, c.nth(), c.at()));
        if (Boolean.TRUE.equals(plan.urgent()) && late.containsAll(open.keySet()) && isNextAnother()) {
            go(next, c.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(NoteArrival c) {
        var until = patient;
        boolean isAwaited = !isStopped && open.get(c.nth()) == ChannelKind.PUSH;
        if (isAwaited && until != null && until.isAfter(c.at())) {
            schedule(next, Duration.between(c.at(), until), false, c.at());
        }
    }

    private boolean isNextAnother() {
        return next < plan.ways().size() && !gone.contains(plan.ways().get(next).channel());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(ChangePlan c) {
        if (isStopped || id == null || c.plan().isAs(plan)) {
            return;
        }
        c.plan().without(gone).ifPresent(more -> {
            apply(new PlanChanged(id, incident, more, c.at()));
            begin(c.at());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(ChangeRest c) {
        if (isStopped || !isResting) {
            return;
        }
        if (c.rest() == null) {
            go(next, c.at());
        } else {
            schedule(next, c.rest(), true, c.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(StopReach c) {
        if (id != null && !isStopped) {
            apply(new ReachStopped(id, incident, c.at()));
        }
    }

    /** Goes a way, and those that are due at the same time; sets the timer of the one after. */
    private void go(int way, Instant at) {
        var ways = plan.ways();
        int last = way;
        var again = ways.getLast().every();
        attempt(ways.get(way), at);
        while (last + 1 < ways.size()
                && ways.get(last + 1).after().equals(ways.get(way).after())) {
            last++;
            attempt(ways.get(last), at);
        }
        if (last + 1 < ways.size()) {
            boolean isPushed = ways.subList(way, last + 1).stream().anyMatch(one -> one.channel() == ChannelKind.PUSH);
            var pause = pauseBefore(last + 1);
            schedule(last + 1, isPushed && isLong(pause) ? SHOWN_WITHIN : pause, false, at);
        } else if (again != null && tries < MOST_TRIES) {
            schedule(last, again, false, at);
        }
    }

    private Duration pauseBefore(int way) {
        return plan.ways().get(way).after().minus(plan.ways().get(way - 1).after());
    }

    private static boolean isLong(Duration pause) {
        return pause.compareTo(SHOWN_WITHIN) > 0;
    }

    private void attempt(Way way, Instant at) {
        apply(new WayTried(id, run, incident, person, position, way.channel(), tries + 1, at));
    }

    private void schedule(int way, Duration pause, boolean quiet, Instant at) {
        apply(new WayScheduled(id, incident, person, way, timer + 1, pause, quiet, at.plus(pause), at));
    }

    @EventSourcingHandler
    void evolve(ReachStarted e) {
        id = e.reach();
        run = e.run();
        incident = e.incident();
        person = e.person();
        position = e.position();
        asked.add(position);
        plan = e.plan();
    }

    @EventSourcingHandler
    void evolve(WayTried e) {
        tries = e.nth();
        gone.add(e.channel());
        open.put(tries, e.channel());
        patient = null;
        isResting = false;
        next = plan.ways().size();
    }

    @EventSourcingHandler
    void evolve(WayScheduled e) {
        next = e.way();
        timer = e.timer();
        isResting = e.quiet();
        boolean isShort = e.pause().equals(SHOWN_WITHIN) && e.way() > 0 && isLong(pauseBefore(e.way()));
        patient = isShort ? e.at().plus(pauseBefore(e.way())) : null;
    }

    @EventSourcingHandler
    void evolve(WayFailed e) {
        open.remove(e.nth());
    }

    @EventSourcingHandler
    void evolve(WayDelayed e) {
        late.add(e.nth());
    }

    @EventSourcingHandler
    void evolve(PlanChanged e) {
        plan = e.plan();
    }

    @EventSourcingHandler
    void evolve(ReachStopped e) {
        isStopped = true;
    }
}
