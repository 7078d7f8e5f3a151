package org.larum.app.processing;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Gathers the events of a processor's batch and hands them over as one page, before the processor's position commits. */
abstract class Pages implements EventMessageHandler {

    private final String key = "larum.page." + System.identityHashCode(this);

    /** A batch begins: the position of the processor is still the one of the batch before. */
    void begin() {}

    /** The events of one batch that this reader wants, in the order of the log. */
    abstract void on(List<TrackedEventMessage<?>> page);

    @Override
    public final @Nullable Object handle(EventMessage<?> message) {
        var unit = CurrentUnitOfWork.get().root();
        List<TrackedEventMessage<?>> page = unit.getOrComputeResource(key, none -> begin(unit));
        page.add((TrackedEventMessage<?>) message);
        return null;
    }

    private List<TrackedEventMessage<?>> begin(UnitOfWork<?> batch) {
        begin();
        var page = new ArrayList<TrackedEventMessage<?>>();
        batch.onPrepareCommit(unit -> on(page));
        return page;
    }

    @Override
    public final boolean supportsReset() {
        return false;
    }

    static long index(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
