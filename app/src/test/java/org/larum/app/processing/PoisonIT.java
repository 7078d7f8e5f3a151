package org.larum.app.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import org.larum.app.config.Settings;
import org.larum.app.security.Keys;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ServiceId;
import tools.jackson.databind.JsonNode;

/** One event in twenty can be taken neither by a projection nor by a reaction, until the fault is mended. */
class PoisonIT {

    private static final int ALERTS = 60;
    private static final int ONE_IN = 20;
    private static final int POISONED = ALERTS / ONE_IN;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String POISONED_KEY = "the-key-of-the-poisoned-service-of-32-characters";
    private static final String TWIN_KEY = "the-key-of-the-service-that-is-well-of-32-characters";
    private static final UUID CHECKOUT = ServiceId.of("checkout").value();

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people: {linus: {name: Linus, email: linus@example.test, administrator: true}}
            teams: {payments: {name: Payments, members: [linus]}}
            services:
              checkout: {name: Checkout, team: payments}
              twin: {name: The twin, team: payments}
            integrations:
              poisoned: {type: native, key: %s, service: checkout}
              well: {type: native, key: %s, service: twin}
            """.formatted(POISONED_KEY, TWIN_KEY));

    @Test
    void poisonIsPutAsideAndToldAndAfterTheFixEverythingIsAsIfItHadNeverFailed() throws IOException {
        poison();
        detect(POISONED_KEY);
        detect(TWIN_KEY);

        await("all others are shown")
                .atMost(PATIENCE)
                .until(() -> alerts("checkout").size() == ALERTS - POISONED);
        await("all others belong to the incident")
                .atMost(PATIENCE)
                .until(() -> joined("checkout") == ALERTS - POISONED);
        await("the twin goes on").atMost(PATIENCE).until(() -> joined("twin") == ALERTS);
        await("it is put aside by both").atMost(PATIENCE).until(() -> parked().size() == 2 * POISONED);
        assertThat(parked()).allSatisfy(one -> {
            assertThat(one.get("processor").asString()).isIn("projection-alert", "when-alert-raised");
            assertThat(one.get("event").asString()).isEqualTo("alert.AlertRaised");
            assertThat(payload(one)).contains("poison").contains(CHECKOUT.toString());
            assertThat(one.get("reason").asString()).contains("poison");
        });
        await("an administrator is told").atMost(PATIENCE).until(PoisonIT::isLinusTold);

        antidote();
        for (var one : parked()) {
            if (one.get("processor").asString().equals("when-alert-raised")) {
                var path = "/api/operations/parked/when-alert-raised/" + one.get("index") + "/retry";
                assertThat(SERVER.caller().post(path, "", bearer(Servers.ADMIN)).statusCode())
                        .isEqualTo(200);
            }
        }
        await("the poisoned join the others").atMost(PATIENCE).until(() -> joined("checkout") == ALERTS);
        assertThat(rebuilt("alert")).endsWith("done\n");
        assertThat(parked()).as("still put aside").isEmpty();
        await("the twins are alike")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(alerts("checkout")).hasSize(ALERTS).isEqualTo(alerts("twin")));
        assertThat(incident("checkout").get("alerts"))
                .isEqualTo(incident("twin").get("alerts"));
    }

    /** The database takes neither the row nor the answer to such an event. */
    private static void poison() {
        SERVER.jdbc().sql("""
                alter table alert_views add constraint poison check (service <> '%1$s' or summary not like 'poison%%');
                create function poison() returns trigger language plpgsql as $$ begin
                  raise exception 'this is poison'; end $$;
                create trigger poison before insert on event for each row
                  when (new.name = 'correlation.AlertCorrelated' and convert_from(new.payload, 'UTF8') like '%%%1$s%%'
                    and convert_from(new.payload, 'UTF8') like '%%poison%%')
                  execute function poison()""".formatted(CHECKOUT)).update();
    }

    private static void antidote() {
        SERVER.jdbc().sql("""
                alter table alert_views drop constraint poison;
                drop trigger poison on event""").update();
    }

    private static void detect(String key) {
        var body = IntStream.range(0, ALERTS)
                .mapToObj(n -> Map.of(
                        "key", "fault-" + n, "severity", "high", "summary", n % ONE_IN == 7 ? "poison" : "a fault"))
                .toList();
        var answer = SERVER.caller().post("/api/detections", body, bearer(key));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
    }

    /** What is shown of each alert of a service, apart from ids and times. */
    private static List<String> alerts(String service) {
        return SERVER.jdbc()
                .sql("""
                        select key || ' ' || v.state || ' ' || v.severity || ' ' || v.summary || ' ' || coalesce(i.title, 'alone')
                        from alert_views v left join incident_views i on i.id = v.incident and i.service = v.service
                        where v.service = ? order by 1""")
                .param(ServiceId.of(service).value())
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }

    private static int joined(String service) {
        return SERVER.jdbc()
                .sql("select coalesce(sum(alerts_total), 0) from incident_views where service = ?")
                .param(ServiceId.of(service).value())
                .query(Integer.class)
                .single();
    }

    private static JsonNode incident(String service) {
        var found = json(SERVER.caller().get("/api/incidents?service=" + service, bearer(Servers.ADMIN)))
                .get("items");
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<JsonNode> parked() {
        return json(SERVER.caller().get("/api/operations/parked?limit=500", bearer(Servers.ADMIN)))
                .get("items")
                .valueStream()
                .toList();
    }

    private static String payload(JsonNode one) {
        var path = "/api/operations/parked/" + one.get("processor").asString() + "/" + one.get("index") + "/payload";
        return json(SERVER.caller().get(path, bearer(Servers.ADMIN)))
                .get("payload")
                .asString();
    }

    private static boolean isLinusTold() {
        return SERVER.jdbc()
                        .sql("""
                        select count(*) from outbox_messages m join incident_views i on i.id = m.incident
                        where i.service = ? and m.recipient = ? and i.title like '%has put it aside%'""")
                        .params(
                                ServiceId.of("larum").value(),
                                PersonId.of("linus").value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String rebuilt(String room) throws IOException {
        var token = Files.readString(SERVER.bean(Settings.class).data().resolve(Keys.OPERATOR_TOKEN));
        return SERVER.caller()
                .post("/api/operations/rebuild/" + room, "", bearer(token.strip()))
                .body();
    }
}
