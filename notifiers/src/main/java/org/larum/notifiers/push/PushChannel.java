package org.larum.notifiers.push;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.Device;
import org.larum.notifiers.channel.Destination.Devices;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.OutboundHttp.Answer;
import org.larum.notifiers.channel.RetryAfter;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import tools.jackson.databind.json.JsonMapper;

/** Tells the browsers of a person, all of them at once; one that takes it is enough. */
public final class PushChannel implements Channel {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** What comes hours later would wake somebody for nothing: others have been asked by then. */
    private static final Duration PAGE_LIVES = Duration.ofMinutes(30);

    private static final Duration NEWS_LIVES = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutboundHttp http;
    private final PushHosts hosts;
    private final PushReturns returns;
    private final Time time;
    private final Duration timeout;
    private final Vapid vapid;

    public PushChannel(OutboundHttp http, PushHosts hosts, PushReturns returns, Time time) {
        this(http, hosts, returns, time, TIMEOUT);
    }

    /** {@code timeout}: for each call. */
    PushChannel(OutboundHttp http, PushHosts hosts, PushReturns returns, Time time, Duration timeout) {
        this.http = http;
        this.hosts = hosts;
        this.returns = returns;
        this.time = time;
        this.timeout = timeout;
        this.vapid = new Vapid(time);
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.PUSH;
    }

    @Override
    public SendOutcome send(Message message) {
        if (!(message.to() instanceof Devices devices)) {
            return new GiveUp("These are no devices.");
        }
        var body = JSON.writeValueAsBytes(PushWords.of(message, returns.receipt(message.id())));
        var calls = devices.all().stream()
                .map(device -> (Callable<SendOutcome>) () -> send(body, message, device, devices))
                .toList();
        return together(outcomes(calls));
    }

    /** At once: with one after the other, the last would wait for all that hang. */
    private static List<SendOutcome> outcomes(List<Callable<SendOutcome>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(PushChannel::outcome).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(new TryLater("The server stopped while it was sending.", true, null));
        }
    }

    private static SendOutcome outcome(Future<SendOutcome> call) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            return noAnswer("The push service", Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return noAnswer("The push service", e);
        }
    }

    /** One that took it is enough; otherwise it is tried again as long as there is hope for one. */
    private static SendOutcome together(List<SendOutcome> all) {
        var accepted = all.stream().filter(Accepted.class::isInstance).toList();
        if (!accepted.isEmpty()) {
            return new Accepted(accepted.size() + " of " + all.size() + (all.size() == 1 ? " device" : " devices"));
        }
        var later = all.stream()
                .filter(TryLater.class::isInstance)
                .map(TryLater.class::cast)
                .toList();
        if (!later.isEmpty()) {
            return new TryLater(
                    later.getFirst().reason(),
                    later.stream().anyMatch(TryLater::unknown),
                    later.stream()
                            .map(TryLater::retryAfter)
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null));
        }
        return all.isEmpty() ? new GiveUp("This person has no device.") : all.getFirst();
    }

    private SendOutcome send(byte[] body, Message message, Device device, Devices devices) {
        if (!hosts.allow(device.endpoint())) {
            return new GiveUp("Larum sends to no device at " + device.endpoint().getHost() + ".");
        }
        byte[] sealed;
        try {
            sealed = PushSeal.seal(body, device);
        } catch (IllegalArgumentException e) {
            return new GiveUp("The keys of the device make no sense. Add it again.");
        }
        boolean isNews = message.content() instanceof Content content && content.kind() == NotificationKind.UPDATE;
        boolean isPage = message.content() instanceof Content content && content.kind() == NotificationKind.PAGE;
        var headers = Map.of(
                "Content-Type",
                "application/octet-stream",
                "Content-Encoding",
                "aes128gcm",
                "Authorization",
                vapid.authorization(device.endpoint(), devices.keys()),
                "TTL",
                String.valueOf((isPage ? PAGE_LIVES : NEWS_LIVES).toSeconds()),
                "Urgency",
                isNews ? "normal" : "high",
                "Topic",
                topic(message));
        return post(device, headers, sealed);
    }

    /** While the device is away, the newest of an incident replaces the one before: at most 32 letters of base64url. */
    private static String topic(Message message) {
        UUID of = message.content() instanceof Content content
                ? content.subject().incident().value()
                : message.id().value();
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(of.getMostSignificantBits())
                .putLong(of.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reasons name the host only: whoever has the whole address can send. */
    private SendOutcome post(Device device, Map<String, String> headers, byte[] body) {
        var who = device.endpoint().getHost();
        try {
            return outcome(device, http.post(device.endpoint(), headers, body, timeout), time.now());
        } catch (OutboundHttp.Refused e) {
            return new GiveUp("Larum does not call this push service: " + e.getMessage());
        } catch (OutboundHttp.NotSent e) {
            return new TryLater(who + " could not be reached: " + e.getMessage(), false, null);
        } catch (IOException e) {
            return noAnswer(who, e);
        }
    }

    private static SendOutcome noAnswer(String who, Throwable e) {
        return new TryLater(
                who + " gave no answer (" + e.getClass().getSimpleName() + "); the message may have arrived.",
                true,
                null);
    }

    private SendOutcome outcome(Device device, Answer answer, Instant now) {
        int status = answer.status();
        var said = device.endpoint().getHost() + " answered with status " + status;
        return switch (status) {
            case 404, 410 -> {
                returns.gone(device.id());
                yield new GiveUp(said + ": the device is gone, or takes no messages any more. Add it again.");
            }
            case 401, 403 -> new GiveUp(said + ": it does not know the key of this house. Add the device again.");
            case 413 -> new GiveUp(said + ": the message is too long for it.");
            case 408, 425, 429 -> new TryLater(said + ": try again later.", false, wanted(answer, now));
            // a gateway speaks for somebody it did not hear: the message may have arrived
            case 502, 504 -> new TryLater(said + ": a gateway heard nothing.", true, wanted(answer, now));
            default ->
                switch (status / 100) {
                    case 2 -> new Accepted(null);
                    case 5 -> new TryLater(said + ": it has a problem.", false, wanted(answer, now));
                    case 3, 4 -> new GiveUp(said + ": it refuses the request.");
                    default -> new TryLater(said + ", which is not an answer Larum knows.", true, null);
                };
        };
    }

    private static @Nullable Duration wanted(Answer answer, Instant now) {
        return RetryAfter.read(answer.retryAfter(), now);
    }
}
