package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bad incident is over: it is written down why, and what was learned is found the next time. */
class PostmortemStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String ADA = "ada@example.test";
    private static final String LATE = "An action of INC-1001 is overdue";

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    private static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private JsonNode get(String path) {
        return read(world.get(0, path, Servers.ADMIN), 200);
    }

    private HttpResponse<String> post(String path, Object body) {
        return world.post(0, path, JSON.writeValueAsString(body), Servers.ADMIN);
    }

    private HttpResponse<String> write(String review, int version, String text) {
        var wish = Map.of("version", version, "title", "A smaller pool stopped the checkout", "text", text);
        return world.put("/api/postmortems/" + review, JSON.writeValueAsString(wish));
    }

    private JsonNode review(String incident) {
        return get("/api/incidents/" + incident + "/postmortem");
    }

    private JsonNode untilDrafted(String incident, int version) {
        var path = "/api/incidents/" + incident + "/postmortem";
        world.eventually("draft " + version, () -> {
            world.lookAtReviews();
            var answer = world.get(0, path, Servers.ADMIN);
            return answer.statusCode() == 200
                    && JSON.readTree(answer.body()).get("about").get("version").asInt() == version;
        });
        return review(incident);
    }

    private String resolved(String key) {
        world.detect(key, "trigger");
        var incident = fresh();
        world.act(incident, "acknowledge");
        world.act(incident, "resolve");
        return incident;
    }

    /** The only one that nobody has answered yet. */
    private String fresh() {
        world.eventually(
                "one incident is open", () -> world.incidents("triggered").size() == 1);
        return world.incidents("triggered").getFirst().get("id").asString();
    }

    private void endAgain(String incident) {
        world.wind(Duration.ofMinutes(5));
        world.act(incident, "reopen");
        world.wind(Duration.ofMinutes(5));
        world.act(incident, "resolve");
    }

    private JsonNode knowledge(String words) {
        return get("/api/knowledge?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .get("items");
    }

    private long told() {
        return world.mailsTo(ADA).stream()
                .filter(subject -> subject.contains(LATE))
                .count();
    }

    @Test
    void itIsDraftedWrittenPublishedAndFoundTheNextTime() {
        world.configure(world.organisation());
        var incident = resolved("payments");
        var drafted = untilDrafted(incident, 1);
        assertThat(drafted.get("about").get("cause").asString()).isEqualTo("critical");
        assertThat(drafted.get("about").get("state").asString()).isEqualTo("draft");
        var opened = get("/api/incidents/" + incident + "/timeline")
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("event").asString().equals("incident.IncidentOpened"))
                .findFirst()
                .orElseThrow();
        assertThat(drafted.get("text").asString())
                .contains("Checkout had a critical incident")
                .contains("[[event:" + opened.get("index").asLong() + "|INC-1001 opened for Checkout.]]");
        var review = drafted.get("about").get("id").asString();

        // Two editors who have read the same draft.
        var ours = "Linus made the pool smaller: [[event:" + opened.get("index").asLong() + "|it began]].";
        assertThat(read(write(review, 1, ours), 200)
                        .get("postmortem")
                        .get("about")
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        var refused = read(write(review, 1, "Something else"), 409);
        assertThat(refused.get("code").asString()).isEqualTo("written_meanwhile");
        assertThat(refused.get("detail").asString())
                .contains("wrote version 2 while you worked on version 1", "Nothing is lost");
        assertThat(review(incident).get("text").asString()).isEqualTo(ours);
        assertThat(get("/api/postmortems/" + review + "/versions").get("items").size())
                .isEqualTo(2);

        assertThat(post("/api/postmortems/" + review + "/review", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(knowledge("rollback").size()).isZero();
        var published = read(
                post(
                        "/api/postmortems/" + review + "/publish",
                        Map.of(
                                "version",
                                2,
                                "solution",
                                "Roll back the pool size of payments-db",
                                "runbook",
                                "https://wiki.example.com/pool",
                                "labels",
                                new String[] {"Pool", "rollback"})),
                200);
        assertThat(published.get("postmortem").get("about").get("state").asString())
                .isEqualTo("published");
        assertThat(read(write(review, 2, "Too late"), 409).get("code").asString())
                .isEqualTo("postmortem_published");

        for (var words :
                new String[] {"rollback", "rolled back sizes", "payments-db", "checkout", "INC-1001", "pool -redis"}) {
            assertThat(knowledge(words).size()).describedAs(words).isOne();
        }
        assertThat(knowledge("kafka ' | & ! (").size()).isZero();
        var document = world.get(0, "/api/postmortems/" + review + "/export.md", Servers.ADMIN);
        assertThat(document.body())
                .startsWith("# A smaller pool stopped the checkout\n")
                .contains(
                        "it began](",
                        "/i/" + incident + "#event-" + opened.get("index").asLong() + ")")
                .contains("Roll back the pool size");

        var paper = world.get(0, "/api/postmortems/" + review + "/export.pdf", Servers.ADMIN);
        assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(paper.body()).startsWith("%PDF-").contains("%%EOF");

        world.eventually(
                "the timeline tells it",
                () -> world.timeline(incident).stream().anyMatch(line -> line.contains("published its review")));

        // It happens again.
        world.wind(Duration.ofHours(3));
        world.detect("payments", "trigger");
        var again = fresh();
        world.eventually("the solution is known", () -> {
            var known = get("/api/incidents/" + again + "/context").get("known");
            return known.size() == 1 && known.get(0).get("incident").asString().equals(incident);
        });
    }

    @Test
    void whatPeopleWroteStaysWhenItComesBackAndEndsAgain() {
        world.configure(world.organisation());
        var incident = resolved("payments");
        var review = untilDrafted(incident, 1).get("about").get("id").asString();
        endAgain(incident);
        var second = untilDrafted(incident, 2);
        assertThat(second.get("text").asString()).contains("reopened");
        read(write(review, 2, "Ours"), 200);
        endAgain(incident);
        // Another incident ends after it: whoever drafts has read so far.
        world.wind(Duration.ofHours(3));
        world.detectOn("checkout", "critical", "Search is slow");
        var other = fresh();
        world.act(other, "resolve");
        untilDrafted(other, 1);
        assertThat(review(incident).get("text").asString()).isEqualTo("Ours");
        assertThat(review(incident).get("about").get("version").asInt()).isEqualTo(3);
    }

    @Test
    void whatWasMajorOrLaterThanPromisedIsDraftedToo() {
        world.configure(world.organisation());
        world.detectAs("medium", "cache");
        var major = fresh();
        var declared = post("/api/incidents/" + major + "/declare-major", Map.of("reason", "Nobody can pay"));
        assertThat(declared.statusCode()).describedAs(declared.body()).isEqualTo(200);
        world.act(major, "resolve");
        assertThat(untilDrafted(major, 1).get("about").get("cause").asString()).isEqualTo("major");

        world.wind(Duration.ofHours(3));
        world.detectAs("medium", "queue");
        var late = fresh();
        world.wind(Duration.ofHours(5));
        world.letTimersFire();
        world.act(late, "resolve");
        var review = untilDrafted(late, 1);
        assertThat(review.get("about").get("cause").asString()).isEqualTo("sla_breach");
        assertThat(review.get("text").asString())
                .contains("It took longer than was promised.", "Nobody acknowledged it.");
    }

    @Test
    void anEverydayIncidentIsReviewedOnlyByHand() {
        world.configure(world.organisation());
        world.detectAs("low", "cache");
        var incident = fresh();
        world.act(incident, "resolve");
        var path = "/api/incidents/" + incident + "/postmortem";
        assertThat(world.get(0, path, Servers.ADMIN).statusCode()).isEqualTo(404);
        var asked = read(post(path, Map.of()), 200);
        assertThat(asked.get("postmortem").get("about").get("version").asInt()).isOne();
        assertThat(asked.get("postmortem").get("about").get("cause").asString()).isEqualTo("by_hand");
        var twice = read(post(path, Map.of()), 200);
        assertThat(twice.get("changed").asBoolean()).isFalse();
        assertThat(get("/api/postmortems?state=draft&service=checkout")
                        .get("items")
                        .size())
                .isOne();
        assertThat(post("/api/incidents/00000000-0000-4000-8000-000000000000/postmortem", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverHasALateActionHearsOnceADayUntilItIsClosed() {
        world.configure(world.organisation());
        var review =
                untilDrafted(resolved("payments"), 1).get("about").get("id").asString();
        var tomorrow = LocalDate.ofInstant(world.now(), ZoneOffset.UTC).plusDays(1);
        var wish = Map.of(
                "text",
                "Check the pool size",
                "doneWhen",
                "half is refused",
                "owner",
                "ada",
                "due",
                tomorrow.toString());
        var path = "/api/postmortems/" + review + "/actions";
        var added = read(post(path, wish), 201);
        var action = added.get("postmortem").get("actions").get(0);
        assertThat(get("/api/actions?owner=ada").get("items").size()).isOne();
        assertThat(get("/api/actions?overdue=true").get("items").size()).isZero();

        var noon = tomorrow.plusDays(2).atTime(12, 0).atZone(LONDON).toInstant();
        world.wind(Duration.between(world.now(), noon));
        world.eventually("Ada is told", () -> {
            world.lookAtReviews();
            return told() == 1;
        });
        world.lookAtReviews();
        world.stopServer(0);
        world.startServer();
        world.lookAtReviews();
        assertThat(get("/api/actions?overdue=true&owner=ada").get("items").size())
                .isOne();
        assertThat(get("/api/postmortems?overdue=true")
                        .get("items")
                        .get(0)
                        .get("overdueActions")
                        .asInt())
                .isOne();
        assertThat(told()).isOne();
        world.wind(Duration.ofDays(1));
        world.eventually("Ada is told the next day", () -> {
            world.lookAtReviews();
            return told() == 2;
        });

        var done = new HashMap<String, String>(wish);
        done.put("state", "done");
        read(world.put(path + "/" + action.get("id").asString(), JSON.writeValueAsString(done)), 200);
        world.wind(Duration.ofDays(1));
        world.lookAtReviews();
        assertThat(get("/api/actions?state=open").get("items").size()).isZero();
        assertThat(told()).isEqualTo(2);
    }
}
