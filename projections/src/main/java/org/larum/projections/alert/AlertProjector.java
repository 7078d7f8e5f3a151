package org.larum.projections.alert;

import java.util.LinkedHashMap;
import java.util.List;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertId;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Logged;
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
    public List<Class<? extends Event>> hears() {
        return List.of(AlertEvent.class);
    }

    @Override
    public void on(List<Logged> page) {
        var rows = new LinkedHashMap<AlertId, AlertRow>();
        for (var logged : page) {
            if (logged.event() instanceof AlertEvent event) {
                rows.computeIfAbsent(event.alert(), AlertRow::new).on(event, logged.index());
            }
        }
        table.write(rows.values());
    }
}
