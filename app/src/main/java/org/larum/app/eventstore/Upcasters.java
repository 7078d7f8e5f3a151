package org.larum.app.eventstore;

import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** Every change of an event's shape, in order. The table of contents of the log's history. */
final class Upcasters {

    private Upcasters() {}

    static EventUpcasterChain inOrder() {
        return new EventUpcasterChain(new AlertCorrelatedV1ToV2());
    }
}
