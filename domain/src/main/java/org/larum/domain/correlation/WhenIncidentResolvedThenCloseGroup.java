package org.larum.domain.correlation;

import java.util.List;
import org.larum.domain.correlation.CorrelationCommand.CloseGroup;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** What comes after the end of an incident is a new one. */
public final class WhenIncidentResolvedThenCloseGroup implements Reaction<IncidentResolved, Object> {

    @Override
    public Class<IncidentResolved> hears() {
        return IncidentResolved.class;
    }

    @Override
    public List<Command> on(IncidentResolved e, Object nothing) {
        return List.of(new CloseGroup(new GroupId(e.group()), e.incident()));
    }
}
