package org.larum.app.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What comes in and what is made of it, as files. Run with {@code -Dgolden.write=true} to write answers; then read
 * them.
 */
public final class Golden {

    public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path ROOT = Path.of("src/test/resources/golden/intake");

    private static final List<String> ODD =
            List.of("null", "[]", "{}", "[[null]]", "{\"a\":{}}", "\"\"", "\"x\"", "-1", "0.5", "true");

    private Golden() {}

    public static Stream<String> cases(String dialect) {
        try (var files = Files.list(ROOT.resolve(dialect))) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".in.json"))
                    .map(name -> name.replace(".in.json", ""))
                    .sorted()
                    .toList();
            assertThat(names).as("at least a dozen cases").hasSizeGreaterThanOrEqualTo(12);
            return names.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void check(String dialect, String name, Function<JsonNode, Object> translate) throws IOException {
        var in = ROOT.resolve(dialect).resolve(name + ".in.json");
        var out = ROOT.resolve(dialect).resolve(name + ".out.json");
        var written = JSON.writeValueAsString(result(Files.readAllBytes(in), translate)) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(out, written);
        }
        assertThat(written).isEqualTo(Files.readString(out));
        distortions(Files.readAllBytes(in))
                .forEach(json -> result(json.toString().getBytes(UTF_8), translate));
    }

    /** The body with each place in turn replaced by what nobody expects there; none may do more than be refused. */
    private static List<JsonNode> distortions(byte[] body) {
        var whole = readable(body);
        var distorted = new ArrayList<JsonNode>();
        if (whole == null) {
            return distorted;
        }
        for (var pointer : places(whole, JsonPointer.empty())) {
            for (var odd : ODD) {
                var copy = whole.deepCopy();
                var parent = copy.at(pointer.head());
                if (parent instanceof ObjectNode object) {
                    object.set(pointer.last().getMatchingProperty(), JSON.readTree(odd));
                } else if (parent instanceof ArrayNode array) {
                    array.set(pointer.last().getMatchingIndex(), JSON.readTree(odd));
                }
                distorted.add(copy);
            }
        }
        return distorted;
    }

    private static List<JsonPointer> places(JsonNode node, JsonPointer here) {
        var places = new ArrayList<JsonPointer>();
        node.properties().forEach(field -> {
            places.add(here.appendProperty(field.getKey()));
            places.addAll(places(field.getValue(), here.appendProperty(field.getKey())));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(here.appendIndex(i));
            places.addAll(places(node.get(i), here.appendIndex(i)));
        }
        return places;
    }

    private static @Nullable JsonNode readable(byte[] body) {
        try {
            return JsonBody.parse(body).json();
        } catch (BodyRefused refused) {
            return null;
        }
    }

    private static Object result(byte[] body, Function<JsonNode, Object> translate) {
        try {
            return translate.apply(JsonBody.parse(body).json());
        } catch (BodyRefused refused) {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("status", refused.status());
            shown.put("path", refused.path());
            shown.put("sentence", refused.sentence());
            return shown;
        }
    }
}
