package org.larum.domain.major;

import java.util.List;
import org.larum.domain.incident.EscalationCause;
import org.larum.domain.incident.IncidentCommand.EscalateIncident;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** What hits several services needs more than one pair of hands: unless somebody has it, the next one is asked at once. */
public final class WhenMajorDeclaredThenEscalate implements Reaction<MajorEvent, Object> {

    @Override
    public Class<MajorEvent> hears() {
        return MajorEvent.class;
    }

    @Override
    public List<Command> on(MajorEvent event, Object nothing) {
        return event instanceof MajorIncidentDeclared e && e.grounds().severity() != null
                ? List.of(
                        new EscalateIncident(e.incident(), EscalationCause.SEVERAL_SERVICES, null, Actor.LARUM, e.at()))
                : List.of();
    }
}
