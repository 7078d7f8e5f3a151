package org.larum.domain.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationEvent.Bundle;
import org.larum.domain.notification.NotificationEvent.Notice;
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationEvent.Recipient;
import org.larum.domain.shared.Command;

/** Everything that can be asked of a notification. */
public sealed interface NotificationCommand extends Command {

    NotificationId notification();

    @Override
    default UUID target() {
        return notification().value();
    }

    record RequestNotification(
            @TargetAggregateIdentifier NotificationId notification,
            @Nullable IncidentId incident,
            @Nullable UUID run,
            Recipient recipient,
            NotificationKind kind,
            Occasion occasion,
            @Nullable Notice notice,
            Instant at)
            implements NotificationCommand {

        /** To tell of an incident. */
        public RequestNotification(
                NotificationId notification,
                IncidentId incident,
                @Nullable UUID run,
                Recipient recipient,
                NotificationKind kind,
                Occasion occasion,
                Instant at) {
            this(notification, incident, run, recipient, kind, occasion, null, at);
        }

        /** To tell of something else. {@code about}: in a word, what. */
        public static RequestNotification of(
                NotificationId notification, Recipient recipient, String about, Notice notice, Instant at) {
            return new RequestNotification(
                    notification,
                    null,
                    null,
                    recipient,
                    NotificationKind.NOTICE,
                    new Occasion(0, 0, 1, about),
                    notice,
                    at);
        }

        /** To see whether it arrives: it counts once its recipient has said so. */
        public static RequestNotification test(
                NotificationId notification, Recipient recipient, Notice notice, Instant at) {
            return of(notification, recipient, Occasion.TEST, notice, at);
        }
    }

    record RecordSent(
            @TargetAggregateIdentifier NotificationId notification,
            int attempt,
            @Nullable String receipt,
            Instant at,
            @Nullable Bundle bundle)
            implements NotificationCommand {}

    record HoldNotification(
            @TargetAggregateIdentifier NotificationId notification, String reason, Instant until, Instant at)
            implements NotificationCommand {}

    record RecordFailure(
            @TargetAggregateIdentifier NotificationId notification,
            int attempt,
            String reason,
            boolean unknown,
            @Nullable Duration retryAfter,
            Instant at)
            implements NotificationCommand {}

    record RecordWaiting(@TargetAggregateIdentifier NotificationId notification, String reason, Instant at)
            implements NotificationCommand {}

    record ScheduleDelivery(
            @TargetAggregateIdentifier NotificationId notification, int attempt, Duration after, Instant at)
            implements NotificationCommand {}

    /** {@code attempt}: the one that was refused for good; null when nobody was asked. */
    record GiveUpNotification(
            @TargetAggregateIdentifier NotificationId notification,
            @Nullable Integer attempt,
            String reason,
            Instant at)
            implements NotificationCommand {}

    /** {@code person}: whoever says that it arrived. */
    record ConfirmArrival(@TargetAggregateIdentifier NotificationId notification, PersonId person, Instant at)
            implements NotificationCommand {}

    /** The provider says later what became of what it took. */
    record RecordReceipt(
            @TargetAggregateIdentifier NotificationId notification, boolean delivered, String said, Instant at)
            implements NotificationCommand {}

    record DropNotification(@TargetAggregateIdentifier NotificationId notification, String reason, Instant at)
            implements NotificationCommand {}
}
