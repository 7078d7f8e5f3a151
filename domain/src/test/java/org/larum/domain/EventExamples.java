package org.larum.domain;

import static org.larum.domain.directory.DirectoryExamples.FILE;

import java.util.List;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.correlation.CorrelationExamples;
import org.larum.domain.directory.DirectoryEvent.AdministratorAppointed;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.escalation.EscalationExamples;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.notification.NotificationExamples;
import org.larum.domain.shared.Event;
import org.larum.domain.status.StatusExamples;

/** One example of every event that there is: a new event needs one here. */
public final class EventExamples {

    private EventExamples() {}

    public static List<Event> all() {
        return List.of(
                AlertExamples.raised(),
                AlertExamples.repeated(AlertExamples.INCIDENT),
                AlertExamples.worsened(AlertExamples.INCIDENT),
                AlertExamples.attached(),
                AlertExamples.acknowledged(AlertExamples.INCIDENT),
                AlertExamples.resolved(null),
                AlertExamples.expired(AlertExamples.INCIDENT),
                CorrelationExamples.first(),
                CorrelationExamples.closed(),
                IncidentExamples.opened(),
                IncidentExamples.joined(),
                IncidentExamples.turnedAway(),
                IncidentExamples.worsened(),
                IncidentExamples.held(AlertExamples.DISK),
                IncidentExamples.settled(AlertExamples.DISK),
                IncidentExamples.acknowledged(),
                IncidentExamples.passedOn(),
                IncidentExamples.resolved(AlertExamples.DISK),
                IncidentExamples.reopened(),
                IncidentExamples.noted(),
                EscalationExamples.started(),
                EscalationExamples.reached(EscalationExamples.GRACE_FIRST, 5),
                EscalationExamples.scheduled(EscalationExamples.GRACE_FIRST, 1, 0, 5),
                EscalationExamples.stopped(6),
                EscalationExamples.exhausted(30),
                EscalationExamples.reminded(1, 60),
                NotificationExamples.requested(),
                NotificationExamples.scheduled(2),
                NotificationExamples.sent(1),
                NotificationExamples.failed(1),
                NotificationExamples.waiting(),
                NotificationExamples.givenUp(),
                NotificationExamples.dropped(),
                DirectoryExamples.ada().defined(1, FILE),
                DirectoryExamples.shopTeam().defined(1, FILE),
                DirectoryExamples.checkoutService().defined(1, FILE),
                DirectoryExamples.onCall().defined(3, FILE),
                DirectoryExamples.prometheus().defined(1, FILE),
                DirectoryExamples.mail().defined(1, FILE),
                DirectoryExamples.chat().defined(1, FILE),
                DirectoryExamples.retired(DirectoryExamples.shopTeam(), FILE),
                new AdministratorAppointed(DirectoryExamples.ADA),
                DirectoryExamples.changeRecorded(),
                StatusExamples.published(),
                StatusExamples.updated(StatusExamples.monitoring(), 5),
                StatusExamples.withdrawn(9),
                StatusExamples.shown(),
                StatusExamples.hidden(9));
    }
}
