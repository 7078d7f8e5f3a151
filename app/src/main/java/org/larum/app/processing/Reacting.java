package org.larum.app.processing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Wishes;
import org.larum.app.intake.Away;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a reaction: the commands of a page are one unit of work of their own, done again when somebody else wrote first. In the
 * transaction of the processor such a conflict would undo its position too, and the processor would pause before it went on. A
 * reaction may therefore see an event twice, after a crash; its commands then find nothing to change. An event that cannot be
 * reacted to is parked, so that it holds up nobody else's page. Never replayed.
 */
final class Reacting extends Pages {

    private static final Logger LOG = LoggerFactory.getLogger(Reacting.class);

    private final Standing<?, ?> standing;
    private final Supplier<Commands> commands;
    private final Parked parked;

    Reacting(Standing<?, ?> standing, Supplier<Commands> commands, Parked parked) {
        this.standing = standing;
        this.commands = commands;
        this.parked = parked;
    }

    @Override
    void on(List<TrackedEventMessage<?>> page) {
        try {
            react(page);
        } catch (RuntimeException e) {
            if (Away.isOurs(e)) {
                throw e;
            }
            apart(page, e);
        }
    }

    /** By halves, so that one bad event among hundreds costs a few units of work and not hundreds. */
    private void apart(List<TrackedEventMessage<?>> page, RuntimeException why) {
        if (page.size() == 1) {
            elsewhere(() -> parked.park(standing.name(), page.getFirst(), why));
            return;
        }
        LOG.warn(
                "{} could not react to {} events at once and halves them: {}",
                standing.name(),
                page.size(),
                why.toString());
        int half = page.size() / 2;
        on(page.subList(0, half));
        on(page.subList(half, page.size()));
    }

    /** Also asked for an event that was parked, after the reason is gone. */
    void react(List<TrackedEventMessage<?>> page) {
        elsewhere(() -> {
            var wishes = new Wishes();
            for (var message : page) {
                long index = index(message);
                var cause = Map.of("cause", String.valueOf(index));
                standing.on((Event) message.getPayload(), index).forEach(wish -> wishes.add(cause, wish));
            }
            if (!wishes.isEmpty()) {
                send(wishes);
            }
        });
    }

    private void send(Wishes wishes) {
        commands.get().inOneUnit(() -> {
            commands.get().within(wishes, Reacting::refused);
            return true;
        });
    }

    private static void refused(Wishes.Wish wish, Refusal refusal) {
        LOG.debug("{} after {}: {}", wish.command(), wish.metadata(), refusal.sentence());
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

    List<Class<? extends Event>> hears() {
        return List.of(standing.reaction().hears());
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return standing.reaction().hears().isAssignableFrom(message.getPayloadType());
    }
}
