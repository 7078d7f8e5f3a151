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
import org.larum.domain.directory.IntegrationId;

/** The row of the timer of somebody's next way is lost: it is gone all the same, and that is told. */
class LostWayIT {

    private static final String KEY = "the-key-of-the-lost-way-test-with-32-characters";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people:
              ada:
                name: Ada
                email: ada@example.test
                reach: {critical: [{email: 0m}, {email: 2m, every: 5m}]}
            policies: {usual: {steps: [{notify: ["person:ada"], wait: 7d}]}}
            services: {checkout: {name: Checkout, policy: usual}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            channels: {email: {host: 127.0.0.1, port: 1, from: larum@example.test}}
            """.formatted(KEY));

    @Test
    void aWayWhoseTimerIsLostIsGoneAllTheSame() {
        var body = Map.of("key", "lost-way", "severity", "critical", "summary", "It fails");
        assertThat(SERVER.caller().post("/api/detections", body, bearer(KEY)).statusCode())
                .isEqualTo(202);
        await("the first way")
                .atMost(PATIENCE)
                .until(() -> texts("select timer from reach_timers").equals(List.of("1")));
        SERVER.bean(Watch.class).look();
        assertThat(told()).doesNotContain("unreached-people");

        assertThat(SERVER.jdbc().sql("delete from reach_timers").update()).isEqualTo(1);
        SERVER.bean(Watch.class).look();
        assertThat(texts("select timer from reach_timers")).isEmpty();

        SERVER.jdbc().sql("""
                create or replace function larum_now() returns timestamptz language sql volatile as
                $$ select clock_timestamp() + interval '4 minutes' $$""").update();
        SERVER.bean(Watch.class).look();
        await("the second way")
                .atMost(PATIENCE)
                .until(() -> texts("select timer from reach_timers").equals(List.of("2")));
        await("it is told").atMost(PATIENCE).until(() -> told().contains("unreached-people"));
    }

    private static List<String> told() {
        return texts("select key from alert_identities where integration = '" + IntegrationId.of("larum") + "'");
    }

    private static List<String> texts(String sql) {
        return SERVER.jdbc()
                .sql(sql)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
