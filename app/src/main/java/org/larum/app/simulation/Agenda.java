package org.larum.app.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Consumer;
import org.larum.app.escalation.TimerChange;
import org.larum.app.escalation.TimerChange.Kind;
import org.larum.domain.shared.Command;

/** What is due and when: in the order of time, and what came first of one instant. */
final class Agenda {

    private record Due(Instant at, long nth, Runnable what) {}

    private record Owner(Kind kind, UUID id) {}

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::nth));
    private final Map<Owner, TimerChange> timers = new HashMap<>();
    private long count;

    void forget() {
        queue.clear();
        timers.clear();
        count = 0;
    }

    void put(Instant at, Runnable what) {
        queue.add(new Due(at, count++, what));
    }

    /** A newer timer of the same owner replaces the one before, as its row would be. */
    void put(TimerChange change, Instant now, Consumer<Command> fire) {
        var owner = new Owner(change.kind(), change.owner());
        if (!change.isSet()) {
            timers.remove(owner);
            return;
        }
        timers.put(owner, change);
        var due = change.due(now);
        put(due, () -> {
            if (timers.remove(owner, change)) {
                fire.accept(TimerChange.fired(change.kind(), change.owner(), change.timer(), due));
            }
        });
    }

    Optional<Instant> next() {
        return Optional.ofNullable(queue.peek()).map(Due::at);
    }

    Runnable take() {
        return queue.remove().what();
    }
}
