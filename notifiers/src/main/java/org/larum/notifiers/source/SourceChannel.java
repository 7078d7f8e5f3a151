package org.larum.notifiers.source;

import java.time.Duration;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.Source;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.GiveUp;

/**
 * Makes what is silenced where alerts come from what the incident says: each of its open alerts is silenced while somebody has it in
 * hand, none otherwise. It looks at what is so, not at what the message is about: messages may come late, twice or crossed.
 */
public final class SourceChannel implements Channel {

    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final OutboundHttp http;
    private final Silences silences;
    private final Time time;
    private final Duration timeout;

    public SourceChannel(OutboundHttp http, SilenceTable silences, Time time) {
        this(http, silences, time, TIMEOUT);
    }

    SourceChannel(OutboundHttp http, Silences silences, Time time, Duration timeout) {
        this.http = http;
        this.silences = silences;
        this.time = time;
        this.timeout = timeout;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SOURCE;
    }

    @Override
    public SendOutcome send(Message message) {
        if (!(message.to() instanceof Source source)) {
            return new GiveUp("This is not the address of a source.");
        }
        if (!(message.content() instanceof Content content)) {
            return new GiveUp("A source is told of incidents alone.");
        }
        var telling = new Telling(source, content, message.attempt(), http, timeout, silences, time);
        return switch (source.api()) {
            case ALERTMANAGER -> new AlertmanagerPass(telling).make();
            case ICINGA2 -> new IcingaPass(telling).make();
        };
    }

    /** What one look at a source needs. */
    record Telling(
            Source source,
            Content content,
            int attempt,
            OutboundHttp http,
            Duration timeout,
            Silences silences,
            Time time) {}
}
