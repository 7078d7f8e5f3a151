package org.larum.projections.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertEvent.AlertAcknowledged;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.AlertRepeated;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.alert.AlertId;
import org.larum.domain.shared.Severity;

/** What a page of the log says about one alert; null is what it does not say. */
final class AlertRow {

    final AlertId alert;
    long raisedIndex;
    long position;

    @Nullable
    AlertRaised raised;

    @Nullable
    UUID incident;

    @Nullable
    String state;

    @Nullable
    Instant ended;

    @Nullable
    Severity severity;

    @Nullable
    String summary;

    AlertRow(AlertId alert) {
        this.alert = alert;
    }

    void on(AlertEvent event, long index) {
        switch (event) {
            case AlertRaised e -> raise(e, index);
            case AlertAttached e -> incident = e.incident().value();
            case AlertAcknowledged e -> state = "acknowledged";
            case AlertResolved e -> end("resolved", e.at());
            case AlertExpired e -> end("expired", e.at());
            case AlertWorsened e -> {
                severity = e.to();
                summary = e.summary();
            }
            case AlertRepeated e -> {
                // counted beside the log
                return;
            }
        }
        position = index;
    }

    private void raise(AlertRaised e, long index) {
        raised = e;
        raisedIndex = index;
        state = "triggered";
        severity = e.severity();
        summary = e.summary();
    }

    private void end(String how, Instant at) {
        state = how;
        ended = at;
    }
}
