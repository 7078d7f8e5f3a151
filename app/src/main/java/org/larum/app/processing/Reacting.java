package org.larum.app.processing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Reaction;
import org.larum.domain.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a reaction: the commands of one event are one unit of work of their own, done again when somebody else wrote first. In the
 * transaction of the processor such a conflict would undo a whole batch, and the processor would pause before it went on. A
 * reaction may therefore see an event twice, after a crash; its commands then find nothing to change. Never replayed.
 */
final class Reacting<E extends Event, K> implements EventMessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Reacting.class);

    private final Reaction<E, K> reaction;
    private final LongFunction<K> knowledge;
    private final Supplier<Commands> commands;

    /** @param knowledge what the reaction must know, as of an index of the log */
    Reacting(Reaction<E, K> reaction, LongFunction<K> knowledge, Supplier<Commands> commands) {
        this.reaction = reaction;
        this.knowledge = knowledge;
        this.commands = commands;
    }

    @Override
    public Object handle(EventMessage<?> message) {
        if (reaction.hears().isInstance(message.getPayload())) {
            long index = ((TrackedEventMessage<?>) message)
                    .trackingToken()
                    .position()
                    .orElseThrow();
            var event = reaction.hears().cast(message.getPayload());
            var wishes = reaction.on(event, knowledge.apply(index));
            if (!wishes.isEmpty()) {
                elsewhere(() -> send(wishes, index));
            }
        }
        return true;
    }

    private void send(List<Command> wishes, long index) {
        commands.get().inOneUnit(() -> {
            for (var wish : wishes) {
                try {
                    commands.get().within(Map.of("cause", String.valueOf(index)), wish);
                } catch (Refusal refusal) {
                    LOG.debug("{} after event {}: {}", wish, index, refusal.sentence());
                }
            }
            return true;
        });
    }

    /** On another thread: a unit of work begun on this one would be a part of the processor's. */
    private static void elsewhere(Runnable work) {
        var failure = new AtomicReference<@Nullable Throwable>();
        var thread = Thread.ofVirtual().name("reaction").unstarted(work);
        thread.setUncaughtExceptionHandler((which, e) -> failure.set(e));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a reaction was under way", e);
        }
        var found = failure.get();
        if (found != null) {
            throw found instanceof RuntimeException e ? e : new IllegalStateException("a reaction failed", found);
        }
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return reaction.hears().isAssignableFrom(message.getPayloadType());
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
