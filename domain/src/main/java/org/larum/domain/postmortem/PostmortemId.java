package org.larum.domain.postmortem;

import java.util.UUID;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names the review of an incident: version 5 of the incident, so that one asked for twice is one. */
public record PostmortemId(UUID value) implements Identifier {

    public static PostmortemId of(IncidentId incident) {
        return new PostmortemId(Ids.of("postmortem", incident));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
