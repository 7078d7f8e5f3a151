package org.larum.domain.suppression;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;

/** Alerts of the last hour, in which whatever is read again after a crash, or by another node, is read again. */
final class Lately {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Map<AlertId, Instant> since = new LinkedHashMap<>();

    boolean has(AlertId alert) {
        return since.containsKey(alert);
    }

    void remember(AlertId alert, Instant at) {
        var oldest = since.entrySet().iterator();
        while (oldest.hasNext() && oldest.next().getValue().plus(REMEMBERED).isBefore(at)) {
            oldest.remove();
        }
        since.putIfAbsent(alert, at);
    }

    /** Axon's fixtures compare what was decided on with what its events make of it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lately lately && since.equals(lately.since);
    }

    @Override
    public int hashCode() {
        return since.hashCode();
    }
}
