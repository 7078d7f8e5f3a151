package org.larum.notifiers.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.ChatFormat;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.OutboundHttp.Answer;
import org.larum.notifiers.channel.OutboundHttp.Method;
import org.larum.notifiers.channel.RetryAfter;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.webhook.Signature.Signed;
import tools.jackson.databind.json.JsonMapper;

/** Tells a machine by one signed POST, as the Standard Webhooks specification has it; or a chat, as it wants it. */
public final class WebhookChannel implements Channel {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Map<String, String> CHAT_HEADERS =
            Map.of("Content-Type", "application/json", "User-Agent", "Larum");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutboundHttp http;
    private final Time time;
    private final Duration timeout;

    public WebhookChannel(OutboundHttp http, Time time) {
        this(http, time, TIMEOUT);
    }

    /** {@code timeout}: for the whole call. */
    public WebhookChannel(OutboundHttp http, Time time, Duration timeout) {
        this.http = http;
        this.time = time;
        this.timeout = timeout;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public SendOutcome send(Message message) {
        if (!(message.to() instanceof Endpoint endpoint)) {
            return new GiveUp("This is not the address of a webhook.");
        }
        if (endpoint.chat() != null) {
            return tell(
                    endpoint.chat(), endpoint, ChatBody.of(endpoint.chat(), endpoint, message.content(), message.id()));
        }
        byte[] body = JSON.writeValueAsBytes(WebhookPayload.body(message));
        Map<String, String> headers;
        try {
            headers = headers(endpoint, new Signed(message.id().toString(), time.now(), body));
        } catch (IllegalArgumentException e) {
            return new GiveUp("The webhook cannot be signed: " + e.getMessage());
        }
        return call(Method.POST, endpoint.url(), headers, body, ChatAnswer.PLAIN);
    }

    private SendOutcome tell(ChatFormat format, Endpoint endpoint, ChatBody.Post post) {
        var headers = new LinkedHashMap<>(CHAT_HEADERS);
        if (format == ChatFormat.MATRIX) {
            headers.put("Authorization", "Bearer " + endpoint.secret().value());
        }
        byte[] body = JSON.writeValueAsBytes(post.body());
        return call(post.method(), post.url(), headers, body, ChatAnswer.of(format));
    }

    private static Map<String, String> headers(Endpoint endpoint, Signed signed) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Larum");
        headers.put("Idempotency-Key", signed.id());
        headers.put("webhook-id", signed.id());
        headers.put("webhook-timestamp", signed.timestamp());
        headers.put("webhook-signature", signatures(endpoint, signed));
        return headers;
    }

    /** While a secret is being changed, receivers may know the one or the other: either finds its own. */
    private static String signatures(Endpoint endpoint, Signed signed) {
        var signature = Signature.sign(endpoint.secret(), signed);
        return endpoint.previous() == null ? signature : signature + " " + Signature.sign(endpoint.previous(), signed);
    }

    /** Reasons name the host only: paths and queries of webhooks often hold a secret. */
    private SendOutcome call(Method method, URI url, Map<String, String> headers, byte[] body, ChatAnswer reading) {
        String who = url.getHost() == null ? "The webhook" : url.getHost();
        try {
            var answer = http.call(method, url, headers, body, timeout);
            var read = reading.read(who, answer);
            return read == null ? outcome(who, answer, time.now()) : read;
        } catch (OutboundHttp.Refused e) {
            return new GiveUp("Larum does not call this webhook: " + e.getMessage());
        } catch (OutboundHttp.NotSent e) {
            return new TryLater(who + " could not be reached: " + e.getMessage(), false, null);
        } catch (IOException e) {
            return new TryLater(who + " gave no answer; the message may have arrived.", true, null);
        } catch (RuntimeException e) {
            // the edge of the channel: whatever went wrong on the way out, the message may be out
            return new TryLater(who + " gave no answer: " + e.getClass().getSimpleName() + ".", true, null);
        }
    }

    private static SendOutcome outcome(String who, Answer answer, Instant now) {
        int status = answer.status();
        String said = who + " answered with status " + status;
        return switch (status) {
            case 408, 425, 429 -> new TryLater(said + ": try again later.", false, wanted(answer, now));
            case 410 -> new GiveUp(said + ": the webhook is gone. Remove it or give it a new address.");
            // a gateway speaks for somebody it did not hear: the message may have arrived
            case 502, 504 -> new TryLater(said + ": a gateway heard nothing.", true, wanted(answer, now));
            default ->
                switch (status / 100) {
                    case 2 -> new Accepted("HTTP " + status);
                    case 3 ->
                        new GiveUp(said + ": a redirect, which Larum does not follow. Configure the final address.");
                    case 4 -> new GiveUp(said + ": it refuses the request.");
                    case 5 -> new TryLater(said + ": it has a problem.", false, wanted(answer, now));
                    default -> new TryLater(said + ", which is not an answer Larum knows.", true, null);
                };
        };
    }

    private static @Nullable Duration wanted(Answer answer, Instant now) {
        return RetryAfter.read(answer.retryAfter(), now);
    }
}
