package org.larum.domain.correlation;

import java.util.List;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAgain;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Alerts that were on their way to an incident while it ended belong to the next one. */
public final class WhenAlertsTurnedAwayThenCorrelateAgain implements Reaction<AlertsTurnedAway, Object> {

    @Override
    public Class<AlertsTurnedAway> hears() {
        return AlertsTurnedAway.class;
    }

    @Override
    public List<Command> on(AlertsTurnedAway e, Object nothing) {
        return List.of(new CorrelateAgain(
                new GroupId(e.group()), e.incident(), e.alerts(), WhenAlertRaisedThenCorrelate.WINDOW, e.at()));
    }
}
