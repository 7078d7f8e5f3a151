package org.larum.app.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;

/**
 * The events of lately used aggregates, as read before. Events never change, so what is kept is true on every node and needs no
 * lock; it may only lack the newest, which the log is asked for each time.
 */
final class StreamCache {

    /** An event in memory takes 1 to 2 KB, so that this is about a fifth of the memory there is. */
    private static final long BYTES_FOR_ONE = 8 * 1024;

    /**
     * In events; one that names many alerts counts as many. Reactions that are behind in a storm find what was written before
     * them only if it is still here.
     */
    private static final long MOST = Math.clamp(Runtime.getRuntime().maxMemory() / BYTES_FOR_ONE, 20_000, 600_000);

    /** From its first event on, without a gap. */
    private record Known(List<DomainEventMessage<?>> events, int weight) {

        static Known of(List<DomainEventMessage<?>> events) {
            return new Known(events, 1 + sum(events));
        }

        /** Two units of work may read at once: the longer list is the newer one, and begins as the shorter does. */
        Known or(List<DomainEventMessage<?>> read) {
            int news = read.size() - events.size();
            return news <= 0 ? this : new Known(read, weight + sum(read.subList(events.size(), read.size())));
        }

        Known and(List<DomainEventMessage<?>> next) {
            var all = new ArrayList<DomainEventMessage<?>>(events.size() + next.size());
            all.addAll(events);
            all.addAll(next);
            return new Known(all, weight + sum(next));
        }

        private static int sum(List<DomainEventMessage<?>> events) {
            return events.stream()
                    .mapToInt(message -> switch (message.getPayload()) {
                        case AlertCorrelated e -> 1 + e.joining().size();
                        case AlertsJoined e -> 1 + e.alerts().size();
                        case AlertsTurnedAway e -> 1 + e.alerts().size();
                        default -> 1;
                    })
                    .sum();
        }
    }

    /** An aggregate as a unit of work of this node left it, after the event of that sequence. */
    record Grown(Object root, long sequence) {}

    private final Cache<String, Known> streams;

    /** Only of streams that are known, so that they take no more memory than these. */
    private final Map<String, Grown> grown = new ConcurrentHashMap<>();

    StreamCache() {
        this(MOST);
    }

    /** @param most in events */
    StreamCache(long most) {
        this.streams = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((String aggregate, Known known) -> known.weight())
                .evictionListener(
                        (@Nullable String aggregate, @Nullable Known known, RemovalCause cause) -> forget(aggregate))
                .build();
    }

    private void forget(@Nullable String aggregate) {
        if (aggregate != null) {
            grown.remove(aggregate);
        }
    }

    /** Whoever takes it has it alone: another unit of work at the same time begins from the events. */
    @Nullable
    Grown take(String aggregate) {
        return grown.remove(aggregate);
    }

    void give(String aggregate, Grown one) {
        streams.asMap().computeIfPresent(aggregate, (key, known) -> {
            grown.merge(aggregate, one, (a, b) -> a.sequence() > b.sequence() ? a : b);
            return known;
        });
    }

    /** Does now what is otherwise done in a moment: forgets what there is no room for. */
    void settle() {
        streams.cleanUp();
    }

    /** Those of the aggregates that are here, in lists that the caller may lengthen. */
    Map<String, List<DomainEventMessage<?>>> known(List<String> aggregates) {
        var found = new HashMap<String, List<DomainEventMessage<?>>>();
        for (var aggregate : aggregates) {
            var known = streams.getIfPresent(aggregate);
            if (known != null) {
                found.put(aggregate, new ArrayList<>(known.events()));
            }
        }
        return found;
    }

    /** The sequence of the last event known; -1 when none is. */
    static int last(@Nullable List<DomainEventMessage<?>> events) {
        return events == null || events.isEmpty() ? -1 : (int) events.getLast().getSequenceNumber();
    }

    /** What this node has just committed: nobody here needs to read it back. */
    void extend(List<? extends EventMessage<?>> committed) {
        var news = new LinkedHashMap<String, List<DomainEventMessage<?>>>();
        for (var event : committed) {
            if (event instanceof DomainEventMessage<?> message) {
                news.computeIfAbsent(message.getAggregateIdentifier(), key -> new ArrayList<>())
                        .add(message);
            }
        }
        news.forEach((aggregate, events) -> {
            long first = events.getFirst().getSequenceNumber();
            streams.asMap().compute(aggregate, (key, known) -> {
                if (known == null) {
                    return first == 0 ? Known.of(events) : null;
                }
                return first == last(known.events()) + 1 ? known.and(events) : known;
            });
        });
    }

    void keep(Map<String, List<DomainEventMessage<?>>> read) {
        read.forEach((aggregate, events) -> streams.asMap()
                .compute(aggregate, (key, known) -> known == null ? Known.of(events) : known.or(events)));
    }
}
