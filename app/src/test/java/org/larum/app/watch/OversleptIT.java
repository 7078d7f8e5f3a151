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

/** The row of a held incident's timer is lost: the hold ends all the same, and that is told. */
class OversleptIT {

    private static final String KEY = "the-key-of-the-overslept-test-with-32-characters";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people: {ada: {name: Ada, email: ada@example.test}}
            teams: {payments: {name: Payments, members: [ada]}}
            policies: {oncall: {steps: [{notify: ["person:ada"], wait: 30m}]}}
            services: {checkout: {name: Checkout, team: payments, policy: oncall}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            """.formatted(KEY));

    @Test
    void aHoldWhoseTimerIsLostEndsAllTheSame() {
        var body = Map.of("key", "lost-hold", "severity", "high", "summary", "It fails");
        assertThat(SERVER.caller().post("/api/detections", body, bearer(KEY)).statusCode())
                .isEqualTo(202);
        await("an incident").atMost(PATIENCE).until(() -> states().equals(List.of("triggered")));
        var incident = texts("select id from incident_views").getFirst();
        SERVER.caller().post("/api/incidents/" + incident + "/acknowledge", Map.of(), bearer(Servers.ADMIN));
        assertThat(states()).containsExactly("acknowledged");
        assertThat(SERVER.jdbc().sql("delete from incident_timers").update()).isEqualTo(1);
        SERVER.jdbc().sql("""
                create or replace function larum_now() returns timestamptz language sql volatile as
                $$ select clock_timestamp() + interval '40 minutes' $$""").update();

        SERVER.bean(Watch.class).look();
        await("nobody holds it any more").atMost(PATIENCE).until(() -> states().contains("triggered"));
        await("it is told")
                .atMost(PATIENCE)
                .until(() -> texts("select key from alert_identities where integration = '" + IntegrationId.of("larum")
                                + "'")
                        .contains("overslept-incidents"));
    }

    /** Of this incident; Larum's own faults are others. */
    private static List<String> states() {
        return texts("select state from incident_views where title = 'It fails'");
    }

    private static List<String> texts(String sql) {
        return SERVER.jdbc()
                .sql(sql)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
