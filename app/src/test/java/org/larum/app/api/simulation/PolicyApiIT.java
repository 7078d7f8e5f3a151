package org.larum.app.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** Policies of a running server: listed, thought through before they are saved, and saved. */
class PolicyApiIT {

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people:
              ada: {name: Ada Lovelace, email: ada@example.test, roles: [architect]}
              grace: {name: Grace Hopper, email: grace@example.test}
              mute: {name: Nobody Reaches Me}
            teams: {payments: {name: Payments, members: [ada, grace]}}
            schedules:
              office:
                name: Office hours
                timeZone: Europe/London
                layers:
                  - {name: day, people: [grace], rotation: weekly, handover: "Mon 09:00", from: 2026-01-05,
                     only: ["Mon-Fri 09:00-17:00"]}
            policies:
              page:
                steps:
                  - {level: On call, notify: ["schedule:office"], wait: 5m}
                  - {notify: ["person:ada", "person:mute"], wait: 5m}
            services: {shop: {name: Shop, policy: page}}
            channels: {email: {host: 127.0.0.1, port: 2525, from: larum@example.test, encryption: none}}
            """);

    private static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return Caller.json(answer);
    }

    private static JsonNode get(String path) {
        return read(SERVER.caller().get(path, Caller.bearer(Servers.ADMIN)), 200);
    }

    private static JsonNode preview(String body, int status) {
        return read(SERVER.caller().post("/api/policies/preview", body, Caller.bearer(Servers.ADMIN)), status);
    }

    private static List<String> texts(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.at(pointer).asString())
                .toList();
    }

    @Test
    void theListSaysWhatTheStepsAreWhoUsesThemAndWhatIsWrong() {
        var page = get("/api/policies?limit=1").at("/items/0");

        assertThat(page.at("/word").asString()).isEqualTo("page");
        assertThat(page.at("/version").asInt()).isOne();
        assertThat(page.at("/origin").asString()).isNotEqualTo("api");
        assertThat(page.at("/policy/steps/0/notify/0").asString()).isEqualTo("schedule:office");
        assertThat(page.at("/services/0").asString()).isEqualTo("shop");
        assertThat(page.at("/findings/0/kind").asString()).isEqualTo("nobody");
        assertThat(page.at("/findings/0/schedules/0/name").asString()).isEqualTo("Office hours");
        assertThat(texts(page.get("unready"), "/person/name")).containsExactly("Nobody Reaches Me");
    }

    @Test
    void whomAStepMayTell() {
        var first = get("/api/policies/targets?limit=3");
        assertThat(texts(first.get("items"), "/target")).containsExactly("person:ada", "person:grace", "person:mute");
        var rest = get("/api/policies/targets?after=" + first.get("next").asString());
        assertThat(texts(rest.get("items"), "/target"))
                .containsExactly("role:architect", "schedule:office", "team:payments");
        assertThat(texts(rest.at("/items/2/people"), "/name")).containsExactly("Ada Lovelace", "Grace Hopper");
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void aDraftIsThoughtThroughWithRealNamesAndChecked() {
        var answer = preview("""
                {"word": "page", "at": "2026-03-29T01:17:00Z", "policy": {"steps": [
                  {"notify": ["schedule:office", "person:ada"], "wait": "15m"},
                  {"notify": ["person:ada"], "wait": "15m"}]}}""", 200);

        assertThat(answer.get("canSave").asBoolean()).isTrue();
        assertThat(answer.get("version").asInt()).isOne();
        assertThat(answer.at("/run/service").asString()).isEqualTo("shop");
        assertThat(answer.at("/run/exhaustedAfter").asString()).isEqualTo("PT30M");
        assertThat(texts(answer.at("/run/people"), "/name")).contains("Ada Lovelace");
        assertThat(texts(answer.at("/run/lines"), "/because"))
                .contains("Step 2 of policy \"page\" (version 2) asks person \"ada\".");
        assertThat(answer.at("/checks/moments").asInt()).isEqualTo(8064);
        assertThat(answer.at("/checks/findings/0/kind").asString()).isEqualTo("nobody new");
        assertThat(answer.at("/checks/findings/0/step").asInt()).isEqualTo(2);
        assertThat(texts(answer.at("/checks/findings/0/people"), "/name")).containsExactly("Ada Lovelace");
        assertThat(get("/api/policies").at("/items/0/version").asInt()).isOne();
    }

    @Test
    void aDraftThatNoServiceUsesIsThoughtThroughToo() {
        var answer = preview("""
                {"word": "fresh", "isNew": true, "severity": "low",
                 "policy": {"steps": [{"notify": ["person:ada"], "wait": "5m"}]}}""", 200);

        assertThat(answer.get("canSave").asBoolean()).isTrue();
        assertThat(answer.get("version").asInt()).isZero();
        assertThat(answer.at("/run/service").isNull()).isTrue();
        assertThat(answer.at("/run/reachedAfter").asString()).isEqualTo("PT0S");
        assertThat(texts(answer.at("/run/lines"), "/person")).contains("ada");
    }

    @Test
    void theCaseThatHoldsIsGoneThrough() {
        var draft = """
                {"word": "page", "severity": "%s", "at": "2026-03-30T10:00:00Z", "policy": {
                  "steps": [{"notify": ["person:ada"], "wait": "5m"}],
                  "when": [{"severity": "low", "hours": ["Mon-Fri 09:00-17:00"], "steps": [{"notify": ["person:grace"], "wait": "5m"}]}]}}""";
        var low = preview(draft.formatted("low"), 200);
        assertThat(low.at("/run/branch").asInt()).isOne();
        assertThat(texts(low.at("/run/lines"), "/person")).contains("grace").doesNotContain("ada");
        var high = preview(draft.formatted("high"), 200);
        assertThat(high.at("/run/branch").isNull()).isTrue();
        assertThat(texts(high.at("/run/lines"), "/person")).contains("ada").doesNotContain("grace");
    }

    @Test
    void mistakesAreAnAnswer() {
        var answer = preview("""
                {"word": "page", "policy": {"steps": [{"notify": ["person:adda"], "wait": "soon"}]}}""", 200);

        assertThat(answer.get("canSave").asBoolean()).isFalse();
        assertThat(texts(answer.get("mistakes"), "/path"))
                .containsExactlyInAnyOrder("policies.page.steps[0].notify[0]", "policies.page.steps[0].wait");
        assertThat(answer.get("run").isNull()).isTrue();
        assertThat(answer.get("checks").isNull()).isTrue();
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        var draft = "{\"policy\": {\"steps\": [{\"notify\": [\"person:ada\"], \"wait\": \"5m\"}]}, \"word\": \"x\", ";
        assertThat(preview(draft + "\"severity\": \"awful\"}", 400).get("code").asString())
                .isEqualTo("bad_severity");
        assertThat(preview(draft + "\"service\": \"nowhere\"}", 400).get("code").asString())
                .isEqualTo("unknown_service");
        assertThat(preview(draft + "\"at\": \"soon\"}", 400).get("code").asString())
                .isEqualTo("bad_instant");
    }
}
