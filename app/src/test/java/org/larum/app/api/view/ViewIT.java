package org.larum.app.api.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** Views that people keep: their own, those of their teams, and never those of others. */
class ViewIT {

    private static final Map<String, Object> WORST =
            Map.of("name", "The worst", "filter", Map.of("severity", "critical"));

    /** Nobody can be written to, so invitations are answered with their link. */
    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people:
              ada: {name: Ada, email: ada@example.test}
              grace: {name: Grace, email: grace@example.test}
              linus: {name: Linus, email: linus@example.test}
            teams: {payments: {name: Payments, members: [ada, grace]}}
            """);

    private static final Map<String, String[]> SESSIONS = new HashMap<>();

    private static String[] as(String person, String... more) {
        var session = SESSIONS.computeIfAbsent(person, ViewIT::signIn);
        return Stream.concat(Stream.of(session), Stream.of(more)).toArray(String[]::new);
    }

    private static String[] signIn(String person) {
        var email = person + "@example.test";
        var invited = SERVER.caller()
                .post("/api/people/invitations", Map.of("email", email, "name", person), bearer(Servers.ADMIN));
        var token = json(invited).get("link").asString().replaceAll(".*/", "");
        var form = Map.of("name", person, "email", email, "password", "a long enough password", "timeZone", "UTC");
        var joined = SERVER.caller().post("/api/invitations/" + token, form);
        assertThat(joined.statusCode()).describedAs(joined.body()).isEqualTo(200);
        var cookie = joined.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return new String[] {
            "Cookie", cookie, "X-Larum-Csrf", json(joined).get("csrf").asString()
        };
    }

    private static HttpResponse<String> post(String path, Object body, String person, String... more) {
        return SERVER.caller().post(path, body, as(person, more));
    }

    private static String made(Map<String, Object> view, String person) {
        var answer = post("/api/views", view, person);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    private static Map<String, Object> with(Map<String, Object> view, String field, Object value) {
        var changed = new HashMap<>(view);
        changed.put(field, value);
        return changed;
    }

    private static List<JsonNode> views(String person) {
        var items =
                json(SERVER.caller().get("/api/views?limit=100", as(person))).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static List<String> names(String person) {
        return views(person).stream().map(view -> view.get("name").asString()).toList();
    }

    private static String code(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isBetween(400, 409);
        return json(answer).get("code").asString();
    }

    @Test
    void aViewIsItsOwnersUntilItIsSharedWithATeam() {
        var id = made(with(WORST, "name", "Ada's worst"), "ada");
        assertThat(names("ada")).contains("Ada's worst");
        assertThat(names("grace")).doesNotContain("Ada's worst");
        assertThat(code(put(id, WORST, "grace"))).isEqualTo("no_such_view");

        var shared = with(with(WORST, "name", "Ours"), "team", "payments");
        assertThat(put(id, shared, "ada").statusCode()).isEqualTo(200);
        assertThat(names("grace")).contains("Ours").doesNotContain("Ada's worst");
        assertThat(names("linus")).doesNotContain("Ours");
        var seen = views("grace").stream()
                .filter(view -> view.get("name").asString().equals("Ours"))
                .findFirst()
                .orElseThrow();
        assertThat(seen.get("owner").get("name").asString()).isEqualTo("Ada");
        assertThat(seen.get("team").get("word").asString()).isEqualTo("payments");
        assertThat(seen.get("editable").asBoolean()).isFalse();
        assertThat(seen.get("filter").get("severity").asString()).isEqualTo("critical");
        assertThat(code(put(id, shared, "grace"))).isEqualTo("not_yours");
        assertThat(code(SERVER.caller().delete("/api/views/" + id, as("grace"))))
                .isEqualTo("not_yours");

        assertThat(SERVER.caller().delete("/api/views/" + id, as("ada")).statusCode())
                .isEqualTo(200);
        assertThat(names("grace")).doesNotContain("Ours");
    }

    private static HttpResponse<String> put(String id, Object view, String person) {
        return SERVER.caller().put("/api/views/" + id, view, as(person));
    }

    @Test
    void eachBeginsWithOneViewAndWithAnotherWhenTheyWish() {
        var shared = made(with(with(WORST, "name", "Begin"), "team", "payments"), "grace");
        var own = made(with(with(WORST, "name", "Mine"), "first", true), "ada");
        assertThat(first("ada")).containsExactly("Mine");
        assertThat(post("/api/views/" + shared + "/first", Map.of(), "ada").statusCode())
                .isEqualTo(200);
        assertThat(first("ada")).containsExactly("Begin");
        assertThat(first("grace")).isEmpty();
        assertThat(code(post("/api/views/" + shared + "/first", Map.of(), "linus")))
                .isEqualTo("no_such_view");
        SERVER.caller().delete("/api/views/" + shared + "/first", as("ada"));
        assertThat(first("ada")).isEmpty();
        assertThat(put(own, with(WORST, "name", "Mine, renamed"), "ada").statusCode())
                .isEqualTo(200);
        assertThat(names("ada")).contains("Mine, renamed");
    }

    private static List<String> first(String person) {
        return views(person).stream()
                .filter(view -> view.get("first").asBoolean())
                .map(view -> view.get("name").asString())
                .toList();
    }

    @Test
    void whatIsSentTwiceIsOneView() {
        var view = with(WORST, "name", "Twice");
        var once = post("/api/views", view, "ada", "Idempotency-Key", "twice");
        var again = post("/api/views", view, "ada", "Idempotency-Key", "twice");
        assertThat(again.body()).isEqualTo(once.body());
        assertThat(code(post("/api/views", with(WORST, "name", "TWICE"), "ada")))
                .isEqualTo("name_taken");
    }

    @Test
    void whatCannotBeMeantIsNotKept() {
        assertThat(code(post("/api/views", with(WORST, "filter", Map.of("state", "odd")), "linus")))
                .isEqualTo("bad_state");
        assertThat(code(post("/api/views", with(WORST, "filter", Map.of("words", "x".repeat(2000))), "linus")))
                .isEqualTo("bad_filter");
        assertThat(code(post("/api/views", with(WORST, "order", "odd"), "linus")))
                .isEqualTo("bad_order");
        assertThat(code(post("/api/views", with(WORST, "name", " "), "linus"))).isEqualTo("bad_name");
        assertThat(code(post("/api/views", with(WORST, "team", "payments"), "linus")))
                .isEqualTo("bad_team");
        assertThat(code(SERVER.caller().get("/api/views", bearer(Servers.ADMIN))))
                .isEqualTo("no_person");
        assertThat(views("linus")).isEmpty();
    }

    @Test
    void thereIsABoundAlsoForTwoAtOnce() {
        var answers = IntStream.range(0, 60)
                .mapToObj(n -> SERVER.caller().posting("/api/views", with(WORST, "name", "View " + n), as("many")))
                .toList();
        // A server that is busy elsewhere turns some away.
        assertThat(answers)
                .allMatch(one -> List.of(201, 409, 503).contains(one.join().statusCode()));
        for (int n = 60; n < 110; n++) {
            post("/api/views", with(WORST, "name", "View " + n), "many");
        }
        assertThat(code(post("/api/views", with(WORST, "name", "One more"), "many")))
                .isEqualTo("too_many_views");
        var page = json(SERVER.caller().get("/api/views?limit=20", as("many")));
        assertThat(page.get("items")).hasSize(20);
        var rest = json(SERVER.caller()
                .get("/api/views?limit=40&after=" + page.get("next").asString(), as("many")));
        assertThat(rest.get("items")).hasSize(30);
        assertThat(rest.get("next").isNull()).isTrue();
    }
}
