package org.larum.domain.suppression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertEvent.AlertAcknowledged;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.AlertRepeated;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.directory.Directory;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.shared.Severity;
import org.larum.domain.suppression.Candidate.Seen;

/** What has happened to one alert so far, as far as it matters for telling of it. */
public final class History {

    private @Nullable AlertRaised raised;
    private @Nullable Severity severity;
    private String summary = "";
    private boolean isOver;
    private final List<Seen> seen = new ArrayList<>();

    /** @param events all of the alert, in their order */
    public static History of(Iterable<? extends AlertEvent> events) {
        var history = new History();
        events.forEach(history::evolve);
        return history;
    }

    private void evolve(AlertEvent event) {
        switch (event) {
            case AlertRaised e -> {
                raised = e;
                severity = e.severity();
                summary = e.summary();
                seen.add(new Seen(1, e.at()));
            }
            case AlertRepeated e -> seen.add(new Seen(e.count(), e.at()));
            case AlertWorsened e -> {
                severity = e.to();
                summary = e.summary();
            }
            case AlertResolved e -> isOver = true;
            case AlertExpired e -> isOver = true;
            case AlertAttached e -> {}
            case AlertAcknowledged e -> {}
        }
    }

    public boolean isOver() {
        return isOver || raised == null;
    }

    /** As it would be told now. Only of an alert that was raised. */
    public Pending pending() {
        var e = Objects.requireNonNull(raised);
        return new Pending(new Joining(e.alert(), e.place(), Objects.requireNonNull(severity), summary), e.labels());
    }

    /** @param last what was counted beside the log, if it is more than the events tell */
    public Candidate candidate(Directory directory, Optional<Seen> last) {
        var e = Objects.requireNonNull(raised);
        var all = new ArrayList<>(seen);
        last.filter(one -> one.count() > all.getLast().count()).ifPresent(all::add);
        List<Instant> earlier =
                e.source().earlier() == null ? List.of() : e.source().earlier();
        return new Candidate(
                e.place().service(),
                Facts.of(e.place(), Objects.requireNonNull(severity), summary, e.labels(), directory),
                e.at(),
                earlier,
                all);
    }
}
