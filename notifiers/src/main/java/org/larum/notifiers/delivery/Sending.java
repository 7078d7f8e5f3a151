package org.larum.notifiers.delivery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.larum.domain.notification.NotificationCommand;
import org.larum.domain.notification.NotificationCommand.DropNotification;
import org.larum.domain.notification.NotificationCommand.GiveUpNotification;
import org.larum.domain.notification.NotificationCommand.RecordFailure;
import org.larum.domain.notification.NotificationCommand.RecordSent;
import org.larum.domain.notification.NotificationCommand.RecordWaiting;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Told;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.delivery.Briefing.Address;

/** Makes one attempt: is it still wanted, how is its recipient reached, what does the provider say? Answers what became of it. */
public final class Sending {

    private final Briefing briefing;
    private final Time time;
    private final Map<ChannelKind, Channel> channels = new EnumMap<>(ChannelKind.class);

    public Sending(Briefing briefing, Time time, List<Channel> all) {
        this.briefing = briefing;
        this.time = time;
        all.forEach(channel -> channels.put(channel.kind(), channel));
    }

    public NotificationCommand send(Attempt attempt) {
        var id = attempt.notification();
        var unwanted = attempt.run() == null ? null : briefing.whyUnwanted(attempt.run(), attempt.recipient());
        if (unwanted != null) {
            return new DropNotification(id, unwanted, time.now());
        }
        return switch (briefing.address(attempt.channel(), attempt.recipient(), attempt.incident())) {
            case Address.NotYet(var reason) -> new RecordWaiting(id, reason, time.now());
            case Address.Never(var reason) -> new GiveUpNotification(id, null, reason, time.now());
            case Address.Known known -> deliver(attempt, known);
        };
    }

    private Told told(Attempt attempt, Address.Known address) {
        if (attempt.incident() == null) {
            return briefing.notice(attempt.notification(), attempt.recipient());
        }
        var subject = briefing.subject(attempt.incident(), attempt.run(), attempt.recipient());
        var said = briefing.said(attempt.incident(), attempt.turn());
        return new Content(attempt.kind(), attempt.turn(), subject, address.reader(), time.now(), said);
    }

    private NotificationCommand deliver(Attempt attempt, Address.Known address) {
        var message =
                new Message(attempt.notification(), attempt.number(), address.destination(), told(attempt, address));
        var channel = Objects.requireNonNull(channels.get(attempt.channel()));
        var id = attempt.notification();
        return switch (channel.send(message)) {
            case Accepted(var receipt) -> new RecordSent(id, attempt.number(), receipt, time.now());
            case TryLater(var reason, var unknown, var retryAfter) ->
                new RecordFailure(id, attempt.number(), reason, unknown, retryAfter, time.now());
            case GiveUp(var reason) -> new GiveUpNotification(id, attempt.number(), reason, time.now());
        };
    }
}
