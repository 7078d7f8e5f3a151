package org.larum.app.intake;

import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body that kept the limits: the bytes, for the record, and the JSON in them, which is never null or absent. */
public record JsonBody(byte[] bytes, JsonNode json) {

    static final int DEEPEST = 32;
    private static final int QUICK = 32 * 1024;

    /** The parser's name for the source, of which a sender knows nothing. */
    private static final Pattern WHERE_IT_BEGAN = Pattern.compile(" *\\(start marker at \\[[^]]*]\\)");

    /**
     * Ten thousand would refuse honest batches: 256 alerts of Prometheus 3 with 20 labels, 10 annotations and 5 other
     * fields are 256 * 74 = 18,944 tokens, and 1,000 detections with 10 labels are 40,000. A tree of 50,000 nodes takes
     * about 5 MB.
     */
    static final int MOST_TOKENS = 50_000;

    // Strings have no limit of their own here: an Events v2 body may hold one text of 500 KB, and one long text must
    // not cost a batch its other members. What is kept of a text is limited by each translator.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_TOKENS)
                            .maxStringLength(BodyReader.MOST_UNPACKED)
                            .maxNameLength(4096)
                            .maxNumberLength(400)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Fails with {@link BodyRefused}. The Content-Type is not looked at: half of all senders get it wrong. */
    public static Mono<JsonBody> of(ServerHttpRequest request) {
        var encoding = request.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
        return BodyReader.read(request).flatMap(sent -> {
            var parsed = Mono.fromSupplier(() -> parse(BodyReader.unpacked(sent, encoding)));
            // A large body takes tens of milliseconds, in which the event loop would answer nobody.
            return sent.length > QUICK || encoding != null ? parsed.subscribeOn(Schedulers.parallel()) : parsed;
        });
    }

    public static JsonBody parse(byte[] bytes) {
        if (isBlank(bytes)) {
            throw new BodyRefused(400, null, "The body is empty; send JSON.");
        }
        try {
            var json = JSON.readTree(bytes);
            if (json.isNull() || json.isMissingNode()) {
                throw new BodyRefused(400, null, "The body is null; send a JSON object or array.");
            }
            return new JsonBody(bytes, json);
        } catch (StreamConstraintsException e) {
            throw beyondLimit(e.getOriginalMessage());
        } catch (JacksonException e) {
            throw new BodyRefused(400, null, "The body is not JSON: " + reason(e));
        } catch (NumberFormatException e) {
            // Jackson 3.1 lets this one out, for exponents that no int can hold.
            throw new BodyRefused(400, null, "A number in the body has too large an exponent.");
        }
    }

    public RawRequest raw(String dialect) {
        return new RawRequest(dialect, bytes);
    }

    private static BodyRefused beyondLimit(String message) {
        if (message.contains("oken count")) {
            return new BodyRefused(413, null, "The body has more than 50,000 JSON tokens; send it in parts.");
        }
        if (message.contains("nesting depth")) {
            return new BodyRefused(400, null, "The JSON is nested deeper than 32 levels.");
        }
        return new BodyRefused(400, null, "A name or a number in the JSON is too long.");
    }

    private static String reason(JacksonException e) {
        var location = e.getLocation();
        var message = e.getOriginalMessage();
        var line = message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
        line = WHERE_IT_BEGAN.matcher(line).replaceAll("");
        var where =
                location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
        return Storable.clip(Storable.mend(line), 300) + where + ".";
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
