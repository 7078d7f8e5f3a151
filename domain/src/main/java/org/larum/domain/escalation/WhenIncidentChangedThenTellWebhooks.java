package org.larum.domain.escalation;

import java.time.Instant;
import java.util.List;
import org.larum.domain.directory.Directory;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentEscalated;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/** Every webhook of the configuration hears of every turn an incident takes, whoever holds it. */
public final class WhenIncidentChangedThenTellWebhooks implements Reaction<IncidentEvent, Directory> {

    @Override
    public Class<IncidentEvent> hears() {
        return IncidentEvent.class;
    }

    @Override
    public List<Command> on(IncidentEvent event, Directory directory) {
        return switch (event) {
            case IncidentOpened e -> tell(e, 1, "triggered", e.at(), directory);
            case IncidentReopened e -> tell(e, e.run(), "reopened", e.at(), directory);
            case IncidentAcknowledged e -> tell(e, e.run(), "acknowledged", e.at(), directory);
            case IncidentMitigated e -> tell(e, e.run(), "mitigated", e.at(), directory);
            case AcknowledgementExpired e -> tell(e, e.run(), "expired", e.at(), directory);
            case IncidentEscalated e -> tell(e, e.run(), "escalated", e.at(), directory);
            case HelpCalled e -> tell(e, e.run(), "escalated", e.at(), directory);
            case IncidentMerged e -> tell(e, e.run(), "merged", e.at(), directory);
            case IncidentResolved e -> tell(e, e.run(), "resolved", e.at(), directory);
            default -> List.of();
        };
    }

    private static List<Command> tell(IncidentEvent e, int run, String turn, Instant at, Directory directory) {
        var occasion = new Occasion(run, 0, 1, turn);
        return directory.webhooks().stream()
                .<Command>map(webhook -> new RequestNotification(
                        NotificationId.of(e.incident(), run, turn, webhook.id()),
                        e.incident(),
                        null,
                        new Recipient(ChannelKind.WEBHOOK, webhook.id().value()),
                        NotificationKind.UPDATE,
                        occasion,
                        at))
                .toList();
    }
}
