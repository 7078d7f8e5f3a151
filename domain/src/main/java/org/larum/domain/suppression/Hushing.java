package org.larum.domain.suppression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentCommand.HushIncident;
import org.larum.domain.incident.IncidentEvent.Hush;
import org.larum.domain.incident.IncidentId;

/** Gathers, alert by alert, what silences an incident. */
public final class Hushing {

    private record Reason(Suppressor by, @Nullable Instant until) {}

    private final Map<Reason, List<AlertId>> reasons = new LinkedHashMap<>();

    /** @param until its end, null when it has none of its own */
    public void add(AlertId alert, Suppressor by, @Nullable Instant until) {
        reasons.computeIfAbsent(new Reason(by, until), reason -> new ArrayList<>())
                .add(alert);
    }

    public boolean hasReason() {
        return !reasons.isEmpty();
    }

    /** When the first of the reasons ends; null when none has an end of its own. */
    public @Nullable Instant until() {
        return reasons.keySet().stream()
                .map(Reason::until)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public HushIncident command(IncidentId incident, Instant at) {
        var all = new ArrayList<Hush>();
        reasons.forEach((reason, alerts) -> all.add(hush(reason, List.copyOf(alerts))));
        return new HushIncident(incident, List.copyOf(all), until(), at);
    }

    private static Hush hush(Reason reason, List<AlertId> alerts) {
        var by = reason.by();
        return new Hush(word(by.kind()), by.rule(), by.word(), by.version(), by.reason(), reason.until(), alerts);
    }

    private static String word(SuppressionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
