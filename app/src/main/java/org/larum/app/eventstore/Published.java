package org.larum.app.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.larum.domain.shared.Event;

/**
 * What the current unit of work has published so far, oldest first. Kept by aggregate as well: Axon's own list is searched whole at
 * each load of an aggregate, which in a unit of a thousand commands costs more than the commands do.
 */
public final class Published {

    private static final String RESOURCE = "larum.published";

    private final List<EventMessage<?>> messages = new ArrayList<>();
    private final Map<String, List<DomainEventMessage<?>>> byAggregate = new HashMap<>();

    private Published() {}

    /** Fails when there is no unit of work. */
    public static Published here() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(RESOURCE, key -> new Published());
    }

    /** What a unit of work has published is forgotten when it alone is undone. */
    static void add(UnitOfWork<?> unit, List<? extends EventMessage<?>> events) {
        var here = here();
        int before = here.size();
        unit.onRollback(undone -> here.cut(before));
        for (var event : events) {
            here.messages.add(event);
            if (event instanceof DomainEventMessage<?> message) {
                here.byAggregate
                        .computeIfAbsent(message.getAggregateIdentifier(), key -> new ArrayList<>())
                        .add(message);
            }
        }
    }

    List<DomainEventMessage<?>> of(String aggregate) {
        return List.copyOf(byAggregate.getOrDefault(aggregate, List.of()));
    }

    public int size() {
        return messages.size();
    }

    public List<Event> all() {
        return after(0);
    }

    /** All but the first so many. */
    public List<Event> after(int size) {
        return messages.subList(size, messages.size()).stream()
                .map(message -> (Event) message.getPayload())
                .toList();
    }

    private void cut(int size) {
        while (messages.size() > size) {
            if (messages.removeLast() instanceof DomainEventMessage<?> message) {
                Objects.requireNonNull(byAggregate.get(message.getAggregateIdentifier()))
                        .removeLast();
            }
        }
    }
}
