package org.larum.domain.correlation;

import java.util.List;
import org.larum.domain.correlation.CorrelationCommand.Arrival;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAgain;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;
import org.larum.domain.suppression.Screen;

/** Alerts that were on their way to an incident while it ended belong to the next one. */
public final class WhenAlertsTurnedAwayThenCorrelateAgain implements Reaction<AlertsTurnedAway, Screen.Known> {

    @Override
    public Class<AlertsTurnedAway> hears() {
        return AlertsTurnedAway.class;
    }

    @Override
    public List<Command> on(AlertsTurnedAway e, Screen.Known known) {
        var grouping = new Grouping(known);
        var group = new GroupId(e.group());
        var arrivals = e.alerts().stream()
                .map(joining -> {
                    var service = joining.place().service();
                    boolean isByServices = group.equals(grouping.byServices(service));
                    return new Arrival(joining, e.at(), isByServices ? grouping.reach(service) : null);
                })
                .toList();
        return List.of(new CorrelateAgain(group, e.incident(), arrivals, Grouping.WINDOW));
    }
}
