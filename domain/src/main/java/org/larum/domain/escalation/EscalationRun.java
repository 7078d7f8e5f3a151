package org.larum.domain.escalation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.escalation.EscalationCommand.SkipWait;
import org.larum.domain.escalation.EscalationCommand.StartEscalation;
import org.larum.domain.escalation.EscalationCommand.StepDue;
import org.larum.domain.escalation.EscalationCommand.StopEscalation;
import org.larum.domain.escalation.EscalationEvent.EscalationExhausted;
import org.larum.domain.escalation.EscalationEvent.EscalationReminded;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.incident.IncidentId;

/** One call for an answer: goes through a pinned plan, a wait after each step, until somebody holds the incident. */
public final class EscalationRun {

    static final Duration REMINDER = Duration.ofMinutes(30);

    @AggregateIdentifier
    private RunId id;

    private IncidentId incident;
    private EscalationPlan plan;
    private @Nullable Position next;
    private int timer;
    private int reminders;
    private boolean isExhausted;
    private boolean isStopped;

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    EscalationRun() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(StartEscalation c) {
        if (id != null) {
            return;
        }
        apply(new EscalationStarted(c.run(), c.incident(), c.number(), c.policy(), c.plan(), c.groupWait(), c.at()));
        var first = c.plan().first().orElse(null);
        if (c.groupWait() == null) {
            go(first, c.at());
        } else {
            schedule(first, c.groupWait(), c.at());
        }
    }

    @CommandHandler
    public void decide(StepDue c) {
        if (!isStopped && c.timer() == timer) {
            go(next, c.at());
        }
    }

    @CommandHandler
    public void decide(SkipWait c) {
        if (!isStopped && !isExhausted) {
            go(next, c.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(StopEscalation c) {
        if (!isStopped) {
            apply(new EscalationStopped(c.run(), c.incident(), c.by(), c.reason(), c.at()));
        }
    }

    /** Waits run from now, not from when they should have begun: after an outage nobody is flooded with old steps. */
    private void go(@Nullable Position position, Instant at) {
        if (position != null) {
            var step = plan.step(position);
            apply(new StepReached(id, incident, position, step.targets(), at));
            schedule(plan.after(position).orElse(null), step.pause(), at);
            return;
        }
        if (isExhausted) {
            apply(new EscalationReminded(id, incident, reminders + 1, at));
        } else {
            apply(new EscalationExhausted(id, incident, at));
        }
        schedule(null, REMINDER, at);
    }

    private void schedule(@Nullable Position after, Duration wait, Instant at) {
        apply(new StepScheduled(id, incident, after, timer + 1, wait, at.plus(wait)));
    }

    @EventSourcingHandler
    void evolve(EscalationStarted e) {
        id = e.run();
        incident = e.incident();
        plan = e.plan();
    }

    @EventSourcingHandler
    void evolve(StepScheduled e) {
        next = e.next();
        timer = e.timer();
    }

    @EventSourcingHandler
    void evolve(EscalationExhausted e) {
        isExhausted = true;
    }

    @EventSourcingHandler
    void evolve(EscalationReminded e) {
        reminders = e.count();
    }

    @EventSourcingHandler
    void evolve(EscalationStopped e) {
        // Whoever answers faster than the run begins has stopped it all the same.
        id = e.run();
        incident = e.incident();
        isStopped = true;
    }
}
