package org.larum.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.config.SystemTime;
import org.larum.app.security.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the API that is served and committed equals what the routes are. To write it anew after a change: {@code mvn
 * verify -Dit.test=OpenApiIT -Dlarum.write-openapi=true}, and look at the difference.
 */
class OpenApiIT {

    private static final Path COMMITTED = Path.of("src/main/resources/openapi.json");

    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    @TempDir
    private Path data;

    @Test
    void theCommittedDescriptionIsWhatTheRoutesAre() throws IOException, InterruptedException {
        try (var server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime())) {
            var token = Files.readString(data.resolve(Keys.OPERATOR_TOKEN));
            var base = "http://127.0.0.1:" + Servers.port(server);
            var now = describe(get(base + "/v3/api-docs", token));
            if (Boolean.getBoolean("larum.write-openapi")) {
                Files.writeString(COMMITTED, now + "\n");
            }
            assertThat(now).isEqualTo(Files.readString(COMMITTED).strip());
            assertThat(get(base + "/api/openapi.json", "").strip()).isEqualTo(now);
        }
    }

    private String describe(String text) {
        var tree = (ObjectNode) json.readTree(text);
        tree.remove("servers");
        tree.set("info", info());
        Description.complete(json, tree);
        return json.writeValueAsString(tree);
    }

    private JsonNode info() {
        return json.createObjectNode()
                .put("title", "Larum")
                .put("version", "0.1.0")
                .put("description", "Alerts and incidents. In words: docs/http-api.md and docs/senders.md.");
    }

    private static String get(String url, String token) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }
}
