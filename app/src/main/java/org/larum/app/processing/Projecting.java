package org.larum.app.processing;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Projector;

/** Feeds a projector from the log; the rows and the position commit together. */
final class Projecting implements EventMessageHandler {

    private final Projector projector;

    Projecting(Projector projector) {
        this.projector = projector;
    }

    @Override
    public Object handle(EventMessage<?> message) {
        long index =
                ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
        projector.on((Event) message.getPayload(), index);
        return true;
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
