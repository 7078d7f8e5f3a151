package org.larum.app.built;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;
import static org.larum.app.built.BuiltServer.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Caller;

/**
 * CRASH-3: killed at each place where a promise is half kept, started again on the same data, and in the end everything that was
 * accepted is there once and everybody was told, at most once too often. The bench kills at random moments; here it is exact.
 */
class CrashIT {

    private static final String KEY = "the-key-of-the-crash-test-with-32-characters";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Where it ends; each has a service of its own, whose alert brings it there. */
    private enum Place {
        AFTER_AN_ATTEMPT_IS_RECORDED("before org.larum.notifiers.webhook.WebhookChannel send"),
        AFTER_THE_PROVIDER_ACCEPTED("after org.larum.notifiers.webhook.WebhookChannel send"),
        AFTER_THE_COMMIT_BEFORE_THE_ANSWER("before org.larum.app.alert.Request$Part done"),
        IN_A_PROJECTION("after org.larum.projections.alert.AlertTable write"),
        AFTER_A_TOKEN("after org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore storeToken"),
        IN_A_WAITING_STEP("before org.larum.domain.escalation.EscalationRun decide StepDue"),
        IN_A_WAITING_WAY("before org.larum.domain.reach.ReachRun decide WayDue"),
        IN_THE_DRAIN_OF_THE_SPOOL("before org.larum.app.spool.Spool advance");

        private final String where;

        Place(String where) {
            this.where = where;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @TempDir
    private Path dir;

    /** How often each message came, by its id; and which services were told of by which step. */
    private final Map<String, Integer> copies = new ConcurrentHashMap<>();

    private final Map<String, String> told = new ConcurrentHashMap<>();

    /** Whose sender was left without an answer. */
    private final List<Place> unanswered = new ArrayList<>();

    private HttpServer sink;

    @BeforeEach
    void open() throws IOException {
        sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        sink.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        sink.createContext("/", call -> {
            try (call) {
                var message = Caller.JSON.readTree(call.getRequestBody().readAllBytes());
                var id = call.getRequestHeaders().getFirst("webhook-id");
                var service = message.at("/incident/service").asString("");
                copies.merge(id, 1, Integer::sum);
                if (message.path("type").asString("").equals("incident.page")) {
                    told.put(service + call.getRequestURI().getPath(), id);
                }
                call.sendResponseHeaders(200, -1);
            }
        });
        sink.start();
    }

    @AfterEach
    void close() {
        sink.stop(0);
    }

    private String organisation() {
        var services = Arrays.stream(Place.values())
                .map(place -> "  " + place.word() + ": {name: " + place.word() + ", policy: "
                        + (place == Place.IN_A_WAITING_WAY ? "ways" : "both") + "}\n")
                .collect(Collectors.joining());
        var url = "http://127.0.0.1:" + sink.getAddress().getPort();
        return """
                services:
                  fallback: {name: fallback}
                %speople:
                  ada: {name: Ada, email: ada@example.test, reach: {critical: [{email: 0m}, {email: 1s}]}}
                policies:
                  both: {steps: [{notify: ["webhook:first"], wait: 1s}, {notify: ["webhook:second"], wait: 7d}]}
                  ways: {steps: [{notify: ["webhook:first", "person:ada"], wait: 3s}, {notify: ["webhook:second"], wait: 7d}]}
                integrations:
                  native: {type: native, key: %s, service: fallback}
                channels:
                  webhooks:
                    first: {url: "%s/first", secret: the-secret-of-the-crash-test-32-characters}
                    second: {url: "%s/second", secret: the-secret-of-the-crash-test-32-characters}
                """.formatted(services, KEY, url, url);
    }

    @Test
    void killedInAMigrationItStartsAgain() throws IOException {
        var armed = Files.createFile(dir.resolve("armed"));
        var place = "after org.flywaydb.core.internal.schemahistory.JdbcTableSchemaHistory doAddAppliedMigration";
        var data = dir.resolve("data");
        BuiltServer.endsAtFirstStart(data, Failpoint.option(dir.resolve("failpoint.jar"), armed, place));
        assertThat(Files.readString(dir.resolve("larum.log"))).doesNotContain("Larum is ready");
        try (var larum = new BuiltServer(data, organisation())) {
            assertThat(trigger(new Caller(larum.url()), Place.IN_A_PROJECTION)
                            .join()
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void killedAtEachPlaceItLosesNothingAndTellsEverybody() throws IOException {
        var armed = dir.resolve("armed");
        try (var larum = new BuiltServer(dir.resolve("data"), organisation())) {
            for (var place : Place.values()) {
                larum.killAndStartAgain(Failpoint.option(dir.resolve("failpoint.jar"), armed, place.where));
                sendAgain(new Caller(larum.url()));
                endAt(place, larum, armed);
                Files.delete(armed);
            }
            larum.killAndStartAgain();
            var caller = new Caller(larum.url());
            sendAgain(caller);
            for (var place : Place.values()) {
                eventually("both steps of " + place + " were told", PATIENCE, () -> isTold(place));
            }
            eventually("both ways to Ada were gone", PATIENCE, () -> mails(caller) == 2);
            assertThat(copies.values()).describedAs("%s", copies).allMatch(times -> times <= 2);
            assertThat(copies.values().stream().mapToInt(times -> times - 1).sum())
                    .isLessThanOrEqualTo(8 * Place.values().length);
            isStoredOnce(caller);
        }
    }

    /** As every sender does whose request was not answered. */
    private void sendAgain(Caller caller) {
        unanswered.forEach(place -> {
            assertThat(trigger(caller, place).join().statusCode()).isEqualTo(202);
        });
        unanswered.clear();
    }

    private boolean isTold(Place place) {
        return told.containsKey(place.word() + "/first") && told.containsKey(place.word() + "/second");
    }

    private void endAt(Place place, BuiltServer larum, Path armed) throws IOException {
        var caller = new Caller(larum.url());
        CompletableFuture<HttpResponse<String>> answer;
        if (place == Place.IN_THE_DRAIN_OF_THE_SPOOL) {
            larum.signalDatabase("STOP");
            try {
                answer = trigger(caller, place);
                assertThat(answer.join().headers().firstValue("X-Larum-Stored")).hasValue("spool");
                Files.createFile(armed);
            } finally {
                larum.signalDatabase("CONT");
            }
        } else {
            Files.createFile(armed);
            answer = trigger(caller, place);
        }
        eventually("it ended at " + place, PATIENCE, larum::hasEndedAtFailpoint);
        if (answer.handle((done, failed) -> failed != null).join()) {
            unanswered.add(place);
        }
    }

    private static CompletableFuture<HttpResponse<String>> trigger(Caller caller, Place place) {
        var detection = Map.of(
                "key",
                place.word(),
                "service",
                place.word(),
                "severity",
                "critical",
                "summary",
                "Killed " + place.word());
        return caller.posting("/api/detections", detection, bearer(KEY));
    }

    /** In the log, in the list of alerts and in the list of incidents. */
    private void isStoredOnce(Caller caller) {
        var expected = Arrays.stream(Place.values()).map(Place::word).sorted().toList();
        eventually(
                "the lists have caught up",
                PATIENCE,
                () -> services(caller, "/api/alerts").equals(expected)
                        && services(caller, "/api/incidents").equals(expected));
        var counts = new TreeMap<String, Integer>();
        json(caller.get("/api/alerts", bearer(BuiltServer.ADMIN)))
                .path("items")
                .forEach(alert -> counts.put(
                        alert.path("key").asString(), alert.path("count").asInt()));
        assertThat(counts.get(Place.AFTER_THE_COMMIT_BEFORE_THE_ANSWER.word()))
                .describedAs("stored before the kill, and counted when it was sent again")
                .isEqualTo(2);
        assertThat(counts.values()).allMatch(count -> count <= 2);
    }

    /** How many messages were to reach somebody by mail, whatever became of them. */
    private static long mails(Caller caller) {
        return json(caller.get("/api/outbox?limit=200", bearer(BuiltServer.ADMIN)))
                .path("items")
                .valueStream()
                .filter(item -> item.path("channel").asString("").equals("email"))
                .count();
    }

    private static List<String> services(Caller caller, String list) {
        var answer = caller.get(list, bearer(BuiltServer.ADMIN));
        return answer.statusCode() != 200
                ? List.of()
                : json(answer)
                        .path("items")
                        .valueStream()
                        .map(item -> item.at("/service/word").asString(""))
                        .sorted()
                        .toList();
    }
}
