package org.larum.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import org.larum.domain.directory.IntegrationId;

/** The row of a major incident's timer is lost: whoever has to write is reminded all the same, and that is told. */
class UnremindedIT {

    private static final String KEY = "the-key-of-the-unreminded-test-with-32-characters";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people: {ada: {name: Ada, email: ada@example.test, administrator: true}}
            services: {checkout: {name: Checkout}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            """.formatted(KEY));

    @Test
    void anUpdateWhoseTimerIsLostIsRemindedOfAllTheSame() {
        var body = Map.of("key", "lost-update", "severity", "high", "summary", "It fails");
        assertThat(SERVER.caller().post("/api/detections", body, bearer(KEY)).statusCode())
                .isEqualTo(202);
        await("an incident")
                .atMost(PATIENCE)
                .until(() -> texts("select id from incident_views").size() == 1);
        var incident = texts("select id from incident_views").getFirst();
        var declared = SERVER.caller()
                .post("/api/incidents/" + incident + "/declare-major", Map.of("reason", "why"), bearer(Servers.ADMIN));
        assertThat(declared.statusCode()).describedAs(declared.body()).isEqualTo(200);
        assertThat(SERVER.jdbc().sql("delete from major_timers").update()).isEqualTo(1);
        SERVER.jdbc().sql("""
                create or replace function larum_now() returns timestamptz language sql volatile as
                $$ select clock_timestamp() + interval '40 minutes' $$""").update();

        SERVER.bean(Watch.class).look();
        await("Ada is reminded")
                .atMost(PATIENCE)
                .until(() -> texts("select turn from notification_attempts").contains("update-due"));
        assertThat(texts("select major from major_timers")).hasSize(1);
        await("it is told")
                .atMost(PATIENCE)
                .until(() -> texts("select key from alert_identities where integration = '" + IntegrationId.of("larum")
                                + "'")
                        .contains("unreminded-updates"));
    }

    private static List<String> texts(String sql) {
        return SERVER.jdbc()
                .sql(sql)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
