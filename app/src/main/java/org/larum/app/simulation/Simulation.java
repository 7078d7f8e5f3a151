package org.larum.app.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.jspecify.annotations.Nullable;
import org.larum.app.alert.FirstSight;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Wishes;
import org.larum.app.escalation.TimerChange;
import org.larum.app.eventstore.LogOfThought;
import org.larum.app.intake.RawRequest;
import org.larum.app.processing.LogFates;
import org.larum.app.processing.LogKnown;
import org.larum.app.processing.Standing;
import org.larum.app.suppression.HeldInMemory;
import org.larum.app.suppression.ScreeningDesk;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.notification.NotificationCommand.RecordReceipt;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.DeliveryScheduled;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Event;
import org.larum.domain.suppression.Conditions;
import org.larum.notifiers.delivery.Attempt;
import org.larum.notifiers.delivery.RetrySchedule;
import org.larum.notifiers.delivery.Sending;

/**
 * A small world in memory: the aggregates, the reactions and the decisions of delivery of the server, over a clock that jumps from
 * one due thing to the next and channels that only pretend. For one thread; used again for one instant after another, because to make
 * one takes longer than to think an incident through.
 */
public final class Simulation {

    /** Retries wait as long as they may: what is promised holds also when chance is against it. */
    private static final double LONGEST_WAITS = 1.0;

    private static final RawRequest RAW = new RawRequest("simulation", new byte[0]);

    private final Directory organisation;
    private final LogOfThought log = new LogOfThought();
    private final Agenda agenda = new Agenda();
    private final HeldInMemory held = new HeldInMemory(this::now);
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<NotificationId, NotificationRequested> requested = new HashMap<>();
    private final Commands commands;
    private final ScreeningDesk screening;
    private final Sending sending;
    private final List<Standing<?, ?>> reactions;
    private final Map<Class<?>, List<Standing<?, ?>>> hearing = new HashMap<>();

    private Instant now = Instant.EPOCH;
    private Assumptions assumptions = Assumptions.NOBODY_ANSWERS;
    private Map<PersonId, Boolean> told = new HashMap<>();
    private int read;

    public Simulation(Directory given, Conditions conditions) {
        var organisation = new Fixed(given);
        this.organisation = organisation;
        this.commands = new Commands(bus(log), NoTransactionManager.instance(), log::prefetch);
        this.screening = ScreeningDesk.of(held, commands, log, organisation, conditions);
        this.sending = new Sending(
                new Imagined(log, organisation, this::now),
                this::now,
                Arrays.stream(ChannelKind.values())
                        .<org.larum.notifiers.channel.Channel>map(kind -> new Imagined.Provider(
                                kind, () -> assumptions.down().contains(kind)))
                        .toList());
        this.reactions = Standing.reactions(
                index -> organisation,
                conditions,
                numbers::incrementAndGet,
                index -> new LogKnown(organisation, log),
                new LogFates(log));
    }

    private static CommandBus bus(LogOfThought log) {
        var bus = SimpleCommandBus.builder().build();
        Standing.AGGREGATES.forEach(type -> subscribe(type, log, bus));
        return bus;
    }

    private static <A> void subscribe(Class<A> type, LogOfThought log, CommandBus bus) {
        AggregateAnnotationCommandHandler.<A>builder()
                .aggregateType(type)
                .repository(EventSourcingRepository.builder(type)
                        .eventStore(log.store())
                        .lockFactory(NullLockFactory.INSTANCE)
                        .build())
                .commandTargetResolver(Commands.targets())
                .build()
                .subscribe(bus);
    }

    private Instant now() {
        return now;
    }

    /** The names of the reactions that are at work. */
    List<String> reactions() {
        return reactions.stream().map(Standing::name).toList();
    }

    public Outcome run(Scenario scenario, Instant at) {
        return run(scenario, new Chronicle(organisation, at, true), at, chronicle -> false);
    }

    /**
     * Without lines, and only as far as need be.
     *
     * @param enough asked after each thing that happened
     */
    Outcome glance(Scenario scenario, Instant at, Predicate<Chronicle> enough) {
        return run(scenario, new Chronicle(organisation, at, false), at, enough);
    }

    private Outcome run(Scenario scenario, Chronicle chronicle, Instant at, Predicate<Chronicle> enough) {
        forget(scenario.assumptions(), at);
        var horizon = at.plus(scenario.horizon());
        var detection = scenario.detection().apply(at);
        send(FirstSight.of(scenario.sender(), RAW, detection, at, organisation, this::nextId));
        while (true) {
            hear(chronicle);
            var next = next();
            boolean isInstantOver = next.isEmpty() || next.get().isAfter(now);
            if (isInstantOver && chronicle.isOver()) {
                return chronicle.outcome(chronicle.end());
            }
            if (next.isEmpty() || next.get().isAfter(horizon)) {
                return chronicle.outcome(Outcome.End.HORIZON);
            }
            if (enough.test(chronicle)) {
                return chronicle.outcome(Outcome.End.ENOUGH);
            }
            now = isInstantOver ? next.get() : now;
            act();
        }
    }

    private void forget(Assumptions newAssumptions, Instant at) {
        assumptions = newAssumptions;
        now = at;
        read = 0;
        told = new HashMap<>();
        numbers.set(0);
        log.forget();
        agenda.forget();
        held.forget();
        requested.clear();
    }

    private UUID nextId() {
        return new UUID(0x7000, requested.size());
    }

    private Optional<Instant> next() {
        return Stream.concat(agenda.next().stream(), held.nextLook().stream()).min(Instant::compareTo);
    }

    /** One due thing: what is on the agenda, or a look at what is held back. */
    private void act() {
        var due = agenda.next();
        if (due.isPresent() && !due.get().isAfter(now)) {
            agenda.take().run();
        } else {
            screening.look();
        }
    }

    /** Until nothing new is said. */
    private void hear(Chronicle chronicle) {
        while (read < log.size()) {
            var event = log.event(read);
            chronicle.on(event);
            held.on(event);
            var timer = TimerChange.of(event);
            if (timer != null) {
                agenda.put(timer, now, this::send);
            }
            deliver(event, chronicle);
            for (var reaction : hearing.computeIfAbsent(event.getClass(), type -> hearing(event))) {
                send(Wishes.of(Map.of(), reaction.on(event, read)));
            }
            read++;
        }
    }

    private List<Standing<?, ?>> hearing(Event event) {
        return reactions.stream().filter(one -> one.hears(event)).toList();
    }

    private void deliver(Event event, Chronicle chronicle) {
        switch (event) {
            case NotificationRequested e -> {
                requested.put(e.notification(), e);
                agenda.put(now, () -> send(sending.send(Attempt.of(e, 1))));
            }
            case DeliveryScheduled e -> {
                var first = requested.get(e.notification());
                if (first != null) {
                    agenda.put(now.plus(e.after()), () -> send(sending.send(Attempt.of(first, e.attempt()))));
                }
            }
            case DeliveryFailed e -> send(RetrySchedule.after(e, LONGEST_WAITS));
            case NotificationSent e -> {
                show(requested.get(e.notification()));
                answer(requested.get(e.notification()), chronicle);
            }
            default -> {}
        }
    }

    /** A telephone that is on shows what it is sent at once; for one that is off, a channel is thought down. */
    private void show(@Nullable NotificationRequested accepted) {
        if (accepted != null && accepted.recipient().channel() == ChannelKind.PUSH) {
            send(new RecordReceipt(accepted.notification(), true, "shown on a device", now));
        }
    }

    private void answer(@Nullable NotificationRequested accepted, Chronicle chronicle) {
        var incident = chronicle.incident();
        if (accepted == null || incident == null || !chronicle.wantsAnswer(accepted)) {
            return;
        }
        var person = new PersonId(accepted.recipient().id());
        Duration after = assumptions.answers().get(person);
        if (after != null && told.putIfAbsent(person, true) == null) {
            agenda.put(
                    now.plus(after),
                    () -> send(new AcknowledgeIncident(incident, Actor.person(person), "simulation", now)));
        }
    }

    private void send(Command command) {
        send(Wishes.of(Map.of(), List.of(command)));
    }

    /** As the server does: a refusal undoes its own command and nothing else. */
    private void send(Wishes wishes) {
        if (!wishes.isEmpty()) {
            commands.inOneUnit(() -> {
                commands.within(wishes, (wish, refusal) -> {});
                return true;
            });
        }
    }
}
