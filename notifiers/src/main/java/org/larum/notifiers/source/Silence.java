package org.larum.notifiers.source;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.Message.Content;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A silence in the words of Alertmanager's API, version 2: one alert by all its labels, and nothing else. */
final class Silence {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** So many labels name an alert well enough to look for its silences: an address must not become too long. */
    private static final int LOOKED_FOR = 8;

    private Silence() {}

    /** @param id of one that is there, to be made longer; null for a new one */
    static byte[] body(
            @Nullable String id, Map<String, String> labels, String by, String comment, Instant from, Instant until) {
        var body = new LinkedHashMap<String, Object>();
        if (id != null) {
            body.put("id", id);
        }
        body.put(
                "matchers",
                sorted(labels)
                        .map(label -> Map.of(
                                "name", label.getKey(), "value", label.getValue(), "isRegex", false, "isEqual", true))
                        .toList());
        body.put("startsAt", from.toString());
        body.put("endsAt", until.toString());
        body.put("createdBy", by);
        body.put("comment", comment);
        return JSON.writeValueAsBytes(body);
    }

    private static Stream<Map.Entry<String, String>> sorted(Map<String, String> labels) {
        return labels.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> label) ->
                                !label.getKey().equals("alertname"))
                        .thenComparing(Map.Entry::getKey));
    }

    /** For people who find it there; by the id at its end Larum knows it again. */
    static String comment(Content content, UUID alert) {
        return "INC-" + content.subject().number() + ": " + content.subject().title() + " — "
                + content.reader().incident() + " " + mark(content, alert);
    }

    private static String mark(Content content, UUID alert) {
        return "[" + content.subject().incident() + "/" + alert + "]";
    }

    static URI silences(URI base) {
        return URI.create(base.toString().replaceAll("/+$", "") + "/api/v2/silences");
    }

    /** Where those for an alert can be looked for. */
    static URI search(URI base, Map<String, String> labels) {
        return URI.create(silences(base) + "?"
                + sorted(labels)
                        .limit(LOOKED_FOR)
                        .map(label -> "filter=" + encoded(label.getKey() + "=" + quoted(label.getValue())))
                        .collect(Collectors.joining("&")));
    }

    static URI one(URI base, String id) {
        return URI.create(base.toString().replaceAll("/+$", "") + "/api/v2/silence/" + encoded(id));
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What it is called; empty when the answer is not one. */
    static Optional<String> id(String answer) {
        return read(answer).map(json -> json.path("silenceID").asString("")).filter(id -> !id.isBlank());
    }

    /** It was there and is over. */
    static boolean isExpired(String answer) {
        return read(answer)
                .map(json -> json.at("/status/state").asString("").equals("expired"))
                .orElse(false);
    }

    /** One that is in force. */
    record Found(String id, Instant endsAt) {}

    /**
     * Ours among those that were found: an earlier attempt made it, and its answer was lost. Empty inside when there is none, empty
     * outside when the answer is none.
     */
    static Optional<List<Found>> ours(String answer, Content content, UUID alert) {
        return read(answer)
                .filter(JsonNode::isArray)
                .map(all -> StreamSupport.stream(all.spliterator(), false)
                        .filter(one -> one.path("comment").asString("").endsWith(mark(content, alert)))
                        .filter(one -> !one.at("/status/state").asString("").equals("expired"))
                        .flatMap(one -> found(one).stream())
                        .toList());
    }

    private static Optional<Found> found(JsonNode one) {
        try {
            return Optional.of(new Found(
                    one.path("id").asString(""),
                    OffsetDateTime.parse(one.path("endsAt").asString("")).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> read(String answer) {
        try {
            return Optional.of(JSON.readTree(answer));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
