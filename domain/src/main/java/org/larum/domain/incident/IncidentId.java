package org.larum.domain.incident;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names an incident: version 5 of (correlation group, cycle). People use its short number. */
public record IncidentId(UUID value) implements Identifier {

    public static IncidentId of(UUID group, int cycle) {
        return new IncidentId(Ids.of("incident", group, cycle));
    }

    /** Of what was split off from an incident, as its {@code nth}. */
    public static IncidentId splitFrom(IncidentId whole, int nth) {
        return new IncidentId(Ids.of("incident-split", whole, nth));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
