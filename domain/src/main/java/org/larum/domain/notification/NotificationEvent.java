package org.larum.domain.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Event;

/** Everything that can happen to one intent to tell. */
public sealed interface NotificationEvent extends Event {

    NotificationId notification();

    /** Null for a notice. */
    @Nullable
    IncidentId incident();

    /** A person by e-mail, or a webhook: the id is a person's or a channel's. */
    record Recipient(ChannelKind channel, UUID id) {}

    /** Which round, step and repetition it is, from 0, 0 and 1; {@code turn} says in a word what it is about. */
    record Occasion(int round, int step, int nth, String turn) {

        /** The turn of a message that is sent to see whether it arrives. */
        public static final String TEST = "test";
    }

    /**
     * Words of their own, for what is no incident. {@code moment} is written in the reader's time where the text says {@code {0}};
     * {@code path}: the page of the web app to go to.
     */
    record Notice(String title, String text, @Nullable Instant moment, String path) {}

    /** {@code run}: the call for an answer that it belongs to; null when it is for information. The first attempt is due. */
    @Revision("1")
    record NotificationRequested(
            NotificationId notification,
            @Nullable IncidentId incident,
            @Nullable UUID run,
            Recipient recipient,
            NotificationKind kind,
            Occasion occasion,
            @Nullable Notice notice,
            Instant at)
            implements NotificationEvent {}

    /** A further attempt was set for {@code due}, in the same transaction. */
    @Revision("1")
    record DeliveryScheduled(
            NotificationId notification, @Nullable IncidentId incident, int attempt, Duration after, Instant at)
            implements NotificationEvent {}

    /** Several that went as one message. {@code lead}: the one whose words came first; {@code size}: how many they are. */
    record Bundle(NotificationId lead, int size) {}

    /** The provider took it. {@code receipt} is what the provider calls it; {@code bundle}: null for a message of its own. */
    @Revision("1")
    record NotificationSent(
            NotificationId notification,
            @Nullable IncidentId incident,
            int attempt,
            @Nullable String receipt,
            Instant at,
            @Nullable Bundle bundle)
            implements NotificationEvent {}

    /** Its recipient has been told enough for the time being: it is looked at again then, and goes with what else has come. */
    @Revision("1")
    record NotificationHeld(
            NotificationId notification, @Nullable IncidentId incident, String reason, Instant until, Instant at)
            implements NotificationEvent {}

    /** The call for an answer that a message to a person served, and which try it was. */
    record Page(UUID run, UUID person, int nth) {}

    /**
     * {@code unknown}: nobody can say whether it arrived. {@code retryAfter}: how long the provider asked to wait. {@code page}: null
     * when no answer was wanted from a person.
     */
    @Revision("1")
    record DeliveryFailed(
            NotificationId notification,
            @Nullable IncidentId incident,
            int attempt,
            String reason,
            boolean unknown,
            @Nullable Duration retryAfter,
            Instant at,
            @Nullable Page page)
            implements NotificationEvent {}

    /** There is no way to send it now: it waits in the outbox until there is. {@code page}: as of a failure. */
    @Revision("1")
    record NotificationWaiting(
            NotificationId notification,
            @Nullable IncidentId incident,
            String reason,
            Instant at,
            @Nullable Page page) implements NotificationEvent {}

    /**
     * No attempt is left, or none would help. {@code attempt}: the one that was refused for good; null when there was none. {@code
     * page}: null when no answer was wanted from a person.
     */
    @Revision("1")
    record NotificationGivenUp(
            NotificationId notification,
            @Nullable IncidentId incident,
            @Nullable Integer attempt,
            String reason,
            Instant at,
            @Nullable Page page)
            implements NotificationEvent {}

    /** Its recipient says that the test arrived. */
    @Revision("1")
    record TestConfirmed(NotificationId notification, Recipient recipient, Instant at) implements NotificationEvent {

        @Override
        public @Nullable IncidentId incident() {
            return null;
        }
    }

    /**
     * The provider has said what became of it, in its words: {@code delivered}, or not, after all. {@code page}: null when no answer was
     * wanted from a person.
     */
    @Revision("1")
    record ReceiptArrived(
            NotificationId notification,
            @Nullable IncidentId incident,
            boolean delivered,
            String said,
            Instant at,
            @Nullable Page page)
            implements NotificationEvent {}

    /** It was not sent, because nobody wants it any more. */
    @Revision("1")
    record NotificationDropped(
            NotificationId notification, @Nullable IncidentId incident, String reason, Instant at)
            implements NotificationEvent {}
}
