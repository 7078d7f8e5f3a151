package org.larum.domain.correlation;

import java.util.ArrayList;
import java.util.List;
import org.larum.domain.alert.AlertCommand.AttachAlert;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.OpenIncident;
import org.larum.domain.incident.IncidentNumbers;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** The first alert of a group opens the incident, the others join it; each alert learns where it belongs. */
public final class WhenAlertCorrelatedThenJoinIncident implements Reaction<AlertCorrelated, IncidentNumbers> {

    @Override
    public Class<AlertCorrelated> hears() {
        return AlertCorrelated.class;
    }

    @Override
    public List<Command> on(AlertCorrelated e, IncidentNumbers numbers) {
        var commands = new ArrayList<Command>(e.joining().size() + 2);
        var joining = e.joining();
        if (e.first()) {
            var opening = joining.getFirst();
            joining = joining.subList(1, joining.size());
            commands.add(new OpenIncident(
                    e.incident(),
                    numbers.next(),
                    e.group().value(),
                    opening.place(),
                    opening.severity(),
                    opening.summary(),
                    opening.alert(),
                    e.at()));
        }
        if (!joining.isEmpty()) {
            commands.add(new JoinIncident(e.incident(), List.copyOf(joining), e.at()));
        }
        e.joining().forEach(one -> commands.add(new AttachAlert(one.alert(), e.incident(), e.at())));
        return List.copyOf(commands);
    }
}
