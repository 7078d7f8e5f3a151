package org.larum.domain.correlation;

import java.time.Instant;
import java.util.List;
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
import org.larum.domain.incident.IncidentCommand.HoldAlert;
import org.larum.domain.incident.IncidentCommand.SettleAlert;
import org.larum.domain.incident.IncidentCommand.WorsenIncident;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** What happens to an alert, also what happened before it joined, is told to its incident. */
public final class WhenAlertChangedThenTellIncident implements Reaction<AlertEvent, Object> {

    @Override
    public Class<AlertEvent> hears() {
        return AlertEvent.class;
    }

    @Override
    public List<Command> on(AlertEvent event, Object nothing) {
        return switch (event) {
            case AlertAttached e ->
                switch (e.state()) {
                    case TRIGGERED -> List.of();
                    case ACKNOWLEDGED -> List.of(new HoldAlert(e.incident(), e.alert(), Actor.LARUM, e.at()));
                    case RESOLVED, EXPIRED -> settle(e.incident(), e.alert(), e.at());
                };
            case AlertAcknowledged e ->
                e.incident() == null ? List.of() : List.of(new HoldAlert(e.incident(), e.alert(), e.by(), e.at()));
            case AlertResolved e -> settle(e.incident(), e.alert(), e.at());
            case AlertExpired e -> settle(e.incident(), e.alert(), e.at());
            case AlertWorsened e ->
                e.incident() == null ? List.of() : List.of(new WorsenIncident(e.incident(), e.to(), e.at()));
            case AlertRaised e -> List.of();
            case AlertRepeated e -> List.of();
        };
    }

    private static List<Command> settle(@Nullable IncidentId incident, AlertId alert, Instant at) {
        return incident == null ? List.of() : List.of(new SettleAlert(incident, alert, at));
    }
}
