package org.larum.notifiers.slack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Destination.SlackApp;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.RetryAfter;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.slack.SlackAnswer.No;
import org.larum.notifiers.slack.SlackAnswer.Yes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slack's Web API on Larum's only way out. Blocking; never throws for what Slack does, and tries nothing twice. */
public final class SlackApi {

    private static final URI USUAL = URI.create("https://slack.com/");
    private static final Duration TIMEOUT = Duration.ofSeconds(8);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutboundHttp http;
    private final Time time;
    private final Duration timeout;

    public SlackApi(OutboundHttp http, Time time) {
        this(http, time, TIMEOUT);
    }

    /** {@code timeout}: for each call. */
    public SlackApi(OutboundHttp http, Time time, Duration timeout) {
        this.http = http;
        this.time = time;
        this.timeout = timeout;
    }

    /** @param form as a form, which all methods take; what is not text is JSON in it */
    public SlackAnswer call(SlackApp app, String method, Map<String, String> form) {
        var base = app.url() == null ? USUAL : app.url();
        var headers = Map.of(
                "Authorization", "Bearer " + app.token().value(), "Content-Type", FORM, "Accept", "application/json");
        try {
            return answer(http.post(base.resolve("/api/" + method), headers, encoded(form), timeout));
        } catch (OutboundHttp.Refused e) {
            return new No("", new GiveUp("Larum does not call Slack there: " + e.getMessage()));
        } catch (OutboundHttp.NotSent e) {
            return new No("", new TryLater("Slack could not be reached: " + e.getMessage(), false, null));
        } catch (IOException e) {
            return unknown();
        } catch (RuntimeException e) {
            // the edge of the channel: whatever went wrong on the way, the message may be out
            return unknown();
        }
    }

    private static No unknown() {
        return new No("", new TryLater("Slack gave no answer; the message may have arrived.", true, null));
    }

    private static byte[] encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private SlackAnswer answer(OutboundHttp.Answer answer) {
        int status = answer.status();
        var said = "Slack answered with status " + status;
        var wait = RetryAfter.read(answer.retryAfter(), time.now());
        return switch (status) {
            case 408, 425, 429 -> new No("ratelimited", new TryLater(said + ": try again later.", false, wait));
            // a gateway speaks for somebody it did not hear: the message may have arrived
            case 502, 504 -> new No("", new TryLater(said + ": a gateway heard nothing.", true, wait));
            default ->
                switch (status / 100) {
                    case 2 -> spoken(answer.body(), wait);
                    case 3, 4 -> new No("", new GiveUp(said + ": it refuses the request."));
                    case 5 -> new No("", new TryLater(said + ": it has a problem.", false, wait));
                    default -> unknown();
                };
        };
    }

    /** The status is 200 also for what is refused. */
    private static SlackAnswer spoken(String body, @Nullable Duration wait) {
        JsonNode read;
        try {
            read = JSON.readTree(body);
        } catch (JacksonException e) {
            return unknown();
        }
        if (read.path("ok").isBoolean()) {
            var error = read.path("error");
            return read.path("ok").asBoolean()
                    ? new Yes(read)
                    : new No(
                            error.isString() ? error.asString() : "",
                            SlackRefusals.of(error.isString() ? error.asString() : "", wait));
        }
        return unknown();
    }
}
