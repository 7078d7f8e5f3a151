package org.larum.domain.correlation;

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
        var joining = e.joining();
        var attach = new AttachAlert(joining.alert(), e.incident(), e.at());
        if (!e.first()) {
            return List.of(new JoinIncident(e.incident(), joining.alert(), joining.severity(), e.at()), attach);
        }
        var open = new OpenIncident(
                e.incident(),
                numbers.next(),
                e.group().value(),
                joining.place(),
                joining.severity(),
                joining.summary(),
                joining.alert(),
                e.at());
        return List.of(open, attach);
    }
}
