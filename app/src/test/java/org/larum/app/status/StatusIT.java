package org.larum.app.status;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.config.SystemTime;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** From what people publish to what those outside read, over HTTP. */
class StatusIT {

    private static final String KEY = "the-key-of-the-status-test-of-32-chars";
    private static final String[] ADMIN = bearer(Servers.ADMIN);
    private static final List<String> OUTSIDE =
            List.of("/status", "/status/history", "/status/feed.atom", "/api/status", "/api/status/history");

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people: {canaryperson: {name: Canary Person, email: canary@example.test}}
            teams: {canaryteam: {name: Canary Team, members: [canaryperson]}}
            services:
              canaryword: {name: Canary Service, team: canaryteam}
              veiledword: {name: Veiled Service, team: canaryteam}
            integrations: {canarysender: {type: native, key: %s, service: canaryword}}
            """.formatted(KEY));

    private static Map<String, Object> post(String state, String text, String component) {
        return Map.of(
                "state", state, "text", text, "affected", List.of(Map.of("service", "canaryword", "state", component)));
    }

    private static Map<String, Object> notice(String visibility, String title, String text) {
        var notice = new HashMap<String, Object>();
        notice.put("kind", "incident");
        notice.put("visibility", visibility);
        notice.put("title", title);
        notice.put("post", post("investigating", text, "partial_outage"));
        return notice;
    }

    private static String publish(Map<String, Object> notice) {
        var answer = SERVER.caller().post("/api/status/notices", notice, ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        return json(answer).get("notice").get("id").asString();
    }

    private static void show() {
        var answer = SERVER.caller()
                .post(
                        "/api/status/components/canaryword",
                        Map.of("name", "Paying", "group", "Shop", "place", 10),
                        ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> until(Caller caller, String path, Predicate<String> isSo) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            var answer = caller.get(path);
            if (answer.statusCode() == 200 && isSo.test(answer.body())) {
                return answer;
            }
            assertThat(System.nanoTime())
                    .describedAs(path + ": " + answer.body())
                    .isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static HttpResponse<String> until(String path, Predicate<String> isSo) {
        return until(SERVER.caller(), path, isSo);
    }

    // ------------------------------------------------------------ what is read outside

    @Test
    void whatIsPublishedIsReadOutsideAndNothingElse() {
        var fault = Map.of("key", "canarykey", "severity", "critical", "summary", "Canary alert text");
        assertThat(SERVER.caller().post("/api/detections", fault, bearer(KEY)).statusCode())
                .isEqualTo(202);
        var incident = incident();
        show();
        var notice = notice("public", "Paying fails for some", "One payment in ten fails.");
        notice.put("incident", incident);
        var post = new HashMap<String, Object>(post("investigating", "One payment in ten fails.", "partial_outage"));
        post.put(
                "affected",
                List.of(
                        Map.of("service", "canaryword", "state", "partial_outage"),
                        Map.of("service", "veiledword", "state", "major_outage")));
        notice.put("post", post);
        var id = publish(notice);
        assertThat(json(SERVER.caller().get("/api/status/notices/" + id, ADMIN))
                        .at("/subject/incident/id")
                        .asString())
                .isEqualTo(incident);

        var canaries = new ArrayList<>(List.of(id, incident, "anary", "eiled", "token", KEY));
        SERVER.jdbc()
                .sql("select aggregate_id::text from event union select event_id::text from event")
                .query(String.class)
                .list()
                .forEach(canaries::add);
        for (var path : OUTSIDE) {
            var body = until(path, text -> text.contains("One payment in ten fails."))
                    .body();
            assertThat(body).as(path).contains("Paying");
            canaries.forEach(canary -> assertThat(body).as(path).doesNotContain(canary));
        }
        assertThat(json(SERVER.caller().get("/api/status")).get("state").asString())
                .isEqualTo("partial_outage");
    }

    private static String incident() {
        for (int i = 0; ; i++) {
            var found = json(SERVER.caller().get("/api/incidents", ADMIN)).get("items");
            if (!found.isEmpty()) {
                return found.get(0).get("id").asString();
            }
            assertThat(i).isLessThan(400);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void whatIsWithdrawnIsGoneEverywhere() {
        var id = publish(notice("public", "Said by mistake", "This was a mistake."));
        until("/status", text -> text.contains("Said by mistake"));
        var answer = SERVER.caller().post("/api/status/notices/" + id + "/withdraw", "", ADMIN);
        assertThat(json(answer).get("notice").get("withdrawn").asBoolean()).isTrue();
        for (var path : OUTSIDE) {
            until(path, text -> !text.contains("Said by mistake"));
        }
        var late = SERVER.caller()
                .post("/api/status/notices/" + id + "/updates", post("monitoring", "Late", "degraded"), ADMIN);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).get("code").asString()).isEqualTo("notice_withdrawn");
    }

    @Test
    void whatIsPrivateIsReadAfterSignInAlone() {
        publish(notice("private", "Only for us", "Nobody outside reads this."));
        publish(notice("public", "For everybody", "Everybody reads this."));
        for (var path : OUTSIDE) {
            var body = until(path, text -> text.contains("For everybody")).body();
            assertThat(body).as(path).doesNotContain("Only for us", "Nobody outside");
        }
        for (var path : List.of("/status/private", "/status/private/history")) {
            assertThat(SERVER.caller().get(path).statusCode()).isEqualTo(401);
            assertThat(SERVER.caller().get(path, bearer(KEY)).statusCode()).isEqualTo(403);
            var page = SERVER.caller().get(path, ADMIN);
            assertThat(page.body()).contains("Only for us", "For everybody");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    void anUpdateIsReadAndTheEndMovesTheNoticeToTheHistory() {
        var id = publish(notice("public", "Orders are slow", "We look into slow orders."));
        var path = "/api/status/notices/" + id + "/updates";
        assertThat(SERVER.caller()
                        .post(path, post("resolved", "Orders are quick.", "operational"), ADMIN)
                        .statusCode())
                .isEqualTo(201);
        until("/status/history", text -> text.contains("Orders are quick."));
        until("/status", text -> !text.contains("Orders are slow"));
    }

    @Test
    void whatPeopleWroteRunsNowhere() {
        publish(notice("public", "<script>alert('x')</script> & \"more\"", "<img src=x onerror=alert(1)>\n]]> &amp;"));
        var page = until("/status", text -> text.contains("alert(1)"));
        assertThat(page.body()).doesNotContain("<script", "<img").contains("&lt;script&gt;", "&amp;amp;");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("script-src", "unsafe");
        var feed = until("/status/feed.atom", text -> text.contains("alert(1)"));
        assertThat(xml(feed.body()).getElementsByTagName("script").getLength()).isZero();
        assertThat(xml(feed.body()).getDocumentElement().getTextContent())
                .contains("<script>alert('x')</script> & \"more\"", "]]> &amp;");
    }

    // ------------------------------------------------------------ the feed

    private static Document xml(String text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<Element> children(Element of, String name) {
        var found = new ArrayList<Element>();
        for (var at = of.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element && name.equals(element.getLocalName())) {
                assertThat(element.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
                found.add(element);
            }
        }
        return found;
    }

    private static String only(Element of, String name) {
        assertThat(children(of, name)).as(name).hasSize(1);
        return children(of, name).getFirst().getTextContent();
    }

    @Test
    void theFeedIsWhatReadersOfFeedsExpect() {
        var id = publish(notice("public", "Feed me", "First."));
        SERVER.caller()
                .post("/api/status/notices/" + id + "/updates", post("monitoring", "Second.", "degraded"), ADMIN);
        var answer = until("/status/feed.atom", text -> text.contains("Second."));
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        var feed = xml(answer.body()).getDocumentElement();
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(only(feed, "id")).isEqualTo("http://larum.test/status");
        assertThat(only(feed, "title")).isNotBlank();
        assertThat(children(feed, "author")).hasSize(1);
        assertThat(children(feed, "link"))
                .extracting(link -> link.getAttribute("rel"))
                .containsExactlyInAnyOrder("self", "alternate");
        var entries = children(feed, "entry");
        var ids = new HashSet<String>();
        var newest = Instant.EPOCH;
        for (var entry : entries) {
            assertThat(ids.add(only(entry, "id"))).isTrue();
            assertThat(only(entry, "id")).startsWith("urn:uuid:");
            var updated = OffsetDateTime.parse(only(entry, "updated")).toInstant();
            newest = updated.isAfter(newest) ? updated : newest;
            assertThat(only(entry, "title")).isNotBlank();
            assertThat(only(entry, "content")).isNotBlank();
        }
        assertThat(OffsetDateTime.parse(only(feed, "updated")).toInstant()).isAfterOrEqualTo(newest);
        assertThat(entries)
                .extracting(entry -> only(entry, "title"))
                .contains("Feed me (Looking into it)", "Feed me (Watching)");
    }

    // ------------------------------------------------------------ how it is served

    @Test
    void whoHasItAlreadyIsSentNothing() {
        for (var path : List.of("/status", "/status/history", "/status/feed.atom", "/api/status")) {
            var answer = SERVER.caller().get(path);
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("max-age=15, public");
            var tag = answer.headers().firstValue("ETag").orElseThrow();
            var again = SERVER.caller().get(path, "If-None-Match", tag);
            // Another test may have published in between; then the whole page comes, under another tag.
            if (again.statusCode() == 200) {
                assertThat(again.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
            } else {
                assertThat(again.statusCode()).as(path).isEqualTo(304);
                assertThat(again.body()).isEmpty();
            }
        }
    }

    @Test
    void olderNoticesAreReachedPageByPage() {
        for (int i = 0; i < 25; i++) {
            publish(notice("public", "Old notice " + i, "Text."));
        }
        var first = json(until("/api/status/history", text -> text.contains("Old notice 24")));
        var next = first.get("next").asString();
        assertThat(first.get("items")).hasSize(20);
        var second = json(SERVER.caller().get("/api/status/history?after=" + next));
        assertThat(second.get("items").get(0).get("title").asString()).isEqualTo("Old notice 4");
        var page = SERVER.caller().get("/status/history?after=" + next);
        assertThat(page.body()).contains("Old notice 4").doesNotContain("Old notice 24");
        assertThat(SERVER.caller().get("/api/status/history?after=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void itIsServedWhileTheDatabaseIsAway(@TempDir Path data) throws Exception {
        try (var server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime())) {
            var caller = new Caller(server);
            var notice = notice("public", "Still here", "This stays readable.");
            notice.put("post", Map.of("state", "investigating", "text", "This stays readable."));
            assertThat(caller.post("/api/status/notices", notice, ADMIN).statusCode())
                    .isEqualTo(201);
            until(caller, "/status", text -> text.contains("Still here"));
            server.getBean(DataSource.class).unwrap(HikariDataSource.class).close();
            assertThat(caller.get("/api/incidents", ADMIN).statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(caller.get("/status/subscribe", "Cookie", "larum_session=x")
                            .statusCode())
                    .isEqualTo(200);
            for (var path : OUTSIDE) {
                var answer = caller.get(path, "Cookie", "larum_session=of-somebody-who-is-signed-in");
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).as(path).contains("Still here");
            }
        }
    }

    // ------------------------------------------------------------ who may, and what is refused

    @Test
    void whoMayNotPublishPublishesNothing() {
        var wish = notice("public", "Not allowed", "Never read.");
        assertThat(SERVER.caller().post("/api/status/notices", wish).statusCode())
                .isEqualTo(401);
        assertThat(SERVER.caller()
                        .post("/api/status/notices", wish, bearer(KEY))
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVER.caller().get("/api/status/notices").statusCode()).isEqualTo(401);
        assertThat(SERVER.caller().get("/api/status/components").statusCode()).isEqualTo(401);
        assertThat(SERVER.caller()
                        .post("/api/status/components/canaryword", Map.of("name", "X", "place", 1), bearer(KEY))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"incident\",\"title\":\"T\",\"post\":{\"state\":\"investigating\",\"text\":\"x\"}}",
                "{\"kind\":\"incident\",\"visibility\":\"public\",\"title\":\"T\"}",
                "{\"kind\":\"incident\",\"visibility\":\"public\",\"title\":\"T\",\"post\":{\"state\":\"scheduled\",\"text\":\"x\",\"planned\":{\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-01-02T00:00:00Z\"}}}",
                "{\"kind\":\"maintenance\",\"visibility\":\"public\",\"title\":\"T\",\"post\":{\"state\":\"scheduled\",\"text\":\"x\"}}",
                "{\"kind\":\"maintenance\",\"visibility\":\"public\",\"title\":\"T\",\"post\":{\"state\":\"scheduled\",\"text\":\"x\",\"planned\":{\"from\":\"2026-01-02T00:00:00Z\",\"until\":\"2026-01-01T00:00:00Z\"}}}",
                "{\"kind\":\"incident\",\"visibility\":\"public\",\"title\":\"two\\nlines\",\"post\":{\"state\":\"investigating\",\"text\":\"x\"}}",
                "{\"kind\":\"incident\",\"visibility\":\"public\",\"title\":\"T\",\"post\":{\"state\":\"investigating\",\"text\":\"a\\u0000b\"}}",
                "{\"kind\":\"incident\",\"visibility\":\"public\",\"title\":\"T\",\"post\":{\"state\":\"investigating\",\"text\":\"a\\ud800b\"}}",
                "{\"kind\":\"incident\",\"visibility\":\"public\",\"title\":\"T\",\"post\":{\"state\":\"investigating\",\"text\":\"x\",\"affected\":[{\"service\":\"nosuch\",\"state\":\"degraded\"}]}}",
                "{\"kind\":\"incident\",\"visibility\":\"public\",\"title\":\"T\",\"post\":{\"state\":\"investigating\",\"text\":\"x\",\"affected\":[null]}}",
                "{\"kind\":\"incident\",\"visibility\":\"public\",\"title\":\"T\",\"post\":{\"state\":\"investigating\",\"text\":\"x\",\"affected\":[{\"service\":\"canaryword\",\"state\":\"degraded\"},{\"service\":\"canaryword\",\"state\":\"degraded\"}]}}"
            })
    void whatNobodyCanHaveMeantIsRefusedWithASentence(String body) {
        long before = SERVER.head();
        var answer = SERVER.caller().post("/api/status/notices", body, ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("detail").asString()).isNotBlank();
        assertThat(json(answer).get("code").asString()).isIn("bad_notice", "bad_notice_state");
        assertThat(SERVER.head()).isEqualTo(before);
    }

    @Test
    void sentTwiceWithOneKeyItIsPublishedOnce() {
        var wish = notice("public", "Only once", "Sent twice.");
        var keyed = bearer(Servers.ADMIN, "Idempotency-Key", "publish-once");
        var first = json(SERVER.caller().post("/api/status/notices", wish, keyed));
        var second = json(SERVER.caller().post("/api/status/notices", wish, keyed));
        assertThat(second.at("/notice/id")).isEqualTo(first.at("/notice/id"));
        var all = json(SERVER.caller().get("/api/status/notices?limit=1000", ADMIN))
                .get("items");
        assertThat(all.valueStream()
                        .filter(one -> one.at("/subject/title").asString().equals("Only once")))
                .hasSize(1);
    }

    @Test
    void aComponentIsShownAndHiddenAndTheListSaysWhichIsWhich() {
        assertThat(SERVER.caller()
                        .delete("/api/status/components/veiledword", ADMIN)
                        .statusCode())
                .isEqualTo(404);
        var shown =
                SERVER.caller().post("/api/status/components/veiledword", Map.of("name", "Basket", "place", 20), ADMIN);
        assertThat(json(shown).at("/entry/component/shown").asBoolean()).isTrue();
        until("/status", text -> text.contains("Basket"));
        var onPage = json(SERVER.caller().get("/api/status/components?shown=true", ADMIN))
                .get("items");
        assertThat(onPage.valueStream().map(one -> one.at("/service/word").asString()))
                .contains("veiledword");
        var hidden = SERVER.caller().delete("/api/status/components/veiledword", ADMIN);
        assertThat(json(hidden).at("/entry/component/shown").asBoolean()).isFalse();
        until("/status", text -> !text.contains("Basket"));
        var left = json(SERVER.caller().get("/api/status/components?shown=true", ADMIN))
                .get("items");
        assertThat(left.valueStream().map(one -> one.at("/service/word").asString()))
                .doesNotContain("veiledword");
        var first = json(SERVER.caller().get("/api/status/components?limit=1", ADMIN));
        assertThat(first.at("/items/0/service/word").asString()).isEqualTo("canaryword");
        var rest = json(SERVER.caller()
                .get(
                        "/api/status/components?after="
                                + requireNonNull(first.get("next").asString()),
                        ADMIN));
        assertThat(rest.at("/items/0/service/word").asString()).isEqualTo("veiledword");
        assertThat(rest.get("next").isNull()).isTrue();
    }
}
