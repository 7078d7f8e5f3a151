package org.larum.app.processing;

import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.larum.app.bus.Commands;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Reaction;
import org.larum.domain.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a reaction: its commands join the transaction that moves the reaction's position, so they take effect exactly once.
 * Never replayed.
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
            long index = ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
            var event = reaction.hears().cast(message.getPayload());
            for (var command : reaction.on(event, knowledge.apply(index))) {
                try {
                    commands.get().within(Map.of("cause", String.valueOf(index)), command);
                } catch (Refusal refusal) {
                    LOG.debug("{} after event {}: {}", command, index, refusal.sentence());
                }
            }
        }
        return true;
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
