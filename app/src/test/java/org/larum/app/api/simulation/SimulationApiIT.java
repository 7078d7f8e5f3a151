package org.larum.app.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** What would happen, asked of a running server. */
class SimulationApiIT {

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people:
              ada: {name: Ada Lovelace, email: ada@example.test}
            policies: {page: {steps: [{notify: ["person:ada"], wait: 5m}]}}
            services: {shop: {name: Shop, policy: page}}
            channels: {email: {host: 127.0.0.1, port: 2525, from: larum@example.test, encryption: none}}
            """);

    private static final Map<String, String> DETECTION =
            Map.of("service", "shop", "key", "db-down", "severity", "critical", "summary", "The database is down");

    private static JsonNode ask(Map<String, Object> wanted, int status) {
        HttpResponse<String> answer = SERVER.caller().post("/api/simulations", wanted, Caller.bearer(Servers.ADMIN));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return Caller.json(answer);
    }

    @Test
    void theOrganisationInUseIsThoughtThroughAndNothingHappensInIt() {
        var wanted = Map.<String, Object>of(
                "detection",
                DETECTION,
                "at",
                "2026-03-29T01:30:00Z",
                "assume",
                Map.of("answers", Map.of("ada", "PT3M")),
                "assert",
                "answered within 5m");
        var answer = ask(wanted, 200);

        assertThat(answer.at("/reachedAfter").asString()).isEqualTo("PT0S");
        assertThat(answer.at("/answeredAfter").asString()).isEqualTo("PT3M");
        assertThat(answer.at("/exhaustedAfter").isNull()).isTrue();
        assertThat(answer.at("/end").asString()).isEqualTo("answered");
        assertThat(answer.at("/policy/word").asString()).isEqualTo("page");
        assertThat(answer.at("/assertion/holds").asBoolean()).isTrue();
        assertThat(answer.at("/lines/0/what").asString()).isEqualTo("raised");
        var inbox = Caller.json(SERVER.caller().get("/api/incidents", Caller.bearer(Servers.ADMIN)));
        assertThat(inbox.get("items").isEmpty()).isTrue();
    }

    @Test
    void aFileIsThoughtThroughBesideTheOrganisationInUse() {
        var file = """
                people: {bob: {name: Bob, phone: "+44 7700 900123"}}
                services: {shop: {name: Shop, policy: page}}
                policies: {page: {steps: [{notify: ["person:bob"], wait: 5m}]}}
                """;
        var wanted = Map.<String, Object>of(
                "organisation", file,
                "detection", DETECTION,
                "at", "2026-03-29T01:30:00Z",
                "assert", "reached within 5m",
                "every", "1h",
                "for", "1d");
        var answer = ask(wanted, 200);

        assertThat(answer.at("/assertion/holds").asBoolean()).isFalse();
        assertThat(answer.at("/sweep/instants").asInt()).isEqualTo(24);
        assertThat(answer.at("/sweep/failing").asInt()).isEqualTo(24);
        assertThat(answer.at("/sweep/stretches").size()).isOne();
        assertThat(answer.at("/sweep/stretches/0/from").asString()).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void whatCannotBeAskedIsRefusedWithWhatToWrite() {
        var mistakes = ask(Map.of("organisation", "peple: {}", "detection", DETECTION), 400);
        assertThat(mistakes.get("code").asString()).isEqualTo("config_mistakes");
        assertThat(ask(Map.of(), 400).get("code").asString()).isEqualTo("no_detection");
        assertThat(ask(Map.of("detection", Map.of("service", "shop")), 400)
                        .get("code")
                        .asString())
                .isEqualTo("bad_detection");
        assertThat(ask(Map.of("detection", DETECTION, "at", "soon"), 400)
                        .get("code")
                        .asString())
                .isEqualTo("bad_instant");
        var many = ask(Map.of("detection", DETECTION, "assert", "reached within 5m", "every", "1s", "for", "1d"), 400);
        assertThat(many.get("code").asString()).isEqualTo("too_many_instants");
    }
}
