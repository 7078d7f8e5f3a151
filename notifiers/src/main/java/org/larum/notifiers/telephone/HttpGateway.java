package org.larum.notifiers.telephone;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Destination.ByHttp;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.OutboundHttp.Answer;
import org.larum.notifiers.channel.RetryAfter;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands a message to any gateway that takes one over HTTP, in the words that the house has written for it. */
final class HttpGateway {

    private static final int LONGEST_RECEIPT = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutboundHttp http;
    private final Time time;
    private final Duration timeout;

    HttpGateway(OutboundHttp http, Time time, Duration timeout) {
        this.http = http;
        this.time = time;
        this.timeout = timeout;
    }

    /** Its answers are not repeated: numbers stand in them. */
    Tried take(ByHttp gateway, String number, String text, String id) {
        return Tried.gateway(outcome(gateway, number, text, id));
    }

    private SendOutcome outcome(ByHttp gateway, String number, String text, String id) {
        var who = gateway.name();
        GatewayRequest request;
        try {
            request = GatewayRequest.of(gateway.request(), number, text, id);
        } catch (RuntimeException e) {
            return new GiveUp(who + " cannot be asked: what is written for it under channels: sms: makes no request.");
        }
        try {
            var answer = http.call(request.method(), request.url(), request.headers(), request.body(), timeout);
            return outcome(gateway, answer);
        } catch (OutboundHttp.Refused e) {
            return new GiveUp("Larum does not call " + who + ": " + e.getMessage());
        } catch (OutboundHttp.NotSent e) {
            return new TryLater(who + " could not be reached: " + e.getMessage(), false, null);
        } catch (IOException | RuntimeException e) {
            // the edge of the channel: whatever went wrong on the way, the message may be out
            return new TryLater(who + " gave no answer; the message may have been sent.", true, null);
        }
    }

    private SendOutcome outcome(ByHttp gateway, Answer answer) {
        int status = answer.status();
        var said = gateway.name() + " answered with status " + status;
        var wait = RetryAfter.read(answer.retryAfter(), time.now());
        return switch (status) {
            case 408, 425, 429, 503 -> new TryLater(said + ": try again later.", false, wait);
            default ->
                switch (status / 100) {
                    case 2 -> taken(gateway, answer, said);
                    case 3 -> new GiveUp(said + ": it sends elsewhere. Configure the final address.");
                    case 4 -> new GiveUp(said + ": it refuses the request.");
                    default -> new TryLater(said + ": it has a problem, and may have sent the message.", true, wait);
                };
        };
    }

    private static SendOutcome taken(ByHttp gateway, Answer answer, String said) {
        if (gateway.receipt() == null) {
            return new Accepted("HTTP " + answer.status());
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(answer.body());
        } catch (JacksonException e) {
            return new TryLater(said + " and no JSON; the message may have been sent.", true, null);
        }
        var receipt = receipt(tree, gateway.receipt());
        return receipt == null
                ? new TryLater(said + " and has not taken the message: its answer has no receipt.", false, null)
                : new Accepted(receipt);
    }

    private static @Nullable String receipt(JsonNode tree, String pointer) {
        var found = tree.at(pointer);
        boolean isSomething = found.isString() || found.isNumber() || found.asBoolean(false);
        var text = isSomething ? OneLine.of(found.asString(), LONGEST_RECEIPT) : "";
        return text.isEmpty() ? null : text;
    }
}
