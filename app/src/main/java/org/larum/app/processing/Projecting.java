package org.larum.app.processing;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.larum.app.intake.Away;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Feeds a projector from the log; the rows and the position commit together. Losing the last moments of both in a crash only
 * repeats work, so the commit does not wait for the disk; whoever finds that the database has forgotten such a commit goes back with
 * it. An event that cannot be shown is parked; the rest goes on.
 */
final class Projecting extends Pages {

    static final String NAME = "projection-";

    private static final Logger LOG = LoggerFactory.getLogger(Projecting.class);

    private final Projector projector;
    private final LongSupplier loosely;
    private final TransactionTemplate nested;
    private final Parked parked;
    private final Predicate<Class<?>> hears;

    /** The last event of a page that has committed. */
    private volatile long taken = -1;

    /** @param loosely lets the current transaction commit without waiting for the disk, and answers the position that is stored */
    Projecting(Projector projector, LongSupplier loosely, TransactionTemplate nested, Parked parked) {
        this.projector = projector;
        this.loosely = loosely;
        this.nested = nested;
        this.parked = parked;
        this.hears = type -> projector.hears().stream().anyMatch(root -> root.isAssignableFrom(type));
    }

    @Override
    void begin() {
        if (loosely.getAsLong() < taken) {
            taken = -1;
            throw new IllegalStateException("the database went down with the last moments of " + name()
                    + ", which reads them again from the log");
        }
    }

    @Override
    void on(List<TrackedEventMessage<?>> page) {
        CurrentUnitOfWork.get().root().afterCommit(unit -> taken = index(page.getLast()));
        if (page.stream().noneMatch(message -> hears.test(message.getPayloadType()))) {
            return;
        }
        try {
            nested.executeWithoutResult(status -> project(page));
        } catch (RuntimeException e) {
            if (Away.isOurs(e)) {
                throw e;
            }
            LOG.warn(
                    "{} could not take {} events at once and goes through them singly: {}",
                    name(),
                    page.size(),
                    e.toString());
            page.forEach(this::singly);
        }
    }

    private void singly(TrackedEventMessage<?> message) {
        try {
            nested.executeWithoutResult(status -> project(List.of(message)));
        } catch (RuntimeException e) {
            if (Away.isOurs(e)) {
                throw e;
            }
            parked.park(name(), message, e);
        }
    }

    private void project(List<TrackedEventMessage<?>> page) {
        projector.on(page.stream()
                .filter(message -> hears.test(message.getPayloadType()))
                .map(message -> new Logged((Event) message.getPayload(), index(message)))
                .toList());
    }

    private String name() {
        return NAME + projector.room();
    }

    /** Also what it does not hear: only then is its position stored at once, and whoever waits for that event goes on. */
    @Override
    public boolean canHandle(EventMessage<?> message) {
        return true;
    }
}
