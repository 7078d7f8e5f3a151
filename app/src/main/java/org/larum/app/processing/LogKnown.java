package org.larum.app.processing;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.Log;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.AcknowledgementWithdrawn;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentAssigned;
import org.larum.domain.incident.IncidentEvent.IncidentHandedOver;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorKnown;
import org.larum.domain.shared.Actor;
import org.larum.domain.sla.SlaKnown;

/** The organisation as of an event, and from the log whoever has an incident now: that is who can write. */
public record LogKnown(Directory directory, Log log) implements MajorKnown, SlaKnown {

    @Override
    public Optional<PersonId> holder(IncidentId incident) {
        PersonId assignee = null;
        PersonId holder = null;
        for (var message : log.readEvents(incident.toString(), 0).asStream().toList()) {
            switch (message.getPayload()) {
                case IncidentAssigned e -> assignee = e.to();
                case IncidentHandedOver e -> assignee = e.to();
                case IncidentAcknowledged e -> holder = person(e.by());
                case AcknowledgementExpired e -> holder = null;
                case AcknowledgementWithdrawn e -> holder = null;
                default -> {}
            }
        }
        return Optional.ofNullable(assignee == null ? holder : assignee);
    }

    private static @Nullable PersonId person(Actor by) {
        return by.kind() == Actor.Kind.PERSON && by.id() != null ? new PersonId(UUID.fromString(by.id())) : null;
    }
}
