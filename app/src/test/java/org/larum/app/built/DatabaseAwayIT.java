package org.larum.app.built;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;
import static org.larum.app.built.BuiltServer.eventually;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Caller;

/** The database freezes, dies, or was never finished: nobody is told a lie, and Larum comes back by itself. */
class DatabaseAwayIT {

    private static final String KEY = "the-key-of-the-database-test-32-characters";
    private static final String ORGANISATION = """
            teams: {payments: {name: Payments, members: []}}
            services: {checkout: {name: Checkout, team: payments}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            """.formatted(KEY);
    private static final Map<String, String> DETECTION =
            Map.of("key", "payments", "severity", "critical", "summary", "Payments fail");
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
                        () -> caller.get("/api/invitations/a-link-that-may-be-somebodys"),
                        () -> caller.post("/api/detections", DETECTION, bearer(KEY)));
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
    void aDatabaseThatDiedIsStartedAgainWithAllThatWasKept() {
        try (var larum = new BuiltServer(dir.resolve("data"), ORGANISATION)) {
            var caller = new Caller(larum.url());
            assertThat(caller.post("/api/detections", DETECTION, bearer(KEY)).statusCode())
                    .isEqualTo(202);
            long before = larum.database().pid();
            larum.signalDatabase("KILL");
            eventually(
                    "alerts are taken again",
                    Duration.ofSeconds(60),
                    () -> caller.post("/api/detections", DETECTION, bearer(KEY)).statusCode() == 202);
            assertThat(larum.database().pid()).isNotEqualTo(before);
            var alerts = json(caller.get("/api/alerts", bearer(KEY))).get("items");
            assertThat(alerts).hasSize(1);
            assertThat(alerts.get(0).get("count").asInt()).isEqualTo(2);
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
