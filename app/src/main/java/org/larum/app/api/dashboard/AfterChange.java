package org.larum.app.api.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.larum.projections.change.ChangeView;
import org.larum.projections.measure.CountedIncident;

/**
 * Which incidents were opened within an hour after a change of their service or of one that it needs. That one followed the other proves
 * nothing; it is where to look first.
 */
final class AfterChange {

    static final Duration WITHIN = Duration.ofHours(1);

    private final Map<UUID, NavigableMap<Instant, ChangeView>> changes = new HashMap<>();
    private final Function<UUID, ? extends Collection<UUID>> needs;

    /** @param needs what a service needs, directly or through others */
    AfterChange(List<ChangeView> changes, Function<UUID, ? extends Collection<UUID>> needs) {
        changes.forEach(change -> this.changes
                .computeIfAbsent(change.service().id(), none -> new TreeMap<>())
                .put(change.at(), change));
        this.needs = needs;
    }

    /** {@code change}: the last one before it. */
    record Followed(CountedIncident incident, ChangeView change) {

        long minutes() {
            return Duration.between(change.at(), incident.openedAt()).toMinutes();
        }
    }

    List<Followed> among(List<CountedIncident> incidents) {
        return incidents.stream().flatMap(this::before).toList();
    }

    private Stream<Followed> before(CountedIncident incident) {
        var service = incident.service().id();
        return Stream.concat(Stream.of(service), needs.apply(service).stream())
                .map(changes::get)
                .filter(Objects::nonNull)
                .map(times -> times.floorEntry(incident.openedAt()))
                .filter(Objects::nonNull)
                .filter(last -> !last.getKey().plus(WITHIN).isBefore(incident.openedAt()))
                .max(Comparator.comparing(Map.Entry::getKey))
                .map(last -> new Followed(incident, last.getValue()))
                .stream();
    }
}
