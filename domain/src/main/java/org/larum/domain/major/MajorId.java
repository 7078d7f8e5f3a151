package org.larum.domain.major;

import java.util.UUID;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names what is special about an incident when it is a major one: version 5 of the incident. */
public record MajorId(UUID value) implements Identifier {

    public static MajorId of(IncidentId incident) {
        return new MajorId(Ids.of("major", incident));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
