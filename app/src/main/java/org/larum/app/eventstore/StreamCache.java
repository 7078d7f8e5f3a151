package org.larum.app.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;

/**
 * The events of lately used aggregates, as read before. Events never change, so what is kept is true on every node and needs no
 * lock; it may only lack the newest, which the log is asked for each time.
 */
final class StreamCache {

    /** In events; one that names many alerts counts as many. */
    private static final long MOST = 60_000;

    private final Cache<String, List<DomainEventMessage<?>>> streams = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((String aggregate, List<DomainEventMessage<?>> events) -> weight(events))
            .build();

    private static int weight(List<DomainEventMessage<?>> events) {
        return 1
                + events.stream()
                        .mapToInt(message -> switch (message.getPayload()) {
                            case AlertCorrelated e -> 1 + e.joining().size();
                            case AlertsJoined e -> 1 + e.alerts().size();
                            case AlertsTurnedAway e -> 1 + e.alerts().size();
                            default -> 1;
                        })
                        .sum();
    }

    /** Those of the aggregates that are here, in lists that the caller may lengthen. */
    Map<String, List<DomainEventMessage<?>>> known(List<String> aggregates) {
        var found = new HashMap<String, List<DomainEventMessage<?>>>();
        for (var aggregate : aggregates) {
            var events = streams.getIfPresent(aggregate);
            if (events != null) {
                found.put(aggregate, new ArrayList<>(events));
            }
        }
        return found;
    }

    /** The sequence of the last event known; -1 when none is. */
    static int last(@Nullable List<DomainEventMessage<?>> events) {
        return events == null || events.isEmpty() ? -1 : (int) events.getLast().getSequenceNumber();
    }

    void keep(Map<String, List<DomainEventMessage<?>>> read) {
        read.forEach((aggregate, events) -> {
            // Two units of work may read at once: the longer list is the newer one.
            streams.asMap().merge(aggregate, events, (old, fresh) -> last(old) > last(fresh) ? old : fresh);
        });
    }
}
