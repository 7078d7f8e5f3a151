package org.larum.domain.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.IncidentAssigned;
import org.larum.domain.incident.IncidentEvent.IncidentHandedOver;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Whoever is given an incident by somebody else hears of it, and whoever is at work on one hears when it becomes worse. */
public final class WhenIncidentConcernsSomebodyThenTell implements Reaction<IncidentEvent, Object> {

    @Override
    public Class<IncidentEvent> hears() {
        return IncidentEvent.class;
    }

    @Override
    public List<Command> on(IncidentEvent event, Object nothing) {
        return switch (event) {
            case IncidentAssigned e -> assigned(e);
            case IncidentHandedOver e -> List.of(tell(e, e.to().value(), "handed over", e.at()));
            case IncidentWorsened e -> worse(e);
            default -> List.of();
        };
    }

    private static List<Command> assigned(IncidentAssigned e) {
        var to = e.to();
        return to == null || e.by().equals(Actor.person(to))
                ? List.of()
                : List.of(tell(e, to.value(), "assigned", e.at()));
    }

    private static List<Command> worse(IncidentWorsened e) {
        var holder = e.holder();
        return holder == null || holder.kind() != Actor.Kind.PERSON || holder.id() == null
                ? List.of()
                : List.of(tell(e, UUID.fromString(holder.id()), "worse", e.at()));
    }

    private static Command tell(IncidentEvent e, UUID person, String turn, Instant at) {
        return new RequestNotification(
                NotificationId.of(e.incident(), turn, person, at),
                e.incident(),
                null,
                new Recipient(ChannelKind.EMAIL, person),
                NotificationKind.HOLDER,
                new Occasion(0, 0, 1, turn),
                at);
    }
}
