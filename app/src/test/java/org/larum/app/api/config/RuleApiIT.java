package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules over HTTP: seen, tried before they are saved, and explained after they were used. */
class RuleApiIT {

    private static final String KEY = "the-key-of-the-tests-of-rules-with-32-characters";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            services:
              shop: {name: Shop, dependsOn: [db]}
              db: {name: Database}
            integrations: {native: {type: native, key: %s, service: shop}}
            maintenance:
              nights: {services: [db], from: 2030-01-01T02:00, until: 2030-01-01T04:00, repeat: daily, reason: Backup}
            correlation: {cluster: {when: 'has(labels.cluster)', by: [labels.cluster]}}
            """.formatted(KEY));

    private static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static JsonNode get(String path) {
        return read(SERVER.caller().get(path, Caller.bearer(Servers.ADMIN)), 200);
    }

    private static JsonNode post(String path, String body, int status) {
        return read(SERVER.caller().post(path, body, Caller.bearer(Servers.ADMIN)), status);
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    private static String detect(String key, String labels) {
        var body = """
                {"key": "%s", "action": "trigger", "severity": "high", "summary": "%s is broken", "labels": %s}""".formatted(key, key, labels);
        var answer = read(SERVER.caller().post("/api/detections", body, Caller.bearer(KEY)), 202);
        return answer.get("items").get(0).get("alert").asString();
    }

    private static JsonNode rule(String word) {
        return items(get("/api/rules")).stream()
                .filter(one -> one.get("word").asString().equals(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverIsOnCallSilencesSeesItHoldAndEndsIt() {
        var until = Instant.now().plus(Duration.ofHours(2)).toString();
        var made = post("/api/silences", """
                {"when": "labels.host == \\"a1\\"", "until": "%s", "reason": "Host is replaced"}""".formatted(until), 201);
        var word = made.get("word").asString();
        var alert = detect("silenced", "{\"host\": \"a1\"}");
        await().atMost(PATIENCE).until(() -> rule(word).get("held").asLong() == 1);
        assertThat(rule(word).get("state").asString()).isEqualTo("active");
        var held = items(get("/api/alerts?held=true&key=silenced")).getFirst().get("held");
        assertThat(held.get("kind").asString()).isEqualTo("silence");
        assertThat(held.get("reason").asString()).isEqualTo("Host is replaced");
        assertThat(decisions(get("/api/alerts/" + alert + "/why")))
                .contains("received", "raised", "screened", "suppressed");
        var ended = SERVER.caller().delete("/api/silences/" + word, Caller.bearer(Servers.ADMIN));
        assertThat(ended.statusCode()).describedAs(ended.body()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> decisions(get("/api/alerts/" + alert + "/why")).contains("correlated"));
        assertThat(decisions(get("/api/alerts/" + alert + "/why"))).contains("admitted");
        assertThat(items(get("/api/alerts?held=true&key=silenced"))).isEmpty();
    }

    private static List<String> decisions(JsonNode why) {
        return StreamSupport.stream(why.get("steps").spliterator(), false)
                .map(step -> step.get("decision").asString())
                .toList();
    }

    @Test
    void aSilenceOfEverythingAsksForConfirmation() {
        var refused = post("/api/silences", """
                {"when": "true", "until": "2031-01-01T00:00:00Z", "reason": "Drill"}""", 400);
        assertThat(refused.toString()).contains("every alert there is", "everything: true");
    }

    @Test
    void aSilenceThatIsOverAlreadyIsRefused() {
        var refused = post("/api/silences", """
                {"when": "tier == 1", "until": "2021-01-01T00:00:00Z", "reason": "Late"}""", 400);
        assertThat(refused.get("code").asString()).isEqualTo("silence_over");
    }

    @Test
    void aSilenceThatIsSentAgainIsTheSameOne() {
        var body = """
                {"when": "labels.host == \\"again\\"", "until": "2031-01-01T00:00:00Z", "reason": "Sent twice"}""";
        var headers = Caller.bearer(Servers.ADMIN, "Idempotency-Key", "one-silence");
        var first = read(SERVER.caller().post("/api/silences", body, headers), 201);
        var second = read(SERVER.caller().post("/api/silences", body, headers), 201);
        assertThat(second).isEqualTo(first);
        assertThat(rule(first.get("word").asString()).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void aDraftIsTriedOnTheAlertsOfTheLastDays() {
        detect("preview-1", "{\"tier\": \"gold\"}");
        detect("preview-2", "{\"tier\": \"tin\"}");
        await().atMost(PATIENCE)
                .until(() -> items(get("/api/alerts?key=preview-2")).size() == 1);
        var preview = post("/api/rules/preview", """
                {"kind": "silences", "rule": {"when": "labels.tier == \\"gold\\"", "until": "2031-01-01T00:00:00Z",
                  "reason": "Draft"}}""", 200);
        assertThat(preview.get("matched").asLong()).isEqualTo(1);
        assertThat(preview.get("lookedAt").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(preview.get("sample").get(0).get("summary").asString()).isEqualTo("preview-1 is broken");
        var groups = post("/api/rules/preview", """
                {"kind": "correlation", "rule": {"when": "has(labels.tier)", "by": ["labels.tier"]}}""", 200);
        assertThat(groups.get("groups").size()).isEqualTo(2);
        assertThat(post("/api/rules/preview", """
                {"kind": "silences", "rule": {"when": "labels.tier"}}""", 400).toString()).contains("not a condition");
        assertThat(post("/api/rules/preview", "{\"kind\": \"spells\"}", 400).toString())
                .contains("silences");
    }

    @Test
    void theRulesAreListedInTheirOrderAndMaintenanceAsACalendar() {
        assertThat(rule("nights").get("state").asString()).isEqualTo("scheduled");
        assertThat(rule("nights").get("rule").get("repeat").asString()).isEqualTo("daily");
        assertThat(rule("cluster").get("kind").asString()).isEqualTo("correlation");
        var windows = items(get("/api/maintenance?from=2030-03-01T00:00:00Z&until=2030-03-04T00:00:00Z"));
        assertThat(windows).hasSize(3);
        assertThat(windows.getFirst().get("from").asString()).isEqualTo("2030-03-01T02:00:00Z");
        assertThat(windows.getFirst().get("services").get(0).asString()).isEqualTo("db");
        var wrong = SERVER.caller()
                .get(
                        "/api/maintenance?from=2030-03-01T00:00:00Z&until=2029-01-01T00:00:00Z",
                        Caller.bearer(Servers.ADMIN));
        assertThat(wrong.statusCode()).isEqualTo(400);
    }

    @Test
    void anIncidentIsExplainedFromTheRequestToTheEscalation() {
        var alert = detect("why", "{\"cluster\": \"c9\"}");
        await().atMost(PATIENCE)
                .until(() -> items(get("/api/alerts?key=why")).stream()
                        .anyMatch(one -> !one.get("incident").isNull()));
        var incident =
                items(get("/api/alerts?key=why")).getFirst().get("incident").asString();
        await().atMost(PATIENCE)
                .until(() ->
                        decisions(get("/api/incidents/" + incident + "/why")).contains("EscalationStarted"));
        var steps = get("/api/incidents/" + incident + "/why").get("steps");
        assertThat(decisions(get("/api/incidents/" + incident + "/why")))
                .contains("received", "raised", "screened", "correlated", "IncidentOpened");
        assertThat(StreamSupport.stream(steps.spliterator(), false)
                        .filter(step -> step.get("decision").asString().equals("correlated")))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.get("rule").asString()).isEqualTo("cluster");
                    assertThat(step.get("version").asInt()).isEqualTo(1);
                });
        assertThat(decisions(get("/api/alerts/" + alert + "/why"))).contains("correlated");
        var none = SERVER.caller()
                .get("/api/alerts/00000000-0000-4000-8000-000000000000/why", Caller.bearer(Servers.ADMIN));
        assertThat(none.statusCode()).isEqualTo(404);
    }
}
