package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Caller;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** Who was woken says whether it was worth it, in one tap; and the figures are as the log has it, however often they are made anew. */
class FeedbackStory {

    private static final String ADA = "ada@example.test";
    private static final String GRACE = "grace@example.test";

    private final World world = new World();
    private final Caller caller = new Caller(world.uri(0, "").toString());
    private String[] ada = {};
    private String[] grace = {};
    private String incident = "";

    /** Ada is silent, so that Grace is paged too, and takes it. */
    @BeforeEach
    void bothArePaged() {
        world.configure(world.withoutMail());
        ada = session("ada");
        grace = session("grace");
        world.configure(world.organisation());
        world.detect("disk", "trigger");
        incident = world.onlyIncident().get("id").asString();
        world.eventually("Ada is paged", () -> world.mailsTo(ADA).size() == 1);
        world.wind(Duration.ofMinutes(6));
        world.letTimersFire();
        world.eventually("Grace is paged", () -> world.mailsTo(GRACE).size() == 1);
    }

    @AfterEach
    void end() {
        world.close();
    }

    private String[] session(String person) {
        var email = person + "@example.test";
        var invited =
                caller.post("/api/people/invitations", Map.of("email", email, "name", person), bearer(Servers.ADMIN));
        var token = json(invited).get("link").asString().replaceAll(".*/", "");
        var form = Map.of("name", person, "email", email, "password", "a long enough password", "timeZone", "UTC");
        var joined = caller.post("/api/invitations/" + token, form);
        assertThat(joined.statusCode()).describedAs(joined.body()).isEqualTo(200);
        var cookie = joined.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return new String[] {
            "Cookie", cookie, "X-Larum-Csrf", json(joined).get("csrf").asString()
        };
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return json(answer).get("code").asString();
    }

    private JsonNode mine(String[] who) {
        return ok(caller.get("/api/incidents/" + incident + "/feedback", who));
    }

    private HttpResponse<String> stars(Object body, String[] who) {
        return caller.post("/api/incidents/" + incident + "/rating", body, who);
    }

    private String figures() {
        var to = world.now().plus(Duration.ofHours(1));
        return caller.get("/api/feedback/figures?to=" + to, bearer(Servers.ADMIN))
                .body();
    }

    private String list(String filter) {
        return caller.get("/api/feedback?to=" + world.now().plus(Duration.ofHours(1)) + filter, bearer(Servers.ADMIN))
                .body();
    }

    private static List<JsonNode> items(String list) {
        return Caller.JSON.readTree(list).get("items").valueStream().toList();
    }

    @Test
    void oneTapRatesAPageAndTheFiguresSayHowManyDid() {
        var page = world.answerPage(GRACE);
        assertThat(world.look(page).body()).doesNotContain("Was this page useful?");
        world.press(page, "acknowledge");
        assertThat(world.look(page).body()).contains("Was this page useful?").doesNotContain("aria-pressed=\"true\"");
        world.look(page + "?do=noise");
        assertThat(mine(grace).get("page").get("verdict").isNull()).isTrue();

        assertThat(world.press(page, "noise").statusCode()).isEqualTo(303);
        assertThat(world.look(page).body()).contains("value=\"noise\" aria-pressed=\"true\"");
        assertThat(mine(grace).get("page").get("verdict").asString()).isEqualTo("noise");
        assertThat(mine(ada).get("page").get("verdict").isNull()).isTrue();

        // In the web app she thinks better of it; nobody else can.
        var message = mine(grace).get("page").get("message").asString();
        var path = "/api/outbox/" + message + "/rating";
        var useful = Map.of("verdict", "useful");
        for (int i = 0; i < 2; i++) {
            var answer = ok(caller.post(path, useful, grace));
            assertThat(answer.get("page").get("verdict").asString()).isEqualTo("useful");
        }
        assertThat(refused(caller.post(path, useful, ada), 404)).isEqualTo("no_such_page");
        assertThat(refused(caller.post(path, useful, bearer(Servers.ADMIN)), 403))
                .isEqualTo("not_a_person");
        assertThat(refused(caller.post(path, Map.of("verdict", "ok"), grace), 400))
                .isEqualTo("bad_verdict");

        var pages = Caller.JSON.readTree(figures()).get("pages");
        assertThat(pages.get("told").asInt()).isEqualTo(2);
        assertThat(pages.get("rated").asInt()).isOne();
        assertThat(pages.get("percent").asDouble()).isEqualTo(50);
        assertThat(pages.get("target").asInt()).isEqualTo(15);
        assertThat(pages.get("useful").asInt()).isOne();
        assertThat(pages.get("noise").asInt()).isZero();
    }

    @Test
    void starsAndCommentsAreSortedJoinedAndTheSameAfterARebuild() {
        world.press(world.answerPage(GRACE), "resolve");
        world.press(world.answerPage(GRACE), "wrong_person");
        ok(stars(Map.of("stars", 2, "comment", "The runbook link is missing!"), ada));
        ok(stars(Map.of("stars", 4, "comment", "runbook link missing"), grace));
        assertThat(ok(stars(Map.of("stars", 3), grace))
                        .get("mine")
                        .get("comment")
                        .asString())
                .isEqualTo("runbook link missing");
        assertThat(refused(stars(Map.of("stars", 6), ada), 400)).isEqualTo("bad_stars");
        assertThat(refused(stars(Map.of("stars", 1, "comment", "x".repeat(2001)), ada), 400))
                .isEqualTo("comment_too_long");
        assertThat(mine(ada).get("mean").asDouble()).isEqualTo(2.5);

        var questions = mine(grace).get("survey").valueStream().toList();
        assertThat(questions).hasSize(4);
        for (var question : questions) {
            var answer = Map.of("question", question.get("question").asString(), "answer", 4);
            ok(caller.post("/api/incidents/" + incident + "/survey", answer, grace));
        }
        var path = "/api/incidents/" + incident + "/survey";
        ok(caller.post(path, Map.of("question", "help", "answer", 1), ada));
        assertThat(refused(caller.post(path, Map.of("question", "help", "answer", 9), ada), 400))
                .isEqualTo("bad_answer");
        assertThat(refused(caller.post(path, Map.of("question", "why", "answer", 1), ada), 400))
                .isEqualTo("bad_question");
        assertThat(mine(ada).get("survey").get(2).get("answer").asInt()).isOne();

        var figures = figures();
        var read = Caller.JSON.readTree(figures);
        assertThat(read.get("incidents").get("rated").asInt()).isEqualTo(2);
        assertThat(read.get("incidents").get("stars").toString()).isEqualTo("[0,1,1,0,0]");
        var category = read.get("categories").get(0);
        assertThat(category.get("category").asString()).isEqualTo("features");
        assertThat(category.get("comments").asInt()).isEqualTo(2);
        assertThat(category.get("distinct").asInt()).isOne();
        assertThat(category.get("sentiment").asDouble()).isNegative();
        assertThat(category.get("tags").get(0).get("tag").asString()).isEqualTo("runbook");
        assertThat(read.get("themes").get(0).get("comments").asInt()).isEqualTo(2);
        assertThat(read.get("weeks").size()).isPositive();

        var surveys = read.get("surveys");
        assertThat(surveys.get("begun").asInt()).isEqualTo(2);
        assertThat(surveys.get("completed").asInt()).isOne();
        assertThat(surveys.get("percent").asDouble()).isEqualTo(50);
        assertThat(surveys.get("target").asInt()).isEqualTo(60);
        assertThat(surveys.get("questions").get(2).get("mean").asDouble()).isEqualTo(2.5);

        var list = list("");
        assertThat(items(list)).hasSize(3);
        assertThat(items(list).getFirst().get("person").get("name").asString()).isEqualTo("Grace Hopper");
        assertThat(items(list).getFirst().get("alike").asInt()).isOne();
        assertThat(items(list("&team=payments&kind=page")))
                .singleElement()
                .satisfies(one -> assertThat(one.get("verdict").asString()).isEqualTo("wrong_person"));
        assertThat(items(list("&service=another"))).isEmpty();
        var first = Caller.JSON.readTree(list("&limit=2"));
        assertThat(items(list("&limit=2&after=" + first.get("next").asString())))
                .hasSize(1);

        assertThat(world.rebuilt("feedback")).endsWith("done\n");
        assertThat(strip(figures())).isEqualTo(strip(figures));
        assertThat(list("")).isEqualTo(list);
    }

    @Test
    void whoeverWasPagedIsAskedOnceWhenTheQuarterIsOver() {
        world.detect("disk", "resolve");
        world.eventually(
                "it is over", () -> world.onlyIncident().get("state").asString().equals("resolved"));
        assertThat(survey(ada).isNull()).isTrue();
        world.wind(Duration.ofDays(39).plusHours(2));
        world.lookAtQuarter();
        assertThat(asked(ADA))
                .describedAs("the first day of the year is a Friday")
                .isTrue();
        world.lookAtQuarter();
        assertThat(mailsAbout(GRACE))
                .describedAs("it is six in the morning where she is")
                .isZero();
        world.wind(Duration.ofDays(1).plusHours(6));
        world.lookAtQuarter();
        assertThat(mailsAbout(GRACE)).describedAs("it is Saturday").isZero();
        world.wind(Duration.ofDays(2));
        world.lookAtQuarter();
        assertThat(asked(GRACE)).isTrue();
        assertThat(mailsAbout(ADA)).isOne();

        ada = again("ada");
        var sheet = survey(ada);
        assertThat(sheet.get("quarter").asString()).isEqualTo("2026-Q4");
        assertThat(sheet.get("questions").size()).isEqualTo(4);
        for (var question : List.of("right", "trust", "load", "better")) {
            ok(caller.post("/api/survey", Map.of("quarter", "2026-Q4", "question", question, "answer", 4), ada));
        }
        assertThat(survey(ada).get("questions").get(2).get("answer").asInt()).isEqualTo(4);
        assertThat(refused(
                        caller.post("/api/survey", Map.of("quarter", "2025-Q1", "question", "load", "answer", 4), ada),
                        404))
                .isEqualTo("not_asked");
        assertThat(refused(
                        caller.post("/api/survey", Map.of("quarter", "2026-Q4", "question", "fun", "answer", 4), ada),
                        400))
                .isEqualTo("bad_question");

        var quarter = Caller.JSON.readTree(figures()).get("quarters").get(0);
        assertThat(quarter.get("asked").asInt()).isEqualTo(2);
        assertThat(quarter.get("answered").asInt()).isOne();
        assertThat(quarter.get("completed").asInt()).isOne();
        assertThat(quarter.get("percent").asDouble()).isEqualTo(50);
        assertThat(quarter.get("target").asInt()).isEqualTo(40);
        assertThat(quarter.get("questions").size())
                .describedAs("of one person nothing is told")
                .isZero();
        var before = strip(figures());
        assertThat(world.rebuilt("feedback")).endsWith("done\n");
        assertThat(strip(figures())).isEqualTo(before);
    }

    private JsonNode survey(String[] who) {
        return ok(caller.get("/api/survey", who)).get("survey");
    }

    private long mailsAbout(String address) {
        return world.mailsTo(address).stream()
                .filter(subject -> subject.contains("2026-Q4"))
                .count();
    }

    private boolean asked(String address) {
        world.eventually("they are asked by mail", () -> mailsAbout(address) > 0);
        return true;
    }

    /** A session ends by itself; the person is the same. */
    private String[] again(String person) {
        var form = Map.of("email", person + "@example.test", "password", "a long enough password");
        var joined = caller.post("/api/session", form);
        assertThat(joined.statusCode()).describedAs(joined.body()).isEqualTo(200);
        var cookie = joined.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return new String[] {
            "Cookie", cookie, "X-Larum-Csrf", json(joined).get("csrf").asString()
        };
    }

    @Test
    void ticketsOfSupportAreSortedBesideWhatPeopleHereSay() {
        var csv = """
                number,service,text,at
                4711,checkout,"Paying is slow, and slower since Monday",2026-11-20T10:00:00Z
                4712,,Paying is slow and slower since monday,2026-11-21T10:00:00+01:00
                4713,no-such,The pages are unclear,
                4714,,,
                4711,,the same again,
                4715,,Written tomorrow,2027-01-01T00:00:00Z
                """;
        var first = ok(csv(csv));
        assertThat(first.get("taken").asInt()).isEqualTo(2);
        assertThat(first.get("refused").valueStream().map(one -> one.get("row").asInt()))
                .containsExactly(3, 4, 5, 6);
        assertThat(first.get("refused").get(0).get("because").asString()).contains("There is no service \"no-such\"");
        var second = ok(csv(csv));
        assertThat(second.get("taken").asInt()).isZero();
        assertThat(second.get("unchanged").asInt()).isEqualTo(2);
        assertThat(refused(csv("id,words\r\n1,x"), 400)).isEqualTo("bad_tickets");
        assertThat(refused(csv("number,text\r\n1,\"never closed"), 400)).isEqualTo("bad_tickets");
        var sent = ok(caller.post(
                "/api/feedback/tickets",
                Map.of("items", List.of(Map.of("number", "9", "source", "zendesk", "text", "The runbook is missing"))),
                bearer(Servers.ADMIN)));
        assertThat(sent.get("taken").asInt()).isOne();

        world.eventually(
                "they are in the list", () -> items(list("&kind=ticket")).size() == 3);
        var list = items(list("&kind=ticket"));
        assertThat(list.getFirst().get("ticket").toString()).isEqualTo("{\"source\":\"zendesk\",\"number\":\"9\"}");
        assertThat(list.getFirst().get("person").isNull()).isTrue();
        var slow = items(list("&kind=ticket&service=checkout"));
        assertThat(slow).singleElement().satisfies(one -> {
            assertThat(one.get("category").asString()).isEqualTo("performance");
            assertThat(one.get("alike").asInt()).isOne();
            assertThat(one.get("at").asString()).isEqualTo("2026-11-20T10:00:00Z");
        });
        var before = list("");
        assertThat(world.rebuilt("feedback")).endsWith("done\n");
        assertThat(list("")).isEqualTo(before);
    }

    private HttpResponse<String> csv(String file) {
        return world.postFile("/api/feedback/tickets", "text/csv", file);
    }

    /** The end of the time is an hour from now. */
    private static String strip(String figures) {
        return figures.replaceAll("\"(from|to)\":\"[^\"]*\",?", "");
    }
}
