package org.larum.notifiers.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;

/** One attempt to tell a recipient. {@code run}: the call for an answer that it serves, if any. */
public record Attempt(
        NotificationId notification,
        int number,
        @Nullable IncidentId incident,
        @Nullable UUID run,
        ChannelKind channel,
        UUID recipient,
        NotificationKind kind,
        String turn) {

    public static Attempt of(NotificationRequested e, int number) {
        return new Attempt(
                e.notification(),
                number,
                e.incident(),
                e.run(),
                e.recipient().channel(),
                e.recipient().id(),
                e.kind(),
                e.occasion().turn());
    }
}
