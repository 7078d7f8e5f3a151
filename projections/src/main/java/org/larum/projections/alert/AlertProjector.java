package org.larum.projections.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertId;
import org.larum.domain.shared.Event;
import org.larum.domain.suppression.SuppressionEvent;
import org.larum.domain.suppression.SuppressionEvent.AlertAdmitted;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.domain.suppression.SuppressionEvent.SuppressionLapsed;
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
        return List.of("alert_views", "alert_holds");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(AlertEvent.class, SuppressionEvent.class);
    }

    @Override
    public void on(List<Logged> page) {
        var rows = new LinkedHashMap<AlertId, AlertRow>();
        var held = new LinkedHashMap<UUID, Optional<AlertSuppressed>>();
        for (var logged : page) {
            switch (logged.event()) {
                case AlertEvent e ->
                    rows.computeIfAbsent(e.alert(), AlertRow::new).on(e, logged.index());
                case AlertSuppressed e -> held.put(e.alert().value(), Optional.of(e));
                case AlertAdmitted e -> held.put(e.alert().value(), Optional.empty());
                case SuppressionLapsed e -> held.put(e.alert().value(), Optional.empty());
                default -> {}
            }
        }
        table.write(rows.values());
        table.hold(held.values().stream().flatMap(Optional::stream).toList());
        table.release(held.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
    }
}
