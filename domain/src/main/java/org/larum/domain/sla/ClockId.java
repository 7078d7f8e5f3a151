package org.larum.domain.sla;

import java.util.UUID;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names a clock: version 5 of its incident and of what it measures. */
public record ClockId(UUID value) implements Identifier {

    public static ClockId of(IncidentId incident, ClockKind kind) {
        return new ClockId(Ids.of("sla", incident, kind));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
