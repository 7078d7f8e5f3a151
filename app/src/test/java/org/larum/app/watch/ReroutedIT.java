package org.larum.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import org.larum.app.Servers;

/** The reader that begins runs dies after an incident was given to the root's people and before their run began: they are asked. */
class ReroutedIT {

    private static final String KEY = "the-key-of-the-rerouted-test-with-32-characters!";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Nobody can be written to, so every message waits. */
    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people:
              ada: {name: Ada, email: ada@example.test}
              grace: {name: Grace, email: grace@example.test}
            policies:
              payments: {steps: [{notify: ["person:ada"], wait: 30m}]}
              database: {steps: [{notify: ["person:grace"], wait: 30m}]}
            services:
              search: {name: Search, policy: payments}
              checkout: {name: Checkout, policy: payments, dependsOn: [payments-db]}
              payments-db: {name: Payments database, policy: database}
            integrations: {native: {type: native, key: %s, service: checkout}}
            """.formatted(KEY));

    @Test
    void anIncidentThatWasReroutedAndNeverAskedForIsFound() {
        detect("checkout");
        await("Ada is asked").atMost(PATIENCE).until(() -> asked().equals(List.of("Ada")));
        var reader = reader();
        reader.shutDown();
        detect("payments-db");
        await("the run of before has ended")
                .atMost(PATIENCE)
                .until(() -> texts("select escalation from incident_views where title = 'checkout'")
                        .equals(List.of("stopped")));
        SERVER.jdbc().sql("""
                create or replace function larum_now() returns timestamptz language sql volatile as
                $$ select clock_timestamp() + interval '2 minutes' $$""").update();

        SERVER.bean(Watch.class).look();
        await("Grace is asked").atMost(PATIENCE).until(() -> asked().contains("Grace"));
        reader.start();
        detect("search");
        await("the reader has read on")
                .atMost(PATIENCE)
                .until(() -> asked().stream().filter("Ada"::equals).count() == 2);
        assertThat(asked().stream().filter("Grace"::equals)).hasSize(1);
    }

    private static EventProcessor reader() {
        return SERVER.bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor("when-incident-needs-answer")
                .orElseThrow();
    }

    private static void detect(String service) {
        var body =
                Map.of("key", service, "severity", "high", "summary", service, "service", service, "action", "trigger");
        var answer = SERVER.caller().post("/api/detections", body, bearer(KEY));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
    }

    private static List<String> asked() {
        var answer = SERVER.caller().get("/api/outbox", bearer(Servers.ADMIN));
        return StreamSupport.stream(Caller.json(answer).get("items").spliterator(), false)
                .map(one -> one.get("recipient").get("name").asString())
                .toList();
    }

    private static List<String> texts(String sql) {
        return SERVER.jdbc()
                .sql(sql)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
