package org.larum.app.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Caller;
import org.larum.app.LarumConfiguration;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.config.SystemTime;
import org.larum.app.eventstore.EventLog;
import org.larum.projections.shared.Projectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Events that a reader could not take, as an administrator sees them and gives them to it again. */
class ParkedIT {

    private static final String KEY = "the-key-of-the-parked-test-with-32-characters";
    private static final String PARKED = "/api/operations/parked";
    private static final String ORGANISATION = """
            people: {grace: {name: Grace Hopper, email: grace@example.test, timeZone: America/New_York}}
            teams: {payments: {name: Payments, members: [grace]}}
            services: {checkout: {name: Checkout, team: payments, policy: oncall}}
            policies: {oncall: {steps: [{notify: ["person:grace"], wait: 15m}]}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            """.formatted(KEY);

    private ConfigurableApplicationContext server;
    private Caller caller;
    private JdbcClient jdbc;
    private ParkedTable table;

    @BeforeEach
    void anIncidentIsOpen(@TempDir Path data) {
        server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime());
        caller = new Caller(server);
        jdbc = server.getBean(JdbcClient.class);
        table = server.getBean(ParkedTable.class);
        caller.post("/api/config", ORGANISATION, bearer(Servers.ADMIN));
        caller.post(
                "/api/detections",
                Map.of("key", "payments", "severity", "low", "summary", "Payments fail"),
                bearer(KEY));
        until(() -> !indexesOf("notification.NotificationRequested").isEmpty());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theyAreListedByPagesWithTheNamesOfTheirEvents() {
        long raised = indexesOf("alert.AlertRaised").getFirst();
        table.insert("projection-alert", raised, "a fault of the test");
        table.insert("projection-alert", raised, "the same fault again");
        table.insert("projection-alert", 1_000_000, "a fault of the test");
        var first = json(get("?limit=1"));
        assertThat(first.at("/items/0/reason").asString()).isEqualTo("the same fault again");
        assertThat(first.at("/items/0/tries").asInt()).isEqualTo(2);
        assertThat(first.at("/items/0/event").asString()).isEqualTo("alert.AlertRaised");
        var second = json(get("?limit=1&after=" + first.get("next").asString()));
        assertThat(items(second).map(item -> item.get("index").asLong())).containsExactly(1_000_000L);
        assertThat(second.at("/items/0/event").isNull()).isTrue();
        assertThat(second.get("next").isNull()).isTrue();

        var readers = json(get("/readers"));
        assertThat(readers.get("parked").asInt()).isEqualTo(2);
        assertThat(readers.at("/readers/0/processor").asString()).isEqualTo("projection-alert");
        assertThat(readers.at("/readers/0/parked").asInt()).isEqualTo(2);
        assertThat(caller.get(PARKED, bearer(KEY)).statusCode()).isEqualTo(403);
    }

    @Test
    void aPayloadIsShownAlsoWhenItIsNoText() {
        long raised = indexesOf("alert.AlertRaised").getFirst();
        table.insert("projection-alert", raised, "a fault of the test");
        assertThat(json(get("/projection-alert/" + raised + "/payload"))
                        .get("payload")
                        .asString())
                .startsWith("{");
        spoil(raised);
        assertThat(json(get("/projection-alert/" + raised + "/payload"))
                        .get("payload")
                        .asString())
                .startsWith("\uFFFD");
        assertThat(get("/projection-alert/1/payload").statusCode()).isEqualTo(404);
    }

    @Test
    void aRetryTellsWhyItFailsAndIsTakenOnceTheReasonIsGoneAndNothingHappensTwice() {
        long raised = indexesOf("alert.AlertRaised").getFirst();
        table.insert("when-alert-raised", raised, "a fault of the test");
        var payload = spoil(raised);
        var failed = json(retry("/when-alert-raised/" + raised));
        assertThat(failed.get("taken").asBoolean()).isFalse();
        assertThat(failed.get("reason").asString()).isNotBlank();
        assertThat(json(get("")).at("/items/0/reason").asString())
                .isEqualTo(failed.get("reason").asString());
        assertThat(json(get("")).at("/items/0/tries").asInt()).isEqualTo(2);

        jdbc.sql("update event set payload = ? where global_index = ?")
                .params(payload, raised)
                .update();
        var taken = json(retry("/when-alert-raised/" + raised));
        assertThat(taken.get("taken").asBoolean()).isTrue();
        assertThat(taken.get("reason").isNull()).isTrue();
        assertThat(table.count()).isZero();
        assertThat(indexesOf("incident.IncidentOpened")).hasSize(1);
        assertThat(retry("/when-alert-raised/" + raised).statusCode()).isEqualTo(404);
    }

    @Test
    void theSagaOfDeliveriesTakesAnEventAgainToo() {
        long requested = indexesOf("notification.NotificationRequested").getFirst();
        table.insert("saga-delivery", requested, "a fault of the test");
        assertThat(json(retry("/saga-delivery/" + requested)).get("taken").asBoolean())
                .isTrue();
        assertThat(table.count()).isZero();
    }

    @Test
    void allOfAReaderGoByPagesAndOneThatFailsHoldsUpNoOther() {
        long raised = indexesOf("alert.AlertRaised").getFirst();
        for (int i = 0; i < 22; i++) {
            table.insert("when-alert-raised", 1_000_000 + i, "the log has no such event");
        }
        table.insert("when-alert-raised", raised, "a fault of the test");
        var first = json(retry("/when-alert-raised"));
        assertThat(items(first)).hasSize(20);
        assertThat(first.at("/items/0/taken").asBoolean()).isTrue();
        assertThat(first.at("/items/1/taken").asBoolean()).isFalse();
        var rest = json(caller.post(
                PARKED + "/when-alert-raised/retry?after=" + first.get("next").asString(), "", bearer(Servers.ADMIN)));
        assertThat(items(rest)).hasSize(3);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(table.count()).isEqualTo(22);
    }

    @Test
    void aProjectionIsNotRetriedAndTakesEverythingWhenItIsBuiltAnew() {
        table.insert("projection-alert", 0, "a fault of the test");
        var refused = retry("/projection-alert/0");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("detail").asString()).contains("./larum rebuild alert");
        var maker = server.getBean(Projectors.class).makers().stream()
                .filter(one -> one.apply(LarumConfiguration.LIVE).room().equals("alert"))
                .findFirst()
                .orElseThrow();
        server.getBean(Rebuild.class).run(maker.apply(LarumConfiguration.LIVE), maker, (index, of) -> {});
        assertThat(table.count()).isZero();
    }

    @Test
    void parkingWakesTheAdministratorsWithALinkAndTheAlertEndsWhenNothingIsParkedAnyMore() {
        long raised = indexesOf("alert.AlertRaised").getFirst();
        var message = server.getBean(EventLog.class).after(raised - 1, 1).getFirst();
        server.getBean(Parked.class)
                .park("when-alert-raised", message, new IllegalStateException("a fault of the test"));
        until(() -> ownAlerts().size() == 1);
        assertThat(ownAlerts().getFirst().at("/links/0/href").asString()).isEqualTo("http://larum.test/parked");
        assertThat(ownAlerts().getFirst().get("state").asString()).isEqualTo("triggered");
        retry("/when-alert-raised/" + raised);
        until(() -> ownAlerts().getFirst().get("state").asString().equals("resolved"));
    }

    private List<JsonNode> ownAlerts() {
        return items(json(caller.get("/api/alerts?key=parked/when-alert-raised", bearer(Servers.ADMIN))))
                .toList();
    }

    private HttpResponse<String> get(String rest) {
        return caller.get(PARKED + rest, bearer(Servers.ADMIN));
    }

    private HttpResponse<String> retry(String what) {
        return caller.post(PARKED + what + "/retry", "", bearer(Servers.ADMIN));
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false);
    }

    private List<Long> indexesOf(String event) {
        return jdbc.sql("select global_index from event where name = ? order by global_index")
                .param(event)
                .query((row, n) -> row.getLong("global_index"))
                .list();
    }

    /** Makes an event unreadable and gives back what it was. */
    private byte[] spoil(long index) {
        var before = jdbc.sql("select payload from event where global_index = ?")
                .param(index)
                .query(byte[].class)
                .single();
        jdbc.sql("update event set payload = '\\xff00'::bytea where global_index = ?")
                .param(index)
                .update();
        return before;
    }

    private static void until(BooleanSupplier isSo) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
