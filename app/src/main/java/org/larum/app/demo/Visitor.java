package org.larum.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the server as everybody else must: over its public HTTP. Blocking. */
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI server;

    Visitor(URI server) {
        this.server = server;
    }

    /** Somebody who has signed in. */
    record Session(String cookie, String csrf) {}

    /** The server said no; the message is its own words. */
    static final class Refused extends RuntimeException {
        Refused(String sentence) {
            super(sentence);
        }
    }

    JsonNode get(String path, Session session) {
        return read(send(request(path).header("Cookie", session.cookie()).GET()));
    }

    JsonNode post(String path, Object body, String... headers) {
        return read(send(posting(path, json.writeValueAsString(body), headers)));
    }

    JsonNode post(String path, Object body, Session session) {
        return post(path, body, "Cookie", session.cookie(), "X-Larum-Csrf", session.csrf());
    }

    void postText(String path, String body, String... headers) {
        send(posting(path, body, headers));
    }

    /** Signs in: by a password, or by the link of an invitation. */
    Session enter(String path, Map<String, String> form) {
        var answer = send(posting(path, json.writeValueAsString(form)));
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new Session(cookie.split(";", 2)[0], read(answer).path("csrf").asString());
    }

    private HttpRequest.Builder posting(String path, String body, String... headers) {
        var request = request(path).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    private JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (!List.of(200, 201, 202).contains(answer.statusCode())) {
                throw new Refused(answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new Refused(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
