package org.larum.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import org.larum.domain.directory.IntegrationId;

/** The row that says when to ask about a quiet incident is lost: it is quiet for no longer than there is a reason, and that is told. */
class GroundlessQuietIT {

    private static final String KEY = "the-key-of-the-quietness-test-with-32-characters";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people: {ada: {name: Ada, email: ada@example.test}}
            policies: {oncall: {steps: [{notify: ["person:ada"], wait: 30m}]}}
            services: {checkout: {name: Checkout, policy: oncall}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            """.formatted(KEY));

    @Test
    void aQuietIncidentIsNotForgotten() {
        var body = Map.of("key", "disk", "severity", "high", "summary", "It fails");
        assertThat(SERVER.caller().post("/api/detections", body, bearer(KEY)).statusCode())
                .isEqualTo(202);
        await("Ada is asked").atMost(PATIENCE).until(() -> asked() == 1);
        silence();
        await("it is quiet").atMost(PATIENCE).until(() -> quiet() == 1);
        await("it is explained").atMost(PATIENCE).until(() -> why().contains("IncidentHushed"));
        assertThat(why()).contains("\"silenced\"", "Disk is moved");

        lose();
        now("2 minutes");
        SERVER.bean(Watch.class).look();
        assertThat(SERVER.jdbc()
                        .sql("select count(*) from open_incidents where incident = ?::uuid")
                        .param(incident())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(quiet()).isEqualTo(1);
        await("it is told")
                .atMost(PATIENCE)
                .until(() -> texts("select key from alert_identities where integration = '" + IntegrationId.of("larum")
                                + "'")
                        .contains("groundless-quiet"));

        lose();
        now("3 hours");
        SERVER.bean(Watch.class).look();
        await("it asks again").atMost(PATIENCE).until(() -> quiet() == 0 && asked() == 2);
    }

    private static String why() {
        return SERVER.caller()
                .get("/api/incidents/" + incident() + "/why", bearer(Servers.ADMIN))
                .body();
    }

    private static void silence() {
        var until = Instant.now().plus(Duration.ofHours(2)).toString();
        var body = Map.of("when", "summary == \"It fails\"", "until", until, "reason", "Disk is moved");
        var made = SERVER.caller().post("/api/silences", body, bearer(Servers.ADMIN));
        assertThat(made.statusCode()).describedAs(made.body()).isEqualTo(201);
    }

    /** Whoever looks at it may hold it at this moment. */
    private static void lose() {
        SERVER.jdbc()
                .sql("delete from open_incidents where incident = ?::uuid")
                .param(incident())
                .update();
    }

    private static void now(String later) {
        SERVER.jdbc().sql("""
                create or replace function larum_now() returns timestamptz language sql volatile as
                $$ select clock_timestamp() + interval '%s' $$""".formatted(later)).update();
    }

    private static String incident() {
        return texts("select id from incident_views where title = 'It fails'").getFirst();
    }

    private static int quiet() {
        return texts("select id from incident_views where quiet_since is not null")
                .size();
    }

    /** How often Ada was asked about it. */
    private static int asked() {
        return texts(
                        "select m.id from outbox_messages m join incident_views v on v.id = m.incident where m.kind = 'page'"
                                + " and v.title = 'It fails'")
                .size();
    }

    private static List<String> texts(String sql) {
        return SERVER.jdbc()
                .sql(sql)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
