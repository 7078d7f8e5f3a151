package org.larum.app.slack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.Destination.SlackApp;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.slack.SlackPress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says something to one person, at the address that came with what they did. It is signed, and still nothing but Slack is called: its
 * own host of such addresses, or where the house says that Slack is.
 */
final class SlackReplies {

    private static final Logger LOG = LoggerFactory.getLogger(SlackReplies.class);
    private static final String HOST = "hooks.slack.com";
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final OutboundHttp http;
    private final OutboundHttp configured;

    /** @param configured for where the house says that Slack is, which may be near */
    SlackReplies(OutboundHttp http, OutboundHttp configured) {
        this.http = http;
        this.configured = configured;
    }

    /** What a person alone sees, as Slack takes it. */
    static String json(String text) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("response_type", "ephemeral", "replace_original", false, "text", text));
    }

    /** The same with buttons beneath: {@code about} is the incident that they are about. */
    private static String json(String text, List<SlackPress> presses, UUID about) {
        var words = Map.of("type", "mrkdwn", "text", text, "verbatim", true);
        var buttons = presses.stream()
                .map(press -> Map.of(
                        "type", "button",
                        "action_id", press.id(),
                        "value", about.toString(),
                        "text", Map.of("type", "plain_text", "text", press.label())))
                .toList();
        var blocks = List.of(Map.of("type", "section", "text", words), Map.of("type", "actions", "elements", buttons));
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "response_type", "ephemeral", "replace_original", false, "text", text, "blocks", blocks));
    }

    /** Says it, and asks whether the page about the incident was worth it. */
    void ask(@Nullable String address, SlackApp app, String text, UUID about) {
        send(address, app, json(text + " Was this page useful?", SlackPress.RATINGS, about));
    }

    /** Does not throw: whoever did something sees what came of it elsewhere, too. */
    void say(@Nullable String address, SlackApp app, String text) {
        send(address, app, json(text));
    }

    private void send(@Nullable String address, SlackApp app, String body) {
        way(address, app).ifPresent(way -> {
            try {
                var headers = Map.of("Content-Type", "application/json");
                way.http().post(way.url(), headers, body.getBytes(StandardCharsets.UTF_8), TIMEOUT);
            } catch (IOException e) {
                LOG.debug("somebody in Slack could not be told what came of it: {}", e.toString());
            }
        });
    }

    private record Way(OutboundHttp http, URI url) {}

    private Optional<Way> way(@Nullable String address, SlackApp app) {
        URI url;
        try {
            url = URI.create(address == null ? "" : address);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (isSlack(url)) {
            return Optional.of(new Way(http, url));
        }
        return app.url() != null && isSame(url, app.url()) ? Optional.of(new Way(configured, url)) : Optional.empty();
    }

    private static boolean isSlack(URI url) {
        return "https".equals(url.getScheme())
                && HOST.equals(url.getHost())
                && url.getPort() == -1
                && url.getRawUserInfo() == null;
    }

    private static boolean isSame(URI url, URI base) {
        return base.getScheme().equals(url.getScheme())
                && base.getHost().equals(url.getHost())
                && base.getPort() == url.getPort()
                && url.getRawUserInfo() == null;
    }
}
