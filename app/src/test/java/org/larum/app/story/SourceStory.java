package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is acknowledged in Larum keeps quiet in the Alertmanager that sent it, and speaks again when it is given back. */
class SourceStory {

    private static final String SENDER = "a-key-of-alertmanager-with-32-characters-or-more";

    private static final String OTHER = "a-key-of-another-one-with-32-characters-or-more";

    private final World world = new World();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> silences = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean isDown;
    private HttpServer alertmanager;

    @BeforeEach
    void open() throws IOException {
        alertmanager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        alertmanager.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        alertmanager.createContext("/", this::handle);
        alertmanager.start();
        world.configure(world.organisation());
        world.configure("""
                integrations:
                  am:
                    type: alertmanager
                    key: %s
                    service: checkout
                    acknowledge: {url: "http://127.0.0.1:%d/am", for: 4h, token: "the-token-of-the-tests"}
                """.formatted(SENDER, alertmanager.getAddress().getPort()));
    }

    /** Makes and ends silences as Alertmanager does. */
    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            calls.add(exchange.getRequestMethod() + " " + path);
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (isDown) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var answer = "[]";
            if (exchange.getRequestMethod().equals("POST")) {
                assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
                        .isEqualTo("Bearer the-token-of-the-tests");
                var id = "s-" + number.incrementAndGet();
                silences.put(id, JsonMapper.shared().readTree(body));
                answer = "{\"silenceID\": \"" + id + "\"}";
            } else if (exchange.getRequestMethod().equals("DELETE")) {
                silences.remove(path.substring(path.lastIndexOf('/') + 1));
            }
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @AfterEach
    void end() {
        world.close();
        alertmanager.stop(0);
    }

    private String incident() {
        var answer = world.post(0, "/hooks/alertmanager/" + SENDER, """
                {"version": "4", "status": "firing", "alerts": [
                  {"status": "firing", "labels": {"alertname": "Disk full", "severity": "critical", "host": "srv01"},
                   "annotations": {"summary": "Disk full on srv01"}, "startsAt": "2026-01-05T09:00:00Z",
                   "endsAt": "0001-01-01T00:00:00Z"}]}""", "none");
        assertThat(answer.statusCode()).describedAs(answer.body()).isLessThan(300);
        world.eventually("there is an incident", () -> world.incidents().size() == 1);
        return world.onlyIncident().get("id").asString();
    }

    private void act(String incident, String what, String body) {
        var answer = world.post(0, "/api/incidents/" + incident + "/" + what, body, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isLessThan(300);
    }

    private String told(String incident) {
        return world.get(0, "/api/incidents/" + incident + "/timeline?limit=500", Servers.ADMIN)
                .body();
    }

    private long posted() {
        return calls.stream().filter(call -> call.startsWith("POST")).count();
    }

    @Test
    void anAcknowledgementIsASilenceAndAResolutionItsEnd() {
        var incident = incident();
        act(incident, "acknowledge", "{}");
        world.eventually("it is silenced", () -> silences.size() == 1);
        var silence = silences.values().iterator().next();
        assertThat(silence.at("/matchers")).hasSize(3);
        assertThat(silence.at("/matchers/0/value").asString()).isEqualTo("Disk full");
        assertThat(silence.at("/createdBy").asString()).startsWith("Larum (");
        assertThat(silence.at("/comment").asString()).startsWith("INC-").contains("http://larum.test/i/" + incident);
        assertThat(calls).containsExactly("POST /am/api/v2/silences");
        world.eventually("the timeline says so", () -> told(incident).contains("Silences made: 1"));
        act(incident, "resolve", "{}");
        world.eventually("it speaks again", silences::isEmpty);
    }

    private void firing(String key, String name) {
        var answer = world.post(
                0,
                "/alertmanager/" + key + "/api/v2/alerts",
                """
                [{"labels": {"alertname": "%s"}, "startsAt": "%s", "endsAt": "%s"}]""".formatted(name, world.now(), world.now().plus(Duration.ofMinutes(4))),
                "none");
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
    }

    private String stateOf(String name) {
        var alerts = JsonMapper.shared()
                .readTree(world.get(
                                0, "/api/alerts?state=triggered,acknowledged,resolved,expired&limit=200", Servers.ADMIN)
                        .body());
        for (var one : alerts.get("items")) {
            if (one.at("/labels/alertname").asString("").equals(name)) {
                return one.get("state").asString();
            }
        }
        return "none";
    }

    @Test
    void whoeverWasToldToKeepQuietHasNotFallenSilent() {
        world.configure("integrations: {other: {type: alertmanager, key: %s, service: checkout}}".formatted(OTHER));
        firing(SENDER, "Kept quiet");
        firing(OTHER, "Fell silent");
        world.eventually("both are in the incident", () -> world.told() == 2);
        act(world.onlyIncident().get("id").asString(), "acknowledge", "{}");
        world.eventually("one is silenced", () -> silences.size() == 1);
        world.eventually(
                "that is known",
                () -> told(world.onlyIncident().get("id").asString()).contains("Silences made: 1"));
        world.wind(Duration.ofMinutes(5));
        world.eventually("the other has expired", () -> stateOf("Fell silent").equals("expired"));
        assertThat(stateOf("Kept quiet")).isNotEqualTo("expired").isNotEqualTo("none");
    }

    @Test
    void twoAtOnceMakeOneSilence() {
        var incident = incident();
        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> world.post(0, "/api/incidents/" + incident + "/acknowledge", "{}", Servers.ADMIN));
        world.eventually("it is silenced", () -> silences.size() == 1);
        world.eventually("that is known", () -> told(incident).contains("Silences made: 1"));
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void oneThatIsAwayIsToldWhenItIsBack() {
        isDown = true;
        var incident = incident();
        act(incident, "acknowledge", "{}");
        world.eventually(
                "it is told that it failed",
                () -> told(incident)
                        .contains(
                                "Alertmanager could not be told: it answered with status 503. The alert stays acknowledged here."));
        assertThat(world.onlyIncident().get("state").asString()).isEqualTo("acknowledged");
        isDown = false;
        world.wind(Duration.ofSeconds(5));
        world.eventually("it is silenced", () -> silences.size() == 1);
    }

    @Test
    void whatIsResolvedWhileItIsAwayIsNotSilencedLater() {
        isDown = true;
        var incident = incident();
        act(incident, "acknowledge", "{}");
        world.eventually("it was tried", () -> posted() >= 1 && told(incident).contains("503"));
        act(incident, "resolve", "{}");
        isDown = false;
        world.wind(Duration.ofSeconds(5));
        world.eventually("both are through", () -> told(incident).contains("Silences made: 0, ended: 0"));
        world.wind(Duration.ofSeconds(70));
        world.untilMessage("am", "sent");
        assertThat(silences).isEmpty();
    }
}
