package org.larum.bench.larum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's HTTP API, for what is not measured itself. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 1000;

    // HTTP/1.1: the offer to change to HTTP/2 makes the server refuse bodies.
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port;
    private final String token;

    Api(int port, String token) {
        this.port = port;
        this.token = token;
    }

    public JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    public JsonNode post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Every item of a list, page after page. {@code list}: such as {@code /api/alerts?state=triggered}. */
    public void each(String list, Consumer<JsonNode> item) {
        var first = list + (list.contains("?") ? "&" : "?") + "limit=" + PAGE;
        var page = get(first);
        page.path("items").forEach(item);
        while (page.hasNonNull("next")) {
            var after = URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8);
            page = get(first + "&after=" + after);
            page.path("items").forEach(item);
        }
    }
}
