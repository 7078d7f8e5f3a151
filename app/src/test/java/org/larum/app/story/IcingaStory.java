package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;

/** What is acknowledged in Larum is acknowledged in the Icinga that sent it, until it is over. */
class IcingaStory {

    private final World world = new World();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private HttpServer icinga;

    @BeforeEach
    void open() throws IOException {
        icinga = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        icinga.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        icinga.createContext("/", this::handle);
        icinga.start();
        world.configure(world.organisation());
        world.configure("""
                integrations:
                  native:
                    type: native
                    key: %s
                    service: checkout
                    acknowledge: {api: icinga2, url: "http://127.0.0.1:%d", user: larum, password: "of the tests", for: 4h}
                """.formatted(World.KEY, icinga.getAddress().getPort()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(exchange.getRequestURI().getPath() + " " + body);
            var answer = "{\"results\": [{\"code\": 200.0, \"status\": \"done\"}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @AfterEach
    void end() {
        world.close();
        icinga.stop(0);
    }

    private void act(String incident, String what) {
        var answer = world.post(0, "/api/incidents/" + incident + "/" + what, "{}", Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isLessThan(300);
    }

    @Test
    void anAcknowledgementGoesThereAndItsEndToo() {
        var detected = world.post(0, "/api/detections", """
                {"key": "srv01!disk", "severity": "critical", "summary": "DISK CRITICAL",
                 "labels": {"host": "srv01", "service": "disk"}}""", World.KEY);
        assertThat(detected.statusCode()).describedAs(detected.body()).isEqualTo(202);
        world.untilIncidents(1);
        var incident = world.onlyIncident().get("id").asString();
        act(incident, "acknowledge");
        world.eventually("it is acknowledged there", () -> calls.size() == 1);
        assertThat(calls.getFirst())
                .startsWith("/v1/actions/acknowledge-problem ")
                .contains("\"larum_host\":\"srv01\"", "\"larum_service\":\"disk\"");
        world.eventually(
                "the timeline says so",
                () -> world.get(0, "/api/incidents/" + incident + "/timeline?limit=500", Servers.ADMIN)
                        .body()
                        .contains("Acknowledged in Icinga: 1"));
        act(incident, "resolve");
        world.eventually("it is withdrawn", () -> calls.size() == 2);
        assertThat(calls.getLast()).startsWith("/v1/actions/remove-acknowledgement ");
    }
}
