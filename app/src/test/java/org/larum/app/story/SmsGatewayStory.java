package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A house has several gateways for text messages: that of the country is asked first, and another when it does not take one. */
class SmsGatewayStory {

    private final World world = new World();
    private final List<JsonNode> posted = new CopyOnWriteArrayList<>();
    private HttpServer gateway;

    @TempDir
    private Path spool;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.createContext("/", exchange -> {
            try (exchange) {
                posted.add(
                        JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
                var body = "{\"messages\": [{\"id\": \"B-1\"}]}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(202, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        gateway.start();
        world.configure(world.organisation());
    }

    @AfterEach
    void end() {
        world.close();
        gateway.stop(0);
    }

    private void adaIsReachedBySms(String folder) {
        world.configure("""
                people:
                  ada: {name: Ada Lovelace, phone: "+44 7700 900123", reach: {critical: [{sms: 0m}]}}
                channels:
                  sms:
                    - name: berlin
                      http:
                        url: "http://127.0.0.1:%d/send"
                        json: {to: ["{number}"], text: "{text}", reference: "{id}"}
                        receipt: /messages/0/id
                    - {name: modem, countries: ["+44"], spool: "%s"}
                """.formatted(gateway.getAddress().getPort(), folder));
        world.detect("payments", "trigger");
    }

    private List<Path> files() {
        try (var all = Files.list(spool)) {
            return all.toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String told() {
        var incident = world.onlyIncident().get("id").asString();
        return world.get(0, "/api/incidents/" + incident + "/timeline?limit=500", Servers.ADMIN)
                .body();
    }

    @Test
    void theGatewayOfTheCountryTakesItFirst() throws IOException {
        adaIsReachedBySms(spool.toString());
        world.eventually("a file lies for the modem", () -> !files().isEmpty());
        assertThat(Files.readString(files().getFirst()))
                .startsWith("To: 447700900123\nAlphabet: ISO\n\nCritical INC-1001 Payments fail: payments (Checkout).")
                .contains("http://larum.test/i/")
                .doesNotContain("Reply 1");
        world.untilMessage("Ada Lovelace", "sent");
        world.eventually("who took it is told", () -> told().contains("modem: larum-"));
        assertThat(posted).isEmpty();
    }

    @Test
    void whatItCannotTakeAnotherTakesInTheSameBreath() {
        adaIsReachedBySms(spool.resolve("gone").toString());
        world.eventually("the other took it", () -> posted.size() == 1);
        var message = world.untilMessage("Ada Lovelace", "sent");
        assertThat(posted.getFirst().at("/to/0").asString()).isEqualTo("+447700900123");
        assertThat(posted.getFirst().at("/reference").asString())
                .isEqualTo(message.get("id").asString());
        assertThat(message.get("attempts").asInt()).isEqualTo(1);
        world.eventually("who took it is told", () -> told().contains("berlin: B-1"));
    }
}
