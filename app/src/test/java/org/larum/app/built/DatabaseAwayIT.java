package org.larum.app.built;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;
import static org.larum.app.built.BuiltServer.eventually;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Caller;
import tools.jackson.databind.JsonNode;

/**
 * The database freezes, dies, or was never finished: detections are kept all the same, nobody is told a lie, and Larum comes
 * back by itself.
 */
class DatabaseAwayIT {

    private static final String KEY = "the-key-of-the-database-test-32-characters";
    private static final String ORGANISATION = """
            teams: {payments: {name: Payments, members: []}}
            services: {checkout: {name: Checkout, team: payments}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            """.formatted(KEY);
    private static final Map<String, String> DETECTION =
            Map.of("key", "payments", "severity", "critical", "summary", "Payments fail");
    private static final Map<String, String> ENDED = Map.of("key", "payments", "action", "resolve");
    private static final Map<String, String> OTHER =
            Map.of("key", "refunds", "severity", "low", "summary", "Refunds are slow");
    private static final Map<String, String> ADA = Map.of(
            "name", "Ada Lovelace",
            "email", "ada@example.test",
            "password", "a long enough password",
            "timeZone", "Europe/London");

    @TempDir
    private Path dir;

    @Test
    void aFrozenDatabaseIsToldAtEveryDoorWithinASecondAndAllGoesOnAfterwards() {
        try (var larum = new BuiltServer(dir.resolve("data"), ORGANISATION)) {
            var caller = new Caller(larum.url());
            var session = caller.post("/api/invitations/" + larum.setupLink().replaceAll(".*/", ""), ADA);
            var cookie =
                    session.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
            assertThat(caller.post("/api/detections", DETECTION, bearer(KEY)).statusCode())
                    .isEqualTo(202);

            larum.signalDatabase("STOP");
            try {
                List<Supplier<HttpResponse<String>>> doors = List.of(
                        () -> caller.get("/api/incidents", bearer(BuiltServer.ADMIN)),
                        () -> caller.post("/api/session", ADA),
                        () -> caller.get("/api/session", "Cookie", cookie),
                        () -> caller.get("/api/people", bearer("larum_a-token-that-may-be-somebodys")),
                        () -> caller.get("/api/invitations/a-link-that-may-be-somebodys"));
                for (var door : doors) {
                    long before = System.nanoTime();
                    var answer = door.get();
                    var took = Duration.ofNanos(System.nanoTime() - before);
                    assertThat(answer.statusCode())
                            .describedAs(answer.uri() + " " + answer.body())
                            .isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                    assertThat(json(answer).get("code").asString()).isIn("database_away", "storage_unavailable");
                    assertThat(took).describedAs(answer.uri().toString()).isLessThan(Duration.ofSeconds(1));
                }
                // The status page stands in memory, also for somebody who is signed in.
                long before = System.nanoTime();
                assertThat(caller.get("/status", "Cookie", cookie).statusCode()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            } finally {
                larum.signalDatabase("CONT");
            }
            eventually(
                    "the session is known again",
                    Duration.ofSeconds(30),
                    () -> caller.get("/api/session", "Cookie", cookie).statusCode() == 200);
            assertThat(caller.post("/api/detections", DETECTION, bearer(KEY)).statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void whatIsSentToAFrozenDatabaseIsKeptOnTheDiskAndFiledInItsOrderOnce() {
        try (var larum = new BuiltServer(dir.resolve("data"), ORGANISATION)) {
            var caller = new Caller(larum.url());
            caller.post("/api/detections", Map.of("key", "warm", "severity", "low", "summary", "Warm"), bearer(KEY));
            larum.signalDatabase("STOP");
            try {
                isSpooled(() -> caller.post("/api/detections", DETECTION, bearer(KEY)));
                isSpooled(() -> caller.post("/api/detections", DETECTION, bearer(KEY)));
                String[] keyed = {"Authorization", "Bearer " + KEY, "Idempotency-Key", "once"};
                isSpooled(() -> caller.post("/api/detections", DETECTION, keyed));
                isSpooled(() -> caller.post("/api/detections", DETECTION, keyed));
                isSpooled(() -> caller.post("/api/detections", ENDED, bearer(KEY)));
                isSpooled(() -> caller.post("/api/detections", OTHER, bearer(KEY)));
            } finally {
                larum.signalDatabase("CONT");
            }
            eventually(
                    "all was filed",
                    Duration.ofSeconds(30),
                    () -> alert(caller, "refunds").path("count").asInt() == 1);
            assertThat(alert(caller, "payments").path("count").asInt()).isEqualTo(3);
            assertThat(alert(caller, "payments").path("state").asString()).isEqualTo("resolved");
            eventually(
                    "nothing goes through the spool any more",
                    Duration.ofSeconds(10),
                    () -> caller.post("/api/detections", OTHER, bearer(KEY))
                            .headers()
                            .firstValue("X-Larum-Stored")
                            .isEmpty());
        }
    }

    private static void isSpooled(Supplier<HttpResponse<String>> door) {
        long before = System.nanoTime();
        var answer = door.get();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("X-Larum-Stored")).hasValue("spool");
        assertThat(json(answer).at("/items/0/outcome").asString()).isEqualTo("spooled");
    }

    private static JsonNode alert(Caller caller, String key) {
        var answer = caller.get("/api/alerts?key=" + key, bearer(KEY));
        return answer.statusCode() == 200 ? json(answer).at("/items/0") : json(answer);
    }

    @Test
    void aDatabaseThatDiedIsStartedAgainWithAllThatWasKept() {
        try (var larum = new BuiltServer(dir.resolve("data"), ORGANISATION)) {
            var caller = new Caller(larum.url());
            assertThat(caller.post("/api/detections", DETECTION, bearer(KEY)).statusCode())
                    .isEqualTo(202);
            long before = larum.database().pid();
            larum.signalDatabase("KILL");
            for (int n = 0; n < 5; n++) {
                assertThat(caller.post("/api/detections", DETECTION, bearer(KEY))
                                .statusCode())
                        .isEqualTo(202);
            }
            eventually(
                    () -> "each was filed once: " + alert(caller, "payments") + larum.said(),
                    Duration.ofSeconds(60),
                    () -> alert(caller, "payments").path("count").asInt() == 6);
            assertThat(larum.database().pid()).isNotEqualTo(before);
        }
    }

    /** By themselves they would wait as long again as the outage was: nobody would be paged. */
    @Test
    void readersGoOnAsSoonAsALongOutageIsOver() throws Exception {
        try (var larum = new BuiltServer(dir.resolve("data"), ORGANISATION)) {
            var caller = new Caller(larum.url());
            int port = larum.databasePort();
            larum.signalDatabase("KILL");
            try (var other = new ServerSocket()) {
                other.bind(new InetSocketAddress("127.0.0.1", port));
                assertThat(caller.post("/api/detections", DETECTION, bearer(KEY))
                                .statusCode())
                        .isEqualTo(202);
                Thread.sleep(Duration.ofSeconds(20));
            }
            eventually(
                    () -> "the database runs again" + larum.said(),
                    Duration.ofSeconds(60),
                    () -> caller.get("/api/incidents", bearer(BuiltServer.ADMIN))
                                    .statusCode()
                            == 200);
            eventually(
                    () -> "what was kept is shown: " + alert(caller, "payments") + larum.said(),
                    Duration.ofSeconds(12),
                    () -> alert(caller, "payments").path("count").asInt() == 1);
        }
    }

    @Test
    void aFirstStartThatWasKilledIsFinishedByTheNext() {
        var data = dir.resolve("data");
        for (var reached : List.of("postgres/PG_VERSION", "postgres/postmaster.pid")) {
            BuiltServer.killAtFirstStart(data, data.resolve(reached));
            assertThat(data.resolve("database-secured")).doesNotExist();
        }
        try (var larum = new BuiltServer(data, ORGANISATION)) {
            assertThat(new Caller(larum.url())
                            .post("/api/detections", DETECTION, bearer(KEY))
                            .statusCode())
                    .isEqualTo(202);
        }
    }
}
