package org.larum.app.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Caller;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.config.SystemTime;
import org.larum.app.eventstore.EventLog;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads the log, as whoever waits for a reader, or looks after one, sees it. */
class ReadersIT {

    private static final String KEY = "the-key-of-the-readers-test-with-32-characters";
    private static final String ORGANISATION = """
            teams: {payments: {name: Payments, members: []}}
            services: {checkout: {name: Checkout, team: payments}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            """.formatted(KEY);

    @Test
    void everyRoomComesAtOnceToAnEventThatItDoesNotHear(@TempDir Path data) {
        try (var server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime())) {
            var caller = new Caller(server);
            assertThat(caller.post("/api/config", ORGANISATION, bearer(Servers.ADMIN))
                            .statusCode())
                    .isEqualTo(200);
            var jdbc = server.getBean(JdbcClient.class);
            var freshness = server.getBean(Freshness.class);
            var log = server.getBean(EventLog.class);
            var rooms = jdbc.sql("select distinct processor from processor_tokens where processor like 'projection-%'")
                    .query((row, n) -> String.valueOf(row.getString("processor")))
                    .list();
            assertThat(rooms).contains("projection-alert", "projection-timeline", "projection-outbox");
            long head = log.head();
            assertThat(head).isPositive();
            for (var room : rooms) {
                freshness.await(room.replace("projection-", ""), head);
                assertThat(freshness.position(room)).describedAs(room).isGreaterThanOrEqualTo(head);
            }
        }
    }

    /** A projection does not wait for the disk: a database that is killed may have forgotten what it committed last. */
    @Test
    void whatTheDatabaseHasForgottenIsReadAgain(@TempDir Path data) {
        try (var server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime())) {
            var caller = new Caller(server);
            caller.post("/api/config", ORGANISATION, bearer(Servers.ADMIN));
            var jdbc = server.getBean(JdbcClient.class);
            detect(caller, "one");
            await().until(() -> alerts(jdbc).equals(List.of("one")));

            forget(server);
            detect(caller, "two");
            await().atMost(Duration.ofSeconds(60)).until(() -> alerts(jdbc).equals(List.of("one", "two")));

            forget(server);
            var processor = server.getBean(org.axonframework.config.Configuration.class)
                    .eventProcessingConfiguration()
                    .eventProcessor("projection-alert", StreamingEventProcessor.class)
                    .orElseThrow();
            AfterOutage.reader(processor).goBack();
            await().atMost(Duration.ofSeconds(60)).until(() -> alerts(jdbc).equals(List.of("one", "two")));
        }
    }

    /** As for some seconds after a node was killed: it is published, and the list does not have it. */
    @Test
    void whatIsWrittenWhileItsListIsBehindIsDoneAndNotMissing(@TempDir Path data) {
        try (var server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime())) {
            var caller = new Caller(server);
            var reader = server.getBean(org.axonframework.config.Configuration.class)
                    .eventProcessingConfiguration()
                    .eventProcessor("projection-status", StreamingEventProcessor.class)
                    .orElseThrow();
            reader.shutDown();
            var post = Map.of("state", "investigating", "text", "We look into it.", "affected", List.of());
            var notice = Map.of("kind", "incident", "visibility", "public", "title", "Slow pages", "post", post);
            var written = caller.post("/api/status/notices", notice, bearer(Servers.ADMIN));
            assertThat(written.statusCode()).describedAs(written.body()).isEqualTo(202);
            assertThat(written.body()).contains("not_shown_yet", "do not send it again");
            var id = server.getBean(JdbcClient.class)
                    .sql("select aggregate_id::text from event order by global_index desc limit 1")
                    .query(String.class)
                    .single();
            var read = caller.get("/api/status/notices/" + id, bearer(Servers.ADMIN));
            assertThat(read.statusCode()).describedAs(read.body()).isEqualTo(503);
            assertThat(read.headers().firstValue("Retry-After")).contains("1");
            var unknown = caller.get("/api/status/notices/" + UUID.randomUUID(), bearer(Servers.ADMIN));
            assertThat(unknown.statusCode()).isEqualTo(404);

            reader.start();
            await().untilAsserted(() -> assertThat(caller.get("/api/status/notices/" + id, bearer(Servers.ADMIN))
                            .statusCode())
                    .isEqualTo(200));
        }
    }

    private static void detect(Caller caller, String key) {
        var detection = Map.of("key", key, "severity", "low", "summary", "Something is slow");
        assertThat(caller.post("/api/detections", detection, bearer(KEY)).statusCode())
                .isEqualTo(202);
    }

    private static List<String> alerts(JdbcClient jdbc) {
        return jdbc.sql("select key from alert_views order by key")
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** What a crash does to it: rows and place of the last commits are gone together. A batch that is under way would write its place. */
    private static void forget(ApplicationContext server) {
        var freshness = server.getBean(Freshness.class);
        var log = server.getBean(EventLog.class);
        await().until(() -> freshness.position("projection-alert") >= log.head());
        server.getBean(JdbcClient.class).sql("""
                        with gone as (delete from alert_views)
                        update processor_tokens set token = convert_to('{"globalIndex":-1}', 'UTF8')
                        where processor = 'projection-alert'""").update();
    }
}
