package org.larum.notifiers.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.Message.Subject;

/** What must be known to write a message, asked at the moment of sending so that nothing in it is stale. */
public interface Briefing {

    /** Why the run asks this person for no answer any more, as a sentence; null while it does. */
    @Nullable
    String whyUnwanted(UUID run, UUID recipient);

    /** What is known of an incident without writing of it. {@code severity}: 1 is critical. */
    record Urgency(int severity, UUID service) {

        static final int CRITICAL = 1;
    }

    Urgency urgency(IncidentId incident);

    Subject subject(IncidentId incident, @Nullable UUID run, UUID recipient);

    /** The words of a notice, in the recipient's time. */
    Notice notice(NotificationId notification, UUID recipient);

    /** The words of a person that this turn of the incident came with; null when it speaks for itself. */
    @Nullable
    String said(IncidentId incident, String turn);

    /** How the recipient can be reached now, to be told of the incident if it is about one. */
    Address address(ChannelKind channel, UUID recipient, @Nullable IncidentId incident);

    /** The answer to: how is somebody reached? */
    sealed interface Address {

        record Known(Destination destination, Reader reader) implements Address {}

        /** The channel is not set up yet; the message waits. */
        record NotYet(String reason) implements Address {}

        /** The recipient cannot be reached this way, now or later. */
        record Never(String reason) implements Address {}
    }
}
