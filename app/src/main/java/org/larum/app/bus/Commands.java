package org.larum.app.bus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.Published;
import org.larum.domain.correlation.WhenAlertsMoveThenFollow;
import org.larum.domain.escalation.EscalationCommand.SkipWait;
import org.larum.domain.escalation.WhenIncidentAnsweredThenSteerEscalation;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.schedule.ScheduleEvent.CoverTaken;
import org.larum.domain.schedule.WhenCoverTakenThenAgreeOverride;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Refusal;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Sends commands. A list of commands is one unit of work: one append, one commit, and only then an answer. What must share the
 * unit of work with its cause (whoever holds an incident stops its run; an alert that leaves one incident arrives in another;
 * whoever takes a shift stands in) is sent here too.
 */
public final class Commands {

    private static final int TRIES = 40;
    private static final int LONGEST_PAUSE_MILLIS = 100;

    private final CommandBus bus;
    private final TransactionManager transactions;
    private final Consumer<Collection<UUID>> prefetch;
    private final WhenIncidentAnsweredThenSteerEscalation steering = new WhenIncidentAnsweredThenSteerEscalation();
    private final WhenAlertsMoveThenFollow following = new WhenAlertsMoveThenFollow();
    private final WhenCoverTakenThenAgreeOverride covering = new WhenCoverTakenThenAgreeOverride();

    /** @param prefetch reads the streams of these aggregates into the current unit of work, in one query */
    public Commands(CommandBus bus, TransactionManager transactions, Consumer<Collection<UUID>> prefetch) {
        this.bus = bus;
        this.prefetch = prefetch;
        this.transactions = transactions;
    }

    /** Every command says whom it is for; Axon would search its annotations for that, each time. */
    public static CommandTargetResolver targets() {
        return message -> new VersionedAggregateIdentifier(((Command) message.getPayload()).target(), null);
    }

    /** Sends them in one unit of work of its own and answers the events that were committed. Blocking. */
    public List<Event> send(Map<String, ?> metadata, List<? extends Command> commands) {
        return inOneUnit(() -> {
            within(Wishes.of(metadata, commands));
            return Published.here().all();
        });
    }

    public List<Event> send(Command command) {
        return send(Map.of(), List.of(command));
    }

    /**
     * Runs the work in one unit of work and commits it. When somebody else wrote to one of its streams first, all of it is
     * undone and done again: the work must have no effect outside the unit of work.
     */
    public <T extends @Nullable Object> T inOneUnit(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (ConcurrencyException | CannotAcquireLockException | DuplicateKeyException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private <T extends @Nullable Object> T once(Supplier<T> work) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("unit"));
        try {
            begin(unit);
            T result = work.get();
            unit.commit();
            return result;
        } catch (RuntimeException | Error e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            throw e;
        }
    }

    private void begin(DefaultUnitOfWork<?> unit) {
        try {
            unit.attachTransaction(transactions);
        } catch (CannotCreateTransactionException e) {
            throw new DataAccessResourceFailureException("the database is away", e);
        }
    }

    /** Sends many inside the current unit of work; what they decide on is read in one query. */
    public void within(Wishes wishes) {
        within(wishes, (wish, refusal) -> {
            throw refusal;
        });
    }

    /** The same, going on after a refusal, which is told. */
    public void within(Wishes wishes, BiConsumer<Wishes.Wish, Refusal> refused) {
        if (wishes.all().size() > 1) {
            prefetch.accept(
                    wishes.all().stream().map(wish -> wish.command().target()).toList());
        }
        for (var wish : wishes.all()) {
            try {
                within(wish.metadata(), wish.command());
            } catch (Refusal refusal) {
                refused.accept(wish, refusal);
            }
        }
    }

    /** Sends one command inside the current unit of work; a refusal undoes this command alone and is thrown. */
    public void within(Map<String, ?> metadata, Command command) {
        var condition = command.before();
        if (condition != null) {
            within(metadata, condition);
        }
        var published = Published.here();
        int before = published.size();
        var failure = new ArrayList<Throwable>(1);
        bus.dispatch(
                GenericCommandMessage.asCommandMessage(command).andMetaData(MetaData.from(metadata)),
                (message, result) -> {
                    if (result.isExceptional()) {
                        failure.add(result.exceptionResult());
                    }
                });
        if (!failure.isEmpty()) {
            throw failure.getFirst() instanceof RuntimeException e
                    ? e
                    : new IllegalStateException("a command failed", failure.getFirst());
        }
        published.after(before).forEach(event -> {
            if (event instanceof IncidentEvent turn) {
                steering.on(turn, turn).forEach(next -> steer(metadata, next));
                within(Wishes.of(metadata, following.on(turn, turn)));
            }
            if (event instanceof CoverTaken yes) {
                within(Wishes.of(metadata, covering.on(yes, yes)));
            }
        });
    }

    private void steer(Map<String, ?> metadata, Command next) {
        try {
            within(metadata, next);
        } catch (AggregateNotFoundException e) {
            // Passed on before the run has begun: its first step is asked in a moment anyway.
            if (!(next instanceof SkipWait)) {
                throw e;
            }
        }
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(
                    ThreadLocalRandom.current().nextInt(Math.min(5 * attempt, LONGEST_PAUSE_MILLIS)) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to try again", e);
        }
    }
}
