package org.larum.notifiers.source;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Time;

/** The rows as {@link SilenceTable} keeps them, for one incident and one source. */
final class SilencesInMemory implements Silences {

    private final Time time;
    private final Map<UUID, One> rows = new LinkedHashMap<>();
    private long asOf;

    SilencesInMemory(Time time) {
        this.time = time;
    }

    @Override
    public boolean aim(IncidentId incident, UUID integration, Set<UUID> alerts, long now) {
        if (now < asOf) {
            return false;
        }
        asOf = now;
        rows.replaceAll((alert, one) -> with(one, alerts.contains(alert), one.silence(), one.endsAt(), one.askedAt()));
        alerts.forEach(alert -> rows.computeIfAbsent(
                alert, it -> new One(new Place(incident, it), true, null, null, null, time.now())));
        return true;
    }

    private One with(
            One one, boolean wanted, @Nullable String silence, @Nullable Instant ends, @Nullable Instant asked) {
        return new One(one.place(), wanted, silence, ends, asked, time.now());
    }

    @Override
    public List<One> of(IncidentId incident, UUID integration) {
        return rows.values().stream()
                .filter(one -> one.wanted() || one.silence() != null || one.askedAt() != null)
                .toList();
    }

    @Override
    public boolean ask(One one, Duration patience) {
        rows.computeIfPresent(
                one.place().alert(), (alert, now) -> with(now, now.wanted(), now.silence(), now.endsAt(), time.now()));
        return true;
    }

    @Override
    public void notMade(Place place) {
        rows.computeIfPresent(
                place.alert(), (alert, now) -> with(now, now.wanted(), now.silence(), now.endsAt(), null));
    }

    @Override
    public boolean made(Place place, String silence, Instant endsAt) {
        rows.computeIfPresent(place.alert(), (alert, now) -> with(now, now.wanted(), silence, endsAt, null));
        var now = rows.get(place.alert());
        return now != null && now.wanted();
    }

    @Override
    public void ended(Place place, @Nullable String silence) {
        rows.computeIfPresent(place.alert(), (alert, now) -> with(now, now.wanted(), null, null, null));
    }
}
