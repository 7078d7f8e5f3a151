package org.larum.app.api.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** Boards that people put together: kept, shown, and given to screens that do not sign in. */
class DashboardIT {

    private static final String KEY = "the-key-of-the-board-tests-with-32-characters";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BOARDS = "/api/dashboards";

    /** Nobody can be written to, so invitations are answered with their link. */
    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people:
              ada: {name: Ada, email: ada@example.test}
              grace: {name: Grace, email: grace@example.test}
            teams: {payments: {name: Payments, members: [ada]}}
            policies: {oncall: {steps: [{notify: ["person:ada"], wait: 30m}]}}
            integrations: {native: {type: native, key: %s, service: checkout}}
            services:
              checkout: {name: Checkout, team: payments, policy: oncall, dependsOn: [ledger], revenuePerMinute: 60}
              ledger: {name: Ledger, team: payments, policy: oncall}
              wiki: {name: Wiki, policy: oncall}
            slos: {orders: {service: checkout, kind: errors, objective: 99}}
            dashboards:
              wall:
                name: On the wall
                range: 7d
                panels: [{show: incidents}, {show: people}, {show: open-by-severity, services: [wiki]}]
            """.formatted(KEY));

    private static final Map<String, String[]> SESSIONS = new HashMap<>();

    private static String[] as(String person, String... more) {
        var session = SESSIONS.computeIfAbsent(person, DashboardIT::signIn);
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

    private static Map<String, Object> board(String name, String... shows) {
        var panels = Stream.of(shows).map(show -> Map.of("show", show)).toList();
        return Map.of("name", name, "range", "30d", "panels", panels);
    }

    private static JsonNode ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return json(answer);
    }

    private static String code(int status, HttpResponse<String> answer) {
        return ok(status, answer).get("code").asString();
    }

    private static String made(String person, Map<String, Object> board) {
        return ok(201, SERVER.caller().post(BOARDS, board, as(person)))
                .get("word")
                .asString();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    // ------------------------------------------------------------ kept

    @Test
    void aBoardIsItsOwnersUntilTheyDeleteIt() {
        var wish = board("Ada’s", "mtta", "debt");
        var first = SERVER.caller().post(BOARDS, wish, as("ada", "Idempotency-Key", "one-board"));
        var word = ok(201, first).get("word").asString();
        var again = SERVER.caller().post(BOARDS, wish, as("ada", "Idempotency-Key", "one-board"));
        assertThat(ok(201, again).get("word").asString()).isEqualTo(word);

        var shown = ok(200, SERVER.caller().get(BOARDS + "/" + word, as("grace")));
        assertThat(shown.get("name").asString()).isEqualTo("Ada’s");
        assertThat(shown.get("owner").get("word").asString()).isEqualTo("ada");
        assertThat(shown.get("editable").asBoolean()).isFalse();
        assertThat(ok(200, SERVER.caller().get(BOARDS + "/" + word, as("ada")))
                        .get("editable")
                        .asBoolean())
                .isTrue();

        assertThat(code(403, SERVER.caller().put(BOARDS + "/" + word, wish, as("grace"))))
                .isEqualTo("not_yours");
        assertThat(code(403, SERVER.caller().delete(BOARDS + "/" + word, as("grace"))))
                .isEqualTo("not_yours");
        var changed = ok(200, SERVER.caller().put(BOARDS + "/" + word, board("Ours", "goals"), bearer(Servers.ADMIN)));
        assertThat(changed.get("name").asString()).isEqualTo("Ours");
        assertThat(changed.get("owner").get("word").asString())
                .as("it stays Ada's")
                .isEqualTo("ada");

        ok(200, SERVER.caller().delete(BOARDS + "/" + word, as("ada")));
        ok(200, SERVER.caller().delete(BOARDS + "/" + word, as("ada")));
        assertThat(code(404, SERVER.caller().get(BOARDS + "/" + word, as("ada"))))
                .isEqualTo("no_such_board");
    }

    @Test
    void whatAFileDescribesIsOnlyShown() {
        var wall = ok(200, SERVER.caller().get(BOARDS + "/wall", bearer(Servers.ADMIN)));
        assertThat(wall.get("file").isNull()).isFalse();
        assertThat(wall.get("editable").asBoolean()).isFalse();
        assertThat(items(wall.get("panels"))
                        .getLast()
                        .get("services")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("Wiki");
        var answer = SERVER.caller().put(BOARDS + "/wall", board("Mine", "mtta"), bearer(Servers.ADMIN));
        assertThat(code(409, answer)).isEqualTo("owned_by_file");
        assertThat(answer.body()).contains("Change it there and apply the file again");
        assertThat(code(409, SERVER.caller().delete(BOARDS + "/wall", as("ada"))))
                .isEqualTo("owned_by_file");
    }

    @Test
    void whatCannotBeABoardSaysWhatToWrite() {
        var unknown = SERVER.caller().post(BOARDS, board("Wrong", "mtta", "mttx"), as("ada"));
        assertThat(code(400, unknown)).isEqualTo("config_mistakes");
        assertThat(unknown.body()).contains("Did you mean").contains("panels[1].show");
        for (var wrong : List.of(
                "{}",
                "{\"name\": \"x\", \"panels\": []}",
                "{\"name\": \"x\", \"panels\": [null]}",
                "{\"name\": \"x\", \"panels\": [{\"show\": \"mtta\", \"services\": [null]}]}",
                "{\"name\": \"\", \"panels\": [{\"show\": \"mtta\"}]}",
                "{\"name\": \"x\", \"range\": \"3d\", \"panels\": [{\"show\": \"mtta\"}]}",
                "{\"name\": \"x\", \"services\": [\"nowhere\"], \"panels\": [{\"show\": \"mtta\"}]}",
                "[]")) {
            assertThat(SERVER.caller().post(BOARDS, wrong, as("ada")).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(code(400, SERVER.caller().post(BOARDS, board("x", "mtta"), bearer(Servers.ADMIN))))
                .isEqualTo("no_person");
        assertThat(SERVER.caller().get(BOARDS).statusCode()).isEqualTo(401);
        assertThat(SERVER.caller().get(BOARDS, bearer(KEY)).statusCode()).isEqualTo(403);
    }

    @Test
    void theListHasThoseOfEverybodyInPages() {
        var one = made("ada", board("One", "mtta"));
        var other = made("grace", board("Other", "mttr"));
        var found = new ArrayList<String>();
        String after = "";
        do {
            var page = ok(200, SERVER.caller().get(BOARDS + "?limit=1" + after, as("grace")));
            items(page.get("items"))
                    .forEach(board -> found.add(board.get("word").asString()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        assertThat(found).contains(one, other, "wall").isSorted().doesNotHaveDuplicates();
    }

    // ------------------------------------------------------------ shown

    private static void detect(String service) {
        var body = Map.of(
                "key",
                service,
                "severity",
                "high",
                "summary",
                service + " fails",
                "service",
                service,
                "action",
                "trigger");
        assertThat(SERVER.caller().post("/api/detections", body, bearer(KEY)).statusCode())
                .isEqualTo(202);
    }

    /** Something that ought to be better, as feasible and as risky as it can be in the middle. */
    private static void weighed(String title, int impact, int effort) {
        var made = SERVER.caller()
                .post("/api/improvements", Map.of("title", title, "why", "Seen at night"), bearer(Servers.ADMIN));
        var id = ok(201, made).get("improvement").get("id").asString();
        var marks = Map.of("impact", impact, "feasibility", 2, "effort", effort, "risk", 1);
        ok(200, SERVER.caller().post("/api/improvements/" + id + "/weigh", marks, bearer(Servers.ADMIN)));
    }

    private static JsonNode panels(String show, String more) {
        return ok(
                        200,
                        SERVER.caller()
                                .get(
                                        "/api/panels/figures?show=" + show + more + "&atLeast=" + SERVER.head(),
                                        bearer(Servers.ADMIN)))
                .get("panels");
    }

    private static List<String> row(JsonNode panel, int table, int row) {
        return items(panel.get("tables").get(table).get("rows").get(row).get("cells")).stream()
                .map(cell -> cell.get("text").isNull()
                        ? cell.get("number").toString()
                        : cell.get("text").asString())
                .toList();
    }

    @Test
    void panelsShowWhatHappenedAndOpenItsLists() {
        var change = Map.of("summary", "Ledger 4.2", "service", "ledger", "key", "deploy-1");
        assertThat(SERVER.caller().post("/api/changes", change, bearer(KEY)).statusCode())
                .isEqualTo(202);
        var minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(120);
        var counts = List.of(Map.of("minute", minute.toString(), "good", 90, "total", 100));
        ok(200, SERVER.caller().post("/api/slos/orders/counts", counts, bearer(Servers.ADMIN)));
        var better = Map.of("title", "Shard the ledger", "why", "It is slow", "service", "ledger");
        ok(201, SERVER.caller().post("/api/improvements", better, bearer(Servers.ADMIN)));
        weighed("Alert on queues", 5, 2);
        weighed("Rename the tables", 2, 2);
        weighed("Write it in another language", 1, 5);
        detect("checkout");
        detect("wiki");
        await("both are counted")
                .atMost(PATIENCE)
                .until(() -> panels("incidents", "")
                                        .get(0)
                                        .get("figure")
                                        .get("value")
                                        .asDouble()
                                == 2
                        && !panels("changes", "")
                                .get(0)
                                .get("tables")
                                .get(1)
                                .get("rows")
                                .isEmpty()
                        && panels("error-rates", "").get(0).get("missing").isNull()
                        && items(panels("debt", "").get(0).get("tables").get(0).get("rows"))
                                        .size()
                                == 4);

        var changes = panels("changes", "").get(0);
        assertThat(changes.get("note").asString()).startsWith("1 of 2 incidents");
        assertThat(row(changes, 1, 0)).contains("Checkout", "Ledger 4.2", "Ledger");
        assertThat(changes.get("tables").get(1).get("rows").get(0).get("href").asString())
                .startsWith("/i/");
        assertThat(panels("changes", "&service=wiki").get(0).get("missing").asString())
                .contains("/api/changes");

        assertThat(row(panels("error-rates", "").get(0), 1, 0))
                .containsExactly("Checkout", "orders", "100.0", "10.0", "10.0", "null", "1.0");
        assertThat(row(panels("debt", "&service=ledger").get(0), 0, 0)).contains("Not weighed yet", "1.0");
        var debt = panels("debt", "").get(0);
        assertThat(row(debt, 0, 0)).containsExactly("High: a score of 3 and more", "1.0", "1.0", "0.0", "0.0", "2.0");
        assertThat(row(debt, 0, 1)).contains("Middle: 1 and more").endsWith("2.0");
        assertThat(row(debt, 0, 2)).contains("Low: below 1").endsWith("5.0");
        assertThat(row(debt, 0, 3)).contains("Not weighed yet").endsWith("0.0");
        assertThat(panels("debt", "&service=wiki").get(0).get("missing").isNull())
                .isFalse();
        assertThat(panels("paging-cost", "").get(0).get("missing").asString()).contains("LARUM_PAGE_COST");

        var narrowed = panels("incidents", "&service=wiki&days=7").get(0);
        assertThat(narrowed.get("figure").get("value").asDouble()).isEqualTo(1);
        assertThat(narrowed.get("figure").get("href").asString())
                .isEqualTo("/insights/list?list=incidents&days=7&service=wiki&which=all");

        var wall = ok(200, SERVER.caller().get(BOARDS + "/wall/figures?zone=Europe/Berlin", as("grace")));
        assertThat(wall.get("days").asInt()).isEqualTo(7);
        var severities = wall.get("panels").get(2);
        assertThat(severities.get("about").asString()).isEqualTo("Wiki");
        assertThat(row(severities, 0, 0)).startsWith("high", "1.0");

        var all = ok(200, SERVER.caller().get("/api/panels", as("grace"))).get("items");
        assertThat(all).hasSize(27);
        for (var word : items(all)) {
            var show = word.get("show").asString();
            assertThat(panels(show, "&days=365").get(0).get("show").asString()).isEqualTo(show);
        }
        assertThat(code(400, SERVER.caller().get(BOARDS + "/wall/figures?days=8", as("ada"))))
                .isEqualTo("bad_days");
        assertThat(code(400, SERVER.caller().get(BOARDS + "/wall/figures?zone=Moon", as("ada"))))
                .isEqualTo("bad_zone");
    }

    // ------------------------------------------------------------ given to screens

    private static String shared(String path) {
        return path.replace("/wall/", "/api/shared-boards/");
    }

    @Test
    void aScreenShowsABoardWithoutASessionUntilItsAddressIsTakenBack() {
        var word = made("ada", board("For the wall", "incidents", "people", "open-by-severity"));
        var links = BOARDS + "/" + word + "/links";
        assertThat(code(403, SERVER.caller().post(links, Map.of(), as("grace"))))
                .isEqualTo("not_yours");
        assertThat(code(403, SERVER.caller().get(links, as("grace")))).isEqualTo("not_yours");
        var link = ok(201, SERVER.caller().post(links, Map.of(), as("ada", "Idempotency-Key", "one-link")));
        var path = link.get("path").asString();
        assertThat(path).matches("/wall/[A-Za-z0-9_-]{43}");
        var same = SERVER.caller().post(links, Map.of(), as("ada", "Idempotency-Key", "one-link"));
        assertThat(ok(201, same).get("path").asString()).isEqualTo(path);

        var read = SERVER.caller().get(shared(path) + "?zone=Europe/Berlin");
        var board = ok(200, read);
        assertThat(read.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(board.get("name").asString()).isEqualTo("For the wall");
        assertThat(board.get("panels")).hasSize(3);
        assertThat(board.get("panels").get(0).get("figure").get("href").isNull())
                .isTrue();
        assertThat(board.get("panels").get(1).get("missing").asString()).contains("those who sign in");
        assertThat(board.get("panels").get(1).get("tables")).isEmpty();
        assertThat(SERVER.caller().get(path, "Accept", "text/html").statusCode())
                .as("the page of the web app")
                .isNotEqualTo(401);

        var list = SERVER.caller().get(links, as("ada"));
        assertThat(list.body()).contains(link.get("id").asString()).doesNotContain(path.substring(6));
        assertThat(SERVER.jdbc()
                        .sql("select count(*) from dashboard_links where hash like '%' || ? || '%'")
                        .param(path.substring(6))
                        .query(Integer.class)
                        .single())
                .isZero();

        ok(200, SERVER.caller().delete(links + "/" + link.get("id").asString(), as("ada")));
        assertThat(code(404, SERVER.caller().get(shared(path)))).isEqualTo("no_such_address");
        assertThat(code(404, SERVER.caller().get("/api/shared-boards/nothing"))).isEqualTo("no_such_address");
    }

    @Test
    void whatIsDeletedIsShownToNobody() {
        var word = made("ada", board("Short lived", "mtta"));
        var link = ok(201, SERVER.caller().post(BOARDS + "/" + word + "/links", Map.of(), as("ada")));
        ok(200, SERVER.caller().get(shared(link.get("path").asString())));
        ok(200, SERVER.caller().delete(BOARDS + "/" + word, as("ada")));
        assertThat(SERVER.caller().get(shared(link.get("path").asString())).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverReadsWithoutEndIsToldToWait() {
        var word = made("grace", board("Hammered", "incidents"));
        var link = ok(201, SERVER.caller().post(BOARDS + "/" + word + "/links", Map.of(), as("grace")));
        var path = shared(link.get("path").asString());
        // Twice as many as a minute has room for: a new minute may begin meanwhile.
        var refused = Stream.generate(() -> SERVER.caller().get(path))
                .limit(125)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        assertThat(code(429, refused)).isEqualTo("too_often");
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        assertThat(code(400, SERVER.caller().get(BOARDS + "/wall/figures?zone=Moon", as("ada"))))
                .as("others are not hindered")
                .isEqualTo("bad_zone");
    }
}
