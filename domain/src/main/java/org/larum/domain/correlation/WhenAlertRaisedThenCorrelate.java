package org.larum.domain.correlation;

import java.time.Duration;
import java.util.List;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlert;
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
        return List.of(new CorrelateAlert(group, e, WINDOW, e.at()));
    }
}
