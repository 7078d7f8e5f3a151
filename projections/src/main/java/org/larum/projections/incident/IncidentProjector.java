package org.larum.projections.incident;

import java.util.List;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.EscalationExhausted;
import org.larum.domain.escalation.EscalationEvent.EscalationReminded;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AlertHeld;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentPassedOn;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Projector;

/** Keeps the list of incidents. */
public final class IncidentProjector implements Projector {

    private final IncidentTable table;

    public IncidentProjector(IncidentTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "incident";
    }

    @Override
    public List<String> tables() {
        return List.of("incident_views");
    }

    @Override
    public void on(Event event, long index) {
        switch (event) {
            case IncidentEvent e -> write(e, index);
            case EscalationEvent e -> write(e, index);
            default -> {}
        }
    }

    private void write(IncidentEvent event, long index) {
        switch (event) {
            case IncidentOpened e -> table.insert(e, index);
            case AlertsJoined e -> table.join(e.incident(), e.alerts().size(), index);
            case AlertSettled e -> table.settle(e.incident(), index);
            case IncidentWorsened e -> table.worsen(e, index);
            case IncidentAcknowledged e -> table.acknowledge(e, index);
            case IncidentResolved e -> table.resolve(e, index);
            case IncidentReopened e -> table.reopen(e, index);
            case IncidentNoted e -> table.touch(e.incident(), index);
            case IncidentPassedOn e -> table.touch(e.incident(), index);
            case AlertHeld e -> table.touch(e.incident(), index);
        }
    }

    private void write(EscalationEvent event, long index) {
        switch (event) {
            case EscalationStarted e -> table.start(e, index);
            case StepScheduled e -> table.schedule(e, index);
            case EscalationStopped e -> table.escalation(e.incident(), "stopped", index);
            case EscalationExhausted e -> table.escalation(e.incident(), "exhausted", index);
            case StepReached e -> table.touch(e.incident(), index);
            case EscalationReminded e -> table.touch(e.incident(), index);
        }
    }
}
