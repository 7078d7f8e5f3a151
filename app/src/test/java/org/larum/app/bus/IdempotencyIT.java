package org.larum.app.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** A write that is sent again under its key gets the answer of before and changes nothing, at every door. */
class IdempotencyIT {

    private static final String KEY = "a-key-of-the-tests-with-32-characters-or-more";

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            teams: {payments: {name: Payments, members: []}}
            services: {checkout: {name: Checkout, team: payments, criticality: high}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            """.formatted(KEY));

    @Test
    void aDetectionIsCountedOnce() {
        var first = detect("counted", "once-1");
        var second = detect("counted", "once-1");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(count("counted")).isEqualTo(1);
        detect("counted", "once-2");
        assertThat(count("counted")).isEqualTo(2);
    }

    @Test
    void itIsCountedOnceAlsoWhenItIsSentTwentyTimesAtOnce() {
        var answers = IntStream.range(0, 20)
                .mapToObj(n -> SERVER.caller().posting("/api/detections", detection("at-once"), once("at-once", KEY)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).allMatch(answer -> answer.statusCode() == 202);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(count("at-once")).isEqualTo(1);
    }

    @Test
    void aKeyThatWasUsedForSomethingElseIsRefused() {
        detect("mine", "reused");
        var other = detect("other", "reused");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).get("code").asString()).isEqualTo("idempotency_key_reused");
        assertThat(alerts("other")).isEmpty();
    }

    @Test
    void aChangeIsRecordedOnce() {
        var change = Map.of("routing_key", KEY, "payload", Map.of("summary", "Release 7", "source", "ci"));
        long before = events("directory.ChangeRecorded");
        for (int i = 0; i < 2; i++) {
            var answer = SERVER.caller().post("/v2/change/enqueue", change, "Idempotency-Key", "release-7");
            assertThat(answer.statusCode()).isEqualTo(202);
        }
        assertThat(events("directory.ChangeRecorded") - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "resolve", "notes"})
    void whatIsDoneToAnIncidentIsDoneOnce(String verb) {
        var path = "/api/incidents/" + incident("to-" + verb) + "/" + verb;
        var body = verb.equals("notes") ? "{\"text\":\"Looking at it\"}" : "";
        long before = ofIncidents();
        var first = SERVER.caller().post(path, body, once(verb, Servers.ADMIN));
        assertThat(first.statusCode()).describedAs(first.body()).isBetween(200, 201);
        assertThat(json(first).get("changed").asBoolean()).isTrue();
        long after = ofIncidents();
        assertThat(after).isGreaterThan(before);
        // Also when it would change something by now: the answer is the one of before.
        var second = SERVER.caller().post(path, body, once(verb, Servers.ADMIN));
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(json(second).get("changed")).isEqualTo(json(first).get("changed"));
        assertThat(json(second).get("index")).isEqualTo(json(first).get("index"));
        assertThat(ofIncidents()).isEqualTo(after);
    }

    @Test
    void anIncidentIsReopenedOnce() {
        var path = "/api/incidents/" + incident("to-reopen");
        SERVER.caller().post(path + "/resolve", "", bearer(Servers.ADMIN));
        SERVER.caller().post(path + "/reopen", "", once("reopen", Servers.ADMIN));
        SERVER.caller().post(path + "/resolve", "", bearer(Servers.ADMIN));
        SERVER.caller().post(path + "/reopen", "", once("reopen", Servers.ADMIN));
        var incident = json(SERVER.caller().get(path + "?atLeast=" + SERVER.head(), bearer(Servers.ADMIN)));
        assertThat(incident.get("reopened").asInt()).isEqualTo(1);
        assertThat(incident.get("state").asString()).isEqualTo("resolved");
    }

    private static String[] once(String key, String token) {
        return bearer(token, "Idempotency-Key", key);
    }

    private static HttpResponse<String> detect(String key, String idempotency) {
        return SERVER.caller().post("/api/detections", detection(key), once(idempotency, KEY));
    }

    private static Map<String, String> detection(String key) {
        return Map.of("key", key, "action", "trigger", "severity", "high", "summary", "It fails");
    }

    /** An incident of its own: the one that the alert opens, which is over before the next test needs one. */
    private static String incident(String key) {
        for (var open : items(SERVER.caller().get("/api/incidents?atLeast=" + SERVER.head(), bearer(Servers.ADMIN)))) {
            SERVER.caller().post("/api/incidents/" + open.get("id").asString() + "/resolve", "", bearer(Servers.ADMIN));
        }
        detect(key, "opens " + key);
        await("an incident for " + key)
                .atMost(Duration.ofSeconds(20))
                .until(() -> !incidentOf(key).isNull());
        return incidentOf(key).asString();
    }

    private static JsonNode incidentOf(String key) {
        return alerts(key).getFirst().get("incident");
    }

    private static int count(String key) {
        return alerts(key).getFirst().get("count").asInt();
    }

    private static List<JsonNode> alerts(String key) {
        return items(
                SERVER.caller().get("/api/alerts?key=" + key + "&atLeast=" + SERVER.head(), bearer(Servers.ADMIN)));
    }

    private static List<JsonNode> items(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return json(answer).get("items").valueStream().toList();
    }

    private static long events(String name) {
        return SERVER.jdbc()
                .sql("select count(*) from event where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private static long ofIncidents() {
        return SERVER.jdbc()
                .sql("select count(*) from event where aggregate = 'Incident'")
                .query(Long.class)
                .single();
    }
}
