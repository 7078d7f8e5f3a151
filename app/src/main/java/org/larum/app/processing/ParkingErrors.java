package org.larum.app.processing;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.larum.app.intake.Away;

/** Of a reader that takes events singly: parks the one it cannot take. Our own trouble is no event's fault and is tried again. */
final class ParkingErrors implements ListenerInvocationErrorHandler {

    private final String processor;
    private final Parked parked;

    ParkingErrors(String processor, Parked parked) {
        this.processor = processor;
        this.parked = parked;
    }

    @Override
    public void onError(Exception error, EventMessage<?> event, EventMessageHandler handler) throws Exception {
        if (Away.isOurs(error) || !(event instanceof TrackedEventMessage<?> tracked)) {
            throw error;
        }
        parked.park(processor, tracked, error);
    }
}
