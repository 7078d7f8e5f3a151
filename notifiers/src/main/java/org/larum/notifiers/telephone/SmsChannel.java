package org.larum.notifiers.telephone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.ByHttp;
import org.larum.notifiers.channel.Destination.BySpool;
import org.larum.notifiers.channel.Destination.ByTwilio;
import org.larum.notifiers.channel.Destination.Gateway;
import org.larum.notifiers.channel.Destination.Handset;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.channel.Templates;

/**
 * One text message of 160 letters, by the first gateway that takes it. The next one is asked at once only while it is known that the one
 * before has not taken the message; after an unknown outcome the next attempt begins with the next gateway.
 */
public final class SmsChannel implements Channel {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** As many as can all fail by their time-outs while the attempt is still this one's. */
    private static final int AT_ONCE = 3;

    private final TwilioSms twilio;
    private final HttpGateway http;
    private final SpoolGateway spool;
    private final Templates templates;

    public SmsChannel(OutboundHttp http, Time time, Templates templates) {
        this(http, time, TIMEOUT, templates);
    }

    SmsChannel(OutboundHttp out, Time time, Duration timeout) {
        this(out, time, timeout, Templates.NONE);
    }

    SmsChannel(OutboundHttp out, Time time, Duration timeout, Templates templates) {
        this.twilio = new TwilioSms(new TwilioCall(out, time, timeout));
        this.http = new HttpGateway(out, time, timeout);
        this.spool = new SpoolGateway(time);
        this.templates = templates;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMS;
    }

    @Override
    public SendOutcome send(Message message) {
        if (!(message.to() instanceof Handset handset)) {
            return new GiveUp("This is not a telephone that reads messages.");
        }
        if (handset.gateways().isEmpty()) {
            return new GiveUp("No gateway sends messages to this country. Describe one under channels: sms:.");
        }
        var before = message.attempt() > 1 ? sentBefore(message, handset) : null;
        return before == null ? send(message, handset) : before;
    }

    /** Whether an attempt of which nobody knows went out after all, as far as its gateway can be asked. */
    private @Nullable SendOutcome sentBefore(Message message, Handset handset) {
        return handset.gateways().stream()
                .filter(ByTwilio.class::isInstance)
                .map(gateway -> twilio.find((ByTwilio) gateway, handset.number(), message, words(message)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private SendOutcome send(Message message, Handset handset) {
        var gateways = new ArrayList<>(handset.gateways());
        Collections.rotate(gateways, 1 - message.attempt());
        var refusals = new ArrayList<SendOutcome>();
        for (var gateway : gateways.subList(0, Math.min(AT_ONCE, gateways.size()))) {
            var tried = take(gateway, handset.number(), message);
            if (!tried.mayAskAnother()) {
                return named(tried.outcome(), gateway, gateways);
            }
            refusals.add(tried.outcome());
        }
        return together(refusals);
    }

    private Tried take(Gateway gateway, String number, Message message) {
        var id = message.id().toString();
        var words = words(message);
        return switch (gateway) {
            case ByTwilio to -> twilio.take(to, number, message, words);
            case ByHttp to -> http.take(to, number, Wording.oneWay(message.content(), words), id);
            case BySpool to -> spool.take(to, number, Wording.oneWay(message.content(), words), id);
        };
    }

    private @Nullable String words(Message message) {
        return message.content() instanceof Content content
                ? templates.of(ChannelKind.SMS, Templates.Part.TEXT, content)
                : null;
    }

    /** Where there are several, the receipt says who took it. */
    private static SendOutcome named(SendOutcome outcome, Gateway gateway, List<Gateway> all) {
        return outcome instanceof Accepted(var receipt) && all.size() > 1
                ? new Accepted(gateway.name() + ": " + receipt)
                : outcome;
    }

    private static SendOutcome together(List<SendOutcome> refusals) {
        var reasons = refusals.stream().map(SmsChannel::reason).collect(Collectors.joining(" "));
        var later = refusals.stream()
                .filter(TryLater.class::isInstance)
                .map(TryLater.class::cast)
                .toList();
        if (later.isEmpty()) {
            return new GiveUp(reasons);
        }
        // One that has said nothing of a time may be asked soon.
        boolean isAnyFree = later.stream().anyMatch(one -> one.retryAfter() == null);
        var wait = isAnyFree
                ? null
                : later.stream()
                        .map(TryLater::retryAfter)
                        .filter(Objects::nonNull)
                        .min(Duration::compareTo)
                        .orElse(null);
        return new TryLater(reasons, false, wait);
    }

    private static String reason(SendOutcome outcome) {
        return switch (outcome) {
            case TryLater later -> later.reason();
            case GiveUp refused -> refused.reason();
            case Accepted taken -> "";
        };
    }
}
