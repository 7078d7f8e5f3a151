package org.larum.app.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Door;
import org.larum.app.eventstore.EventLog;
import org.larum.app.eventstore.EventNames;
import org.larum.app.eventstore.LogStore;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.feedback.FeedbackEvent;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.postmortem.PostmortemEvent;
import org.larum.domain.reach.ReachEvent;
import org.larum.domain.shared.Event;
import org.larum.domain.sla.SlaEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Follows the log on this node and tells readers what changed. The newest changes are kept in memory; a reader that was away
 * longer gets what it missed from the log, so it resumes exactly.
 */
public final class LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int KEPT = 5000;
    private static final int PAGE = 500;
    private static final long NET_MILLIS = 200;
    private static final long COALESCE_MILLIS = 10;

    private final EventLog log;
    private final LogStore store;
    private final Door door;
    private final ConcurrentSkipListMap<Long, Change> recent = new ConcurrentSkipListMap<>();
    private final Sinks.Many<Long> heads = Sinks.many().replay().latestOrDefault(-1L);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live").daemon().factory());
    private final Sinks.Empty<Object> closing = Sinks.empty();
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private volatile long position = -1;
    private volatile long oldest = -1;

    public LiveFeed(EventLog log, LogStore store, Door door) {
        this.log = log;
        this.door = door;
        this.store = store;
        store.onCommit(Event.class, this::wake);
    }

    /** Something happened: {@code event} is its logical name; the ids say whose view is old now. */
    public record Change(
            long index,
            String event,
            @Nullable String incident,
            @Nullable String alert) {}

    public void start() {
        position = log.head();
        oldest = position;
        heads.tryEmitNext(position);
        thread.scheduleWithFixedDelay(this::readQuietly, 0, NET_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Ends every stream: a server that closes does not wait for readers who never leave. */
    public void endStreams() {
        closing.tryEmitEmpty();
    }

    Mono<Object> closing() {
        return closing.asMono();
    }

    public void stop() {
        thread.shutdownNow();
    }

    /** Readers are told every 20 ms at most: many commits are read at once. */
    private void wake() {
        if (!thread.isShutdown() && isWoken.compareAndSet(false, true)) {
            thread.schedule(this::readQuietly, COALESCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void readQuietly() {
        isWoken.set(false);
        try {
            read();
        } catch (RuntimeException e) {
            LOG.debug("the live feed could not read the log; it is tried again in a moment", e);
        }
    }

    private void read() {
        long before = position;
        while (true) {
            var page = store.after(position, PAGE);
            for (var message : page) {
                var change = change(message);
                recent.put(change.index(), change);
                position = change.index();
            }
            if (page.isEmpty()) {
                break;
            }
        }
        while (recent.size() > KEPT) {
            oldest = recent.pollFirstEntry().getKey();
        }
        if (position != before) {
            heads.tryEmitNext(position);
        }
    }

    public long head() {
        return position;
    }

    /** Every change after the index, in order and without end; slow readers get bigger pages, not a growing queue. */
    public Flux<Change> after(long index) {
        var last = new AtomicLong(index);
        return heads.asFlux()
                .onBackpressureLatest()
                .sample(Duration.ofMillis(20))
                .concatMap(head -> missed(last.get(), head), 1)
                .concatMapIterable(changes -> changes)
                .doOnNext(change -> last.set(change.index()));
    }

    private Flux<List<Change>> missed(long from, long to) {
        if (from >= to) {
            return Flux.empty();
        }
        if (from >= oldest) {
            return Flux.just(List.copyOf(recent.subMap(from, false, to, true).values()));
        }
        return door.go(() ->
                        log.after(from, PAGE).stream().map(LiveFeed::change).toList())
                .expand(page -> page.size() < PAGE || page.getLast().index() >= to ? Mono.empty() : next(page))
                .filter(page -> !page.isEmpty());
    }

    private Mono<List<Change>> next(List<Change> page) {
        long from = page.getLast().index();
        return door.go(() -> new ArrayList<>(
                log.after(from, PAGE).stream().map(LiveFeed::change).toList()));
    }

    private static Change change(TrackedEventMessage<?> message) {
        long index = message.trackingToken().position().orElseThrow();
        var payload = message.getPayload();
        var name = EventNames.of(payload.getClass());
        return switch (payload) {
            case AlertAttached e ->
                new Change(index, name, e.incident().toString(), e.alert().toString());
            case AlertEvent e -> new Change(index, name, null, e.alert().toString());
            case AlertCorrelated e -> new Change(index, name, e.incident().toString(), null);
            case IncidentEvent e -> new Change(index, name, e.incident().toString(), null);
            case EscalationEvent e -> new Change(index, name, e.incident().toString(), null);
            case ReachEvent e -> new Change(index, name, e.incident().toString(), null);
            case MajorEvent e -> new Change(index, name, e.incident().toString(), null);
            case PostmortemEvent e -> new Change(index, name, e.incident().toString(), null);
            case SlaEvent e -> new Change(index, name, e.incident().toString(), null);
            case FeedbackEvent e ->
                new Change(
                        index, name, e.incident() == null ? null : e.incident().toString(), null);
            case NotificationEvent e ->
                new Change(
                        index, name, e.incident() == null ? null : e.incident().toString(), null);
            default -> new Change(index, name, null, null);
        };
    }
}
