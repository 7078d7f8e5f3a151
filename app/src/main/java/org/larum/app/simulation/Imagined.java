package org.larum.app.simulation;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.larum.app.delivery.Reachable;
import org.larum.app.delivery.Unwanted;
import org.larum.app.eventstore.Log;
import org.larum.domain.directory.Directory;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.Encryption;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.Mailbox;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.Message.Subject;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.delivery.Briefing;

/** Whether somebody is reached is decided as ever; what would be written and where to is left out, since nobody reads it. */
record Imagined(Log log, Directory organisation, Time time) implements Briefing {

    private static final String NOTHING = "";
    private static final URI NOWHERE = URI.create("simulation:nowhere");
    private static final Reader READER = new Reader(null, ZoneOffset.UTC, NOWHERE, null);
    private static final Mailbox MAILBOX =
            new Mailbox(NOTHING, new MailServer(NOTHING, 0, NOTHING, null, null, Encryption.NONE));

    /** A provider that takes what it is given, or fails at each attempt. */
    record Provider(ChannelKind kind, Supplier<Boolean> isDown) implements Channel {

        @Override
        public SendOutcome send(Message message) {
            return isDown.get()
                    ? new SendOutcome.TryLater("The provider is assumed to be down.", false, null)
                    : new SendOutcome.Accepted(null);
        }
    }

    @Override
    public @Nullable String whyUnwanted(UUID run, UUID recipient) {
        return Unwanted.why(
                log.readEvents(run.toString(), 0)
                        .asStream()
                        .map(message -> (Object) message.getPayload())
                        .toList(),
                recipient);
    }

    /** Nobody thinks of limits: what is foreseen is what would be sent at most. */
    @Override
    public Urgency urgency(IncidentId incident) {
        return new Urgency(Severity.LOW.mark(), incident.value());
    }

    @Override
    public Subject subject(IncidentId incident, @Nullable UUID run, UUID recipient) {
        return new Subject(incident, 0, Severity.LOW, NOTHING, NOTHING, time.now(), null, null, null);
    }

    @Override
    public Notice notice(NotificationId notification, UUID recipient) {
        return new Notice(NOTHING, NOTHING, NOWHERE, null, time.now());
    }

    @Override
    public @Nullable String said(IncidentId incident, String turn) {
        return null;
    }

    @Override
    public Address address(ChannelKind channel, UUID recipient, @Nullable IncidentId incident) {
        var whyNot = Reachable.whyNot(channel, recipient, organisation);
        return whyNot == null ? new Address.Known(MAILBOX, READER) : whyNot;
    }
}
