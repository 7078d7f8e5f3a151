package org.larum.domain.correlation;

import java.util.List;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.incident.IncidentCommand.WorsenIncident;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** An alert that moved tells its new incident how bad it is: it may have become worse while it was on its way. */
public final class WhenAlertMovedThenWorsenIncident implements Reaction<AlertAttached, Object> {

    @Override
    public Class<AlertAttached> hears() {
        return AlertAttached.class;
    }

    @Override
    public List<Command> on(AlertAttached e, Object nothing) {
        return e.from() == null || e.severity() == null
                ? List.of()
                : List.of(new WorsenIncident(e.incident(), e.severity(), e.at()));
    }
}
