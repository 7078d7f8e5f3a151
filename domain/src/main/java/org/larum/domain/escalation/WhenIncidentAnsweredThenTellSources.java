package org.larum.domain.escalation;

import java.time.Instant;
import java.util.List;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.AcknowledgementWithdrawn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.notification.NotificationCommand.RequestNotification;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Reaction;

/**
 * Those who sent the alerts of an incident, and want to know, hear when somebody takes it in hand and when nobody has it in hand any
 * more. The message says nothing by itself: what is so when it goes is what they are told.
 */
public final class WhenIncidentAnsweredThenTellSources
        implements Reaction<IncidentEvent, WhenIncidentAnsweredThenTellSources.Known> {

    public record Known(Directory directory, Origins origins) {}

    @Override
    public Class<IncidentEvent> hears() {
        return IncidentEvent.class;
    }

    @Override
    public List<Command> on(IncidentEvent event, Known known) {
        return switch (event) {
            case IncidentAcknowledged e -> tell(e, e.run(), "acknowledged", e.at(), known);
            case IncidentSnoozed e -> tell(e, e.run(), "snoozed", e.at(), known);
            case SnoozeEnded e -> tell(e, e.run(), "woken", e.at(), known);
            case AcknowledgementExpired e -> tell(e, e.run(), "expired", e.at(), known);
            case AcknowledgementWithdrawn e -> tell(e, e.run(), "withdrawn", e.at(), known);
            case HelpCalled e -> tell(e, e.run(), "escalated", e.at(), known);
            case IncidentReopened e -> tell(e, e.run(), "reopened", e.at(), known);
            case IncidentResolved e -> tell(e, e.run(), "resolved", e.at(), known);
            case ResolutionWithdrawn e -> tell(e, e.run(), "resumed", e.at(), known);
            case IncidentMerged e -> tell(e, e.run(), "merged", e.at(), known);
            case IncidentUnmerged e -> tell(e, e.run(), "unmerged", e.at(), known);
            case IncidentSplit e -> tell(e, 0, "split", e.at(), known);
            case AlertsMovedIn e -> tell(e, 0, "moved-in", e.at(), known);
            case AlertsMovedOut e -> tell(e, 0, "moved-out", e.at(), known);
            default -> List.of();
        };
    }

    private static List<Command> tell(IncidentEvent e, int run, String turn, Instant at, Known known) {
        var curious = known.directory().integrations().stream()
                .filter(one -> one.acknowledge() != null)
                .map(Definition.Integration::id)
                .toList();
        if (curious.isEmpty()) {
            return List.of();
        }
        var senders = known.origins().of(e.incident());
        return curious.stream()
                .filter(senders::contains)
                // The same turn may come again in one run: its time tells which it was.
                .<Command>map(source -> new RequestNotification(
                        NotificationId.of(e.incident(), run, turn, source, at),
                        e.incident(),
                        null,
                        new Recipient(ChannelKind.SOURCE, source.value()),
                        NotificationKind.UPDATE,
                        new Occasion(run, 0, 1, turn),
                        at))
                .toList();
    }
}
