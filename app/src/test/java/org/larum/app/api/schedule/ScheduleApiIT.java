package org.larum.app.api.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is on call over HTTP, and an escalation that asks whoever is. */
class ScheduleApiIT {

    private static final String KEY = "the-key-of-the-tests-of-schedules-32-characters";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people:
              ada: {name: Ada Lovelace, email: ada@example.test, timeZone: Europe/London}
              grace: {name: Grace Hopper, email: grace@example.test, timeZone: America/New_York}
              linus: {name: Linus Torvalds, email: linus@example.test}
            schedules:
              nights:
                timeZone: Europe/Berlin
                layers:
                  - {name: nights, people: [ada, grace], rotation: daily, handover: "20:00", from: 2026-01-01, only: ["20:00-08:00"]}
                overrides: [{person: linus, from: 2026-03-28T20:00, until: 2026-03-29T08:00}]
              payments:
                name: Payments primary
                timeZone: Europe/London
                layers: [{name: primary, people: [linus], rotation: weekly, from: 2026-01-05}]
            policies: {page: {steps: [{notify: ["schedule:payments"], wait: 5m}]}}
            services: {shop: {name: Shop, policy: page}}
            integrations: {native: {type: native, key: %s, service: shop}}
            """.formatted(KEY));

    private static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static JsonNode get(String path, int status) {
        return read(SERVER.caller().get(path, Caller.bearer(Servers.ADMIN)), status);
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    @Test
    void whoIsOnCallIsToldAtAnyInstant() {
        var two = items(get("/api/on-call?at=2026-03-20T22:00:00Z", 200));
        assertThat(two).extracting(one -> one.at("/schedule/word").asString()).containsExactly("nights", "payments");
        var night = two.getFirst();
        assertThat(night.at("/person/word").asString()).isEqualTo("ada");
        assertThat(night.at("/layer").asString()).isEqualTo("nights");
        assertThat(night.at("/from").asString()).isEqualTo("2026-03-20T19:00:00Z");
        assertThat(night.at("/until").asString()).isEqualTo("2026-03-21T07:00:00Z");
        assertThat(two.get(1).at("/until").isNull()).isTrue();
        assertThat(items(get("/api/on-call?at=2026-03-20T12:00:00Z&schedule=nights", 200)))
                .isEmpty();
    }

    @Test
    void anOverrideIsToldAsOneAndForWhom() {
        var night = items(get("/api/on-call?at=2026-03-29T00:30:00Z&schedule=nights", 200))
                .getFirst();
        assertThat(night.at("/person/word").asString()).isEqualTo("linus");
        assertThat(night.at("/override/from").asString()).isEqualTo("2026-03-28T19:00:00Z");
        assertThat(night.at("/override/agreement").isNull()).isTrue();
        assertThat(night.at("/insteadOf/word").asString()).isEqualTo("ada");
    }

    @Test
    void aPlanHasLayersGapsLoadAndDaysOfTwentyThreeHours() {
        var plan = get("/api/schedules/nights/shifts?from=2026-03-28T00:00:00Z&until=2026-03-30T22:00:00Z", 200);
        assertThat(items(plan))
                .extracting(one -> one.at("/person/word").asString())
                .containsExactly("grace", "linus", "grace", "ada");
        assertThat(plan.at("/layers/0/items").size()).isEqualTo(4);
        assertThat(plan.at("/gaps/0/from").asString()).isEqualTo("2026-03-28T07:00:00Z");
        assertThat(plan.at("/days"))
                .extracting(day -> day.get("minutes").asInt())
                .containsExactly(1440, 1380, 1440);
        assertThat(plan.at("/load"))
                .extracting(
                        one -> one.at("/person/word").asString(),
                        one -> one.get("all").asInt())
                .contains(org.assertj.core.groups.Tuple.tuple("linus", 11 * 60));
    }

    @Test
    void daysAreCountedInAnyZoneBesideThoseOfTheSchedule() {
        var span = "/api/schedules/nights/shifts?from=2026-03-28T12:00:00Z&until=2026-03-29T21:00:00Z";
        var own = get(span, 200);
        assertThat(own.get("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(own.get("own").isEmpty()).isTrue();
        var elsewhere = get(span + "&zone=America/New_York", 200);
        assertThat(elsewhere.at("/days/0/from").asString()).isEqualTo("2026-03-28T04:00:00Z");
        assertThat(elsewhere.get("own")).isEqualTo(own.get("days"));
        assertThat(elsewhere.get("items")).isEqualTo(own.get("items"));
        assertThat(get(span + "&zone=Mars", 400).get("code").asString()).isEqualTo("bad_zone");
    }

    private static JsonNode preview(String draft, int status) {
        return read(SERVER.caller().post("/api/schedules/preview", draft, Caller.bearer(Servers.ADMIN)), status);
    }

    @Test
    void aDraftShowsWhoseHoursItChangesAndWritesNothing() {
        var written = get("/api/schedules/payments", 200);
        assertThat(written.get("file").asString()).isEqualTo("configuration file");
        assertThat(written.at("/definition/layers/0/people").toString()).isEqualTo("[\"linus\"]");
        assertThat(written.get("yaml").asString()).startsWith("schedules:\n  payments:");
        var draft = preview("""
                {"word": "payments", "schedule": {"name": "Payments", "timeZone": "Europe/London", "layers": [
                  {"name": "primary", "people": ["linus", "grace"], "rotation": "daily", "from": "2026-01-05"}]}}""", 200);
        assertThat(draft.get("version").asInt()).isEqualTo(1);
        assertThat(draft.at("/changes/0/more/all").asLong()
                        + draft.at("/changes/1/more/all").asLong())
                .isZero();
        var grace = draft.at("/changes/0/person/word").asString().equals("grace") ? 0 : 1;
        assertThat(draft.at("/changes/" + grace + "/before/all").asLong()).isZero();
        assertThat(draft.at("/changes/" + grace + "/more/all").asLong()).isEqualTo(4 * 7 * 24 * 60L);
        assertThat(draft.at("/changes/" + grace + "/more/nights").asInt()).isPositive();
        assertThat(draft.get("gapBefore").asLong() + draft.get("gapAfter").asLong())
                .isZero();
        assertThat(draft.at("/plan/schedule/name").asString()).isEqualTo("Payments");
        assertThat(draft.at("/plan/layers/0/items").size()).isGreaterThan(5);
        assertThat(draft.get("yaml").asString()).contains("rotation: daily");
        assertThat(get("/api/schedules/payments", 200)).isEqualTo(written);
    }

    @Test
    void aMistakeInADraftHasThePlaceOfItsField() {
        var mistakes = preview("""
                {"word": "payments", "schedule": {"timeZone": "Europe/Londn", "layers": [
                  {"name": "primary", "people": ["linsu"], "rotation": "weekly", "from": "2026-01-05"}]}}""", 400);
        assertThat(mistakes.get("code").asString()).isEqualTo("config_mistakes");
        assertThat(mistakes.get("errors"))
                .extracting(one -> one.get("path").asString())
                .containsExactlyInAnyOrder("schedules.payments.timeZone", "schedules.payments.layers[0].people[0]");
        assertThat(preview("{}", 400).at("/errors/0/path").asString()).startsWith("schedules.draft");
    }

    @Test
    void aNewScheduleHasNobodyBefore() {
        var draft = preview("""
                {"schedule": {"layers": [
                  {"name": "primary", "people": ["ada"], "rotation": "weekly", "from": "2026-01-05", "only": ["Mon-Fri"]}]}}""", 200);
        assertThat(draft.get("version").asInt()).isZero();
        assertThat(draft.get("gapBefore").asLong()).isEqualTo(8 * 7 * 24 * 60L);
        assertThat(draft.get("gapAfter").asLong()).isEqualTo(8 * 2 * 24 * 60L);
        assertThat(draft.at("/changes/0/before/nights").asInt()).isZero();
        assertThat(get("/api/schedules/draft", 404).get("code").asString()).isEqualTo("no_such_schedule");
    }

    @Test
    void aTimeThatCannotBeAskedForIsRefused() {
        assertThat(get("/api/schedules/nights/shifts?from=2026-03-28T00:00:00Z&until=2026-03-27T00:00:00Z", 400)
                        .get("code")
                        .asString())
                .isEqualTo("bad_span");
        assertThat(get("/api/schedules/nights/shifts?from=2026-01-01T00:00:00Z&until=2029-01-01T00:00:00Z", 400)
                        .get("code")
                        .asString())
                .isEqualTo("bad_span");
        assertThat(get("/api/on-call?at=yesterday", 400).get("code").asString()).isEqualTo("bad_moment");
        assertThat(get("/api/on-call?schedule=nobody", 404).get("code").asString())
                .isEqualTo("no_such_schedule");
    }

    @Test
    void theListSaysWhoHasItAndWhoIsNext() {
        var first = get("/api/schedules?limit=1", 200);
        assertThat(items(first)).hasSize(1);
        var second =
                items(get("/api/schedules?limit=1&after=" + first.get("next").asString(), 200));
        assertThat(second)
                .extracting(
                        one -> one.get("word").asString(),
                        one -> one.at("/now/0/person/word").asString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("payments", "linus"));
        assertThat(items(first).getFirst().get("change").isNull()).isFalse();
    }

    @Test
    void whoCouldNotBeWokenIsNamedInTheDaytime() {
        var unready = items(get("/api/readiness", 200));
        assertThat(unready).hasSize(1);
        assertThat(unready.getFirst().at("/person/name").asString()).isEqualTo("Linus Torvalds");
        assertThat(unready.getFirst().at("/because").asString()).contains("no mail server is set up");
        assertThat(unready.getFirst().at("/paths/0").asString()).isEqualTo("page, step 1");
        assertThat(get("/api/readiness?limit=0", 400).get("code").asString()).isNotEmpty();
    }

    @Test
    void aStepAsksWhoeverIsOnCall() {
        var body = """
                {"key": "k", "action": "trigger", "severity": "critical", "summary": "Shop is down"}""";
        read(SERVER.caller().post("/api/detections", body, Caller.bearer(KEY)), 202);
        await().atMost(PATIENCE)
                .until(() -> items(get("/api/outbox", 200)).stream()
                        .anyMatch(one -> one.toString().contains("Linus Torvalds")));
        var incident = items(get("/api/incidents", 200)).getFirst().get("id").asString();
        await().atMost(PATIENCE)
                .until(() -> get("/api/incidents/" + incident + "/timeline", 200)
                        .toString()
                        .contains("Linus"));
    }

    @Test
    void aPersonOnAScheduleIsNotTakenAway() {
        var answer = SERVER.caller().delete("/api/config/people/ada", Caller.bearer(Servers.ADMIN));
        assertThat(answer.statusCode()).isEqualTo(409);
    }
}
