package org.larum.domain.escalation;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationCommand.NoteUnreachable;
import org.larum.domain.escalation.EscalationCommand.RaiseEscalation;
import org.larum.domain.escalation.EscalationCommand.RecordResponders;
import org.larum.domain.escalation.EscalationCommand.SkipWait;
import org.larum.domain.escalation.EscalationCommand.StartEscalation;
import org.larum.domain.escalation.EscalationCommand.StepDue;
import org.larum.domain.escalation.EscalationCommand.StopEscalation;
import org.larum.domain.escalation.EscalationEvent.AnswerCounted;
import org.larum.domain.escalation.EscalationEvent.EscalationExhausted;
import org.larum.domain.escalation.EscalationEvent.EscalationRaised;
import org.larum.domain.escalation.EscalationEvent.EscalationReminded;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.ResponderUnreached;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepPassed;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Severity;

/** One call for an answer: goes through a pinned plan, a wait after each step, until somebody holds the incident. */
public final class EscalationRun {

    static final Duration REMINDER = Duration.ofMinutes(30);
    private static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::value);

    @AggregateIdentifier
    private RunId id;

    private IncidentId incident;
    private @Nullable EscalationPlan plan;
    private @Nullable Policy whole;
    private @Nullable Severity severity;
    private @Nullable Position next;
    private @Nullable Position now;
    private int timer;
    private int reminders;
    private int passed;
    private boolean isExhausted;
    private boolean isStopped;

    /** Steps that were reached, and of which it is not yet known whom they mean. */
    private final Map<Position, List<Target>> unresolved = new HashMap<>();

    private final Set<PersonId> asked = new LinkedHashSet<>();

    /** Those who have acknowledged a step that wants everybody's answer. */
    private final Set<PersonId> answered = new HashSet<>();

    /** Those of the step who have not answered, whether or not they can be reached. */
    private final Set<PersonId> wanted = new HashSet<>();

    /** Those of the step who may still answer. */
    private final Set<PersonId> awaited = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // Axon makes an empty one and evolves it
    EscalationRun() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(StartEscalation c) {
        if (plan != null || isStopped) {
            return;
        }
        boolean isWorse = isWorseThan(c.severity());
        var pinned = isWorse && c.whole() != null ? EscalationPlan.of(c.whole(), severity, c.at()) : c.plan();
        apply(new EscalationStarted(
                c.run(),
                c.incident(),
                c.number(),
                c.policy(),
                pinned,
                c.groupWait(),
                c.at(),
                isWorse ? severity : c.severity(),
                c.whole()));
        var first = pinned.first().orElse(null);
        if (c.groupWait() == null) {
            go(first, c.at());
        } else {
            schedule(first, c.groupWait(), c.at());
        }
    }

    /** What was heard before the run began. */
    private boolean isWorseThan(@Nullable Severity other) {
        return severity != null && (other == null || severity.isWorseThan(other));
    }

    @CommandHandler
    public void decide(StepDue c) {
        if (!isStopped && c.timer() == timer) {
            go(next, c.at());
        }
    }

    @CommandHandler
    public void decide(SkipWait c) {
        if (!isStopped && !isExhausted && plan != null) {
            go(next, c.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(StopEscalation c) {
        if (isStopped) {
            return;
        }
        if (c.reason() == StopReason.ANSWERED && wantsEverybody()) {
            count(c.by(), c.at());
        } else {
            stop(c.incident(), c.run(), c.by(), c.reason(), c.at());
        }
    }

    /** The step that asks now is answered when each of its people has. */
    private boolean wantsEverybody() {
        return now != null && !isExhausted && requireNonNull(plan).step(now).wantsEverybody();
    }

    private void count(Actor by, Instant at) {
        var person = by.asPerson().map(PersonId::new).orElse(null);
        boolean isKnown = !unresolved.containsKey(now);
        var missing =
                wanted.stream().filter(one -> !one.equals(person)).sorted(BY_ID).toList();
        if (isKnown && missing.isEmpty()) {
            stop(incident, id, by, StopReason.ANSWERED, at);
        } else if (person != null && !answered.contains(person) && (!isKnown || wanted.contains(person))) {
            apply(new AnswerCounted(id, incident, requireNonNull(now), person, missing, at));
            if (isKnown && awaited.isEmpty()) {
                pass(requireNonNull(now), PassReason.NOBODY_REACHED, at);
            }
        }
    }

    private void stop(IncidentId of, RunId run, Actor by, StopReason reason, Instant at) {
        apply(new EscalationStopped(run, of, by, reason, at, List.copyOf(asked)));
    }

    @CommandHandler
    public void decide(RecordResponders c) {
        if (isStopped || !c.targets().equals(unresolved.get(c.position()))) {
            return;
        }
        apply(new RespondersFound(id, incident, c.position(), severity, c.responders(), c.webhooks(), c.at()));
        boolean isForPeople = c.targets().size() > c.webhooks().size();
        if (!isForPeople || !c.position().equals(now)) {
            return;
        }
        if (c.responders().isEmpty()) {
            pass(c.position(), PassReason.NOBODY_THERE, c.at());
        } else if (wantsEverybody() && wanted.isEmpty()) {
            stop(incident, id, Actor.person(c.responders().getLast().person()), StopReason.ANSWERED, c.at());
        }
    }

    @CommandHandler
    public void decide(NoteUnreachable c) {
        if (isStopped || !c.position().equals(now) || !awaited.contains(c.person())) {
            return;
        }
        apply(new ResponderUnreached(id, incident, c.position(), c.person(), c.at()));
        if (awaited.isEmpty()) {
            pass(c.position(), PassReason.NOBODY_REACHED, c.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(RaiseEscalation c) {
        if (isStopped || (severity != null && !c.severity().isWorseThan(severity))) {
            return;
        }
        var other = plan == null || whole == null ? null : EscalationPlan.of(whole, c.severity(), c.at());
        boolean isOther = other != null && !other.equals(plan) && !other.steps().isEmpty();
        apply(new EscalationRaised(
                c.run(), c.incident(), c.severity(), isOther ? other : null, List.copyOf(asked), c.at()));
        if (isOther) {
            go(requireNonNull(other).first().orElse(null), c.at());
        }
    }

    /** When not one step of a round had anybody, further rounds would have nobody either. */
    private void pass(Position position, PassReason reason, Instant at) {
        apply(new StepPassed(id, incident, position, reason, at));
        var goneThrough = requireNonNull(plan);
        go(
                passed == goneThrough.steps().size()
                        ? null
                        : goneThrough.after(position).orElse(null),
                at);
    }

    /** Waits run from now, not from when they should have begun: after an outage nobody is flooded with old steps. */
    private void go(@Nullable Position position, Instant at) {
        if (position != null) {
            var pinned = requireNonNull(plan);
            var step = pinned.step(position);
            apply(new StepReached(
                    id, incident, position, step.targets(), at, step.each(), step.roundRobin(), step.everybody()));
            schedule(pinned.after(position).orElse(null), step.pause(), at);
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
        severity = e.severity();
        whole = e.whole();
    }

    @EventSourcingHandler
    void evolve(EscalationRaised e) {
        // Perhaps before it begins.
        id = e.run();
        incident = e.incident();
        severity = e.severity();
        if (e.plan() != null) {
            plan = e.plan();
            isExhausted = false;
            unresolved.clear();
        }
    }

    @EventSourcingHandler
    void evolve(StepReached e) {
        now = e.position();
        passed = now.step() == 0 ? 0 : passed;
        unresolved.put(now, e.targets());
        awaited.clear();
        wanted.clear();
    }

    @EventSourcingHandler
    void evolve(RespondersFound e) {
        unresolved.remove(e.position());
        var people = e.responders().stream().map(Responder::person).toList();
        asked.addAll(people);
        if (e.position().equals(now)) {
            people.stream().filter(one -> !answered.contains(one)).forEach(one -> {
                awaited.add(one);
                wanted.add(one);
            });
        }
    }

    @EventSourcingHandler
    void evolve(AnswerCounted e) {
        answered.add(e.person());
        awaited.remove(e.person());
        wanted.remove(e.person());
    }

    @EventSourcingHandler
    void evolve(ResponderUnreached e) {
        awaited.remove(e.person());
    }

    @EventSourcingHandler
    void evolve(StepPassed e) {
        passed++;
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
