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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook that nobody listens behind is given up after a day, openly, until somebody enables it. */
class WebhookStory {

    private static final int GONE = 410;

    private final World world = new World();
    private final List<String> got = new CopyOnWriteArrayList<>();
    private volatile int status = GONE;
    private HttpServer machine;

    @BeforeEach
    void open() throws IOException {
        machine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        machine.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        machine.createContext("/", this::handle);
        machine.start();
        world.configure(world.organisation());
        configure("/tickets");
    }

    private void configure(String path) {
        world.configure("""
                channels:
                  webhooks:
                    tickets: {url: "http://127.0.0.1:%d%s", secret: "a-secret-of-the-tests"}
                """.formatted(machine.getAddress().getPort(), path));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            assertThat(exchange.getRequestHeaders().getFirst("webhook-signature"))
                    .startsWith("v1,");
            got.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @AfterEach
    void end() {
        world.close();
        machine.stop(0);
    }

    private JsonNode tickets() {
        var list = JsonMapper.shared()
                .readTree(world.get(0, "/api/channels", Servers.ADMIN).body())
                .get("channels");
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.get("name").asString().equals("tickets"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode ask(String what) {
        var answer = world.post(0, "/api/channels/tickets/" + what, "{}", Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isLessThan(300);
        return answer.body().isEmpty()
                ? JsonMapper.shared().nullNode()
                : JsonMapper.shared().readTree(answer.body());
    }

    private List<JsonNode> lost() {
        return world.outbox("failed").stream()
                .filter(one -> one.get("recipient").get("name").asString().equals("tickets"))
                .toList();
    }

    /** Each incident opens, is asked about and ends: so many calls, none of which is taken. */
    private void failFor(int calls) {
        for (int n = 0; lost().size() < calls; n++) {
            var key = "disk-" + got.size() + "-" + n;
            int before = lost().size();
            world.detect(key, "trigger");
            world.eventually("it was not taken", () -> lost().size() > before);
            world.detect(key, "resolve");
            world.eventually("nor was its end", () -> lost().size() > before + 1);
        }
    }

    private void disable() {
        failFor(20);
        world.lookAtWebhooks();
        assertThat(tickets().get("disabledAt").isNull()).isTrue();
        world.wind(Duration.ofHours(25));
        world.lookAtWebhooks();
        assertThat(tickets().get("state").asString()).isEqualTo("disabled");
    }

    private long told() {
        return world.allIncidents().stream()
                .filter(one -> one.get("title").asString().startsWith("The webhook tickets is disabled"))
                .count();
    }

    @Test
    void itIsToldNothingMoreAndSaysSoUntilItIsEnabled() {
        disable();
        assertThat(tickets().get("sentence").asString())
                .startsWith("It is told nothing more. ")
                .contains(
                        " attempts in 25 h failed and none got through. The last: 127.0.0.1 answered with status 410");
        world.eventually("the administrators are told", () -> told() == 1);
        world.lookAtWebhooks();

        // what it would have been told is not sent, and says so
        status = 204;
        int calls = got.size();
        int before = lost().size();
        world.detect("payments-fail", "trigger");
        world.eventually("it stands in the outbox", () -> lost().size() > before);
        assertThat(lost().getFirst().get("reason").asString()).startsWith("This webhook is disabled");
        assertThat(got).hasSize(calls);

        // a test goes all the same
        world.wind(Duration.ofMinutes(1));
        ask("test");
        world.eventually("it gets a ping", () -> got.size() == calls + 1);
        assertThat(got.getLast()).startsWith("{\"type\":\"larum.ping\"");
        world.eventually(
                "the page says so",
                () -> tickets().get("remedy").asString().equals("It has answered since. Press \"Enable again\"."));

        ask("enable");
        ask("enable");
        assertThat(tickets().get("disabledAt").isNull()).isTrue();
        world.lookAtWebhooks();
        world.detect("payments-fail", "resolve");
        world.eventually("it is told again", () -> got.getLast().contains("incident.resolved"));
        assertThat(told()).isOne();
    }

    @Test
    void anotherAddressIsAnotherChance() {
        disable();
        status = 204;
        configure("/elsewhere");
        assertThat(tickets().get("disabledAt").isNull()).isTrue();
        int calls = got.size();
        world.detect("payments-fail", "trigger");
        world.eventually("it is told", () -> got.size() > calls);
    }

    @Test
    void aPingSaysWhatWasAnswered() {
        status = 500;
        var said = ask("check");
        assertThat(said.get("ok").asBoolean()).isFalse();
        assertThat(said.get("said").asString()).isEqualTo("127.0.0.1 answered with status 500: it has a problem.");
        status = 202;
        assertThat(ask("check").get("said").asString()).isEqualTo("HTTP 202");
        assertThat(got).hasSize(2).allSatisfy(body -> assertThat(body).startsWith("{\"type\":\"larum.ping\""));
    }
}
