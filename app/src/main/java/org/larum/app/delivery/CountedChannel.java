package org.larum.app.delivery;

import java.util.Locale;
import org.larum.app.metrics.Meters;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.SendOutcome;

/** A channel whose outcomes are counted. */
public record CountedChannel(Channel channel, Meters meters) implements Channel {

    @Override
    public ChannelKind kind() {
        return channel.kind();
    }

    @Override
    public SendOutcome send(Message message) {
        var outcome = channel.send(message);
        meters.delivered(
                kind().name().toLowerCase(Locale.ROOT),
                switch (outcome) {
                    case SendOutcome.Accepted accepted -> "accepted";
                    case SendOutcome.TryLater later -> later.unknown() ? "unknown" : "try_later";
                    case SendOutcome.GiveUp giveUp -> "give_up";
                });
        return outcome;
    }
}
