package org.larum.app.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Caller;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.config.SystemTime;
import org.larum.app.eventstore.EventLog;
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

    @Test
    void parkedEventsAreListedByPagesAlsoOnesThatAreNoText(@TempDir Path data) {
        try (var server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime())) {
            var caller = new Caller(server);
            caller.post("/api/config", ORGANISATION, bearer(Servers.ADMIN));
            caller.post(
                    "/api/detections",
                    Map.of("key", "payments", "severity", "low", "summary", "Payments fail"),
                    bearer(KEY));
            var jdbc = server.getBean(JdbcClient.class);
            var table = server.getBean(ParkedTable.class);
            table.insert("projection-alert", 0, "a fault of the test");
            table.insert("projection-alert", 0, "the same fault again");
            table.insert("projection-alert", 1, "a fault of the test");
            jdbc.sql("update event set payload = '\\xff00'::bytea where global_index = 1")
                    .update();
            var first = json(caller.get("/api/operations/parked?limit=1", bearer(Servers.ADMIN)));
            assertThat(first.at("/items/0/reason").asString()).isEqualTo("the same fault again");
            assertThat(first.at("/items/0/tries").asInt()).isEqualTo(2);
            var next = json(caller.get(
                    "/api/operations/parked?limit=1&after=" + first.get("next").asString(), bearer(Servers.ADMIN)));
            assertThat(StreamSupport.stream(next.get("items").spliterator(), false)
                            .map(item -> item.get("index").asLong()))
                    .containsExactly(1L);
            assertThat(next.at("/items/0/payload").asString()).startsWith("\uFFFD");
            assertThat(next.get("next").isNull()).isTrue();
        }
    }
}
