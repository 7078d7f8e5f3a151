package org.larum.app.suppression;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.AlertRepeated;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Time;
import org.larum.domain.suppression.Candidate.Seen;
import org.larum.domain.suppression.SuppressionEvent.AlertAdmitted;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.domain.suppression.SuppressionEvent.InhibitionBegan;
import org.larum.domain.suppression.SuppressionEvent.InhibitionEnded;
import org.larum.domain.suppression.SuppressionEvent.SuppressionLapsed;
import org.larum.domain.suppression.SuppressionKind;

/** The same rows as in the database, for what is only thought through; by one thread. */
public final class HeldInMemory implements HeldAlerts {

    private static final Duration COUNTED = Duration.ofSeconds(1);
    private static final Duration SOONEST_LOOK = Duration.ofMillis(250);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final Duration LATEST_LOOK = Duration.ofMinutes(10);

    private final Time time;
    private final Map<UUID, Row> held = new LinkedHashMap<>();
    private final Map<Pair, Boolean> sources = new LinkedHashMap<>();
    private final Map<UUID, Seen> seen = new HashMap<>();
    private final Set<UUID> open = new HashSet<>();

    public HeldInMemory(Time time) {
        this.time = time;
    }

    private record Row(UUID rule, @Nullable UUID inhibition, Instant due) {}

    private record Pair(UUID inhibition, UUID alert) {}

    public void forget() {
        held.clear();
        sources.clear();
        seen.clear();
        open.clear();
    }

    /** When somebody must look; empty while nothing is held back. */
    public Optional<Instant> nextLook() {
        return sources.containsValue(true)
                ? Optional.of(time.now())
                : held.values().stream().map(Row::due).min(Instant::compareTo);
    }

    public void on(Event event) {
        switch (event) {
            case AlertRaised e -> {
                open.add(e.alert().value());
                seen.put(e.alert().value(), new Seen(1, e.at()));
            }
            case AlertRepeated e -> {
                seen.put(e.alert().value(), new Seen(e.count(), e.at()));
                lookAt(e.alert().value());
            }
            case AlertWorsened e -> lookAt(e.alert().value());
            case AlertResolved e -> over(e.alert().value());
            case AlertExpired e -> over(e.alert().value());
            case AlertSuppressed e -> held.put(e.alert().value(), row(e));
            case AlertAdmitted e -> held.remove(e.alert().value());
            case SuppressionLapsed e -> held.remove(e.alert().value());
            case InhibitionBegan e ->
                sources.put(
                        new Pair(e.inhibition().value(), e.source().value()),
                        !open.contains(e.source().value()));
            case InhibitionEnded e -> {
                sources.remove(new Pair(e.inhibition().value(), e.source().value()));
                held.replaceAll((alert, row) ->
                        e.left() == 0 && e.inhibition().value().equals(row.inhibition()) ? due(row, time.now()) : row);
            }
            default -> {}
        }
    }

    private Row row(AlertSuppressed e) {
        var now = time.now();
        var inhibition = e.inhibition() == null ? null : e.inhibition().value();
        Instant due;
        if (e.by().kind() == SuppressionKind.THRESHOLD) {
            due = now.plus(COUNTED);
        } else if (!open.contains(e.alert().value()) || (inhibition != null && !isOpen(inhibition, null))) {
            due = now;
        } else {
            due = earlier(e.until(), now.plus(FIRST_LOOK));
        }
        return new Row(e.by().rule().value(), inhibition, due);
    }

    private boolean isOpen(UUID inhibition, @Nullable UUID except) {
        return sources.entrySet().stream()
                .anyMatch(one -> !one.getValue()
                        && one.getKey().inhibition().equals(inhibition)
                        && !one.getKey().alert().equals(except));
    }

    private void over(UUID alert) {
        open.remove(alert);
        sources.replaceAll((pair, hasEnded) -> hasEnded || pair.alert().equals(alert));
        lookAt(alert);
    }

    private void lookAt(UUID alert) {
        held.computeIfPresent(alert, (id, row) -> due(row, time.now()));
    }

    private static Row due(Row row, Instant due) {
        return new Row(row.rule(), row.inhibition(), due);
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }

    @Override
    public List<Held> due(int limit) {
        var now = time.now();
        return held.entrySet().stream()
                .filter(one -> !one.getValue().due().isAfter(now))
                .limit(limit)
                .map(one -> new Held(
                        one.getKey(), one.getValue().rule(), one.getValue().inhibition(), now()))
                .toList();
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }

    @Override
    public void later(UUID alert, @Nullable Instant due) {
        var next = earlier(due, time.now().plus(LATEST_LOOK));
        var soonest = time.now().plus(SOONEST_LOOK);
        held.computeIfPresent(alert, (id, row) -> due(row, next.isBefore(soonest) ? soonest : next));
    }

    @Override
    public void putBack(UUID alert) {
        later(alert, null);
    }

    @Override
    public Optional<Seen> seen(UUID alert) {
        return Optional.ofNullable(seen.get(alert));
    }

    @Override
    public boolean isMuted(UUID inhibition, UUID alert) {
        return isOpen(inhibition, alert) && !Objects.equals(sources.get(new Pair(inhibition, alert)), false);
    }

    @Override
    public List<Source> ended(int limit) {
        return sources.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(one -> new Source(one.getKey().inhibition(), one.getKey().alert(), now()))
                .limit(limit)
                .toList();
    }
}
