package org.larum.domain.correlation;

import java.time.Duration;
import java.util.List;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.correlation.CorrelationCommand.Arrival;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlerts;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Alerts of one service within five minutes of each other belong together. */
public final class WhenAlertRaisedThenCorrelate implements Reaction<AlertRaised, Object> {

    static final Duration WINDOW = Duration.ofMinutes(5);

    @Override
    public Class<AlertRaised> hears() {
        return AlertRaised.class;
    }

    @Override
    public List<Command> on(AlertRaised e, Object nothing) {
        var group = GroupId.of("service", e.place().service());
        var joining = new Joining(e.alert(), e.place(), e.severity(), e.summary());
        return List.of(new CorrelateAlerts(group, List.of(new Arrival(joining, e.at())), WINDOW));
    }
}
