package org.larum.projections.alert;

import java.util.List;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertEvent.AlertAcknowledged;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.AlertRepeated;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Projector;

/** Keeps the list of alerts. */
public final class AlertProjector implements Projector {

    private final AlertTable table;

    public AlertProjector(AlertTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "alert";
    }

    @Override
    public List<String> tables() {
        return List.of("alert_views");
    }

    @Override
    public void on(Event event, long index) {
        if (event instanceof AlertEvent change) {
            write(change, index);
        }
    }

    private void write(AlertEvent event, long index) {
        switch (event) {
            case AlertRaised e -> table.insert(e, index);
            case AlertAttached e -> table.attach(e, index);
            case AlertAcknowledged e -> table.state(e.alert(), "acknowledged", null, index);
            case AlertResolved e -> table.state(e.alert(), "resolved", e.at(), index);
            case AlertExpired e -> table.state(e.alert(), "expired", e.at(), index);
            case AlertWorsened e -> table.worsen(e, index);
            case AlertRepeated e -> {}
        }
    }
}
