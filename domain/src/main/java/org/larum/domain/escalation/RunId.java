package org.larum.domain.escalation;

import java.util.UUID;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names one run of an escalation policy: version 5 of (incident, number of the run). */
public record RunId(UUID value) implements Identifier {

    public static RunId of(IncidentId incident, int number) {
        return new RunId(Ids.of("run", incident, number));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
