package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Caller;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rule wakes Ada for nothing: it is seen, weighed, mended and judged; and seen again when it comes back. */
class ImprovementStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String ITEMS = "/api/improvements";

    private final World world = new World();
    private int disk = 10;

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

    private HttpResponse<String> post(String path, Map<String, ?> body) {
        return world.post(0, path, JSON.writeValueAsString(body), Servers.ADMIN);
    }

    private JsonNode act(String item, String what, Map<String, ?> body) {
        return read(post(ITEMS + "/" + item + "/" + what, body), 200).get("improvement");
    }

    private String refused(String item, String what, Map<String, ?> body, int status) {
        return read(post(ITEMS + "/" + item + "/" + what, body), status)
                .get("code")
                .asString();
    }

    private JsonNode item(String id) {
        return get(ITEMS + "/" + id);
    }

    private JsonNode look() {
        return read(post(ITEMS + "/look", Map.of()), 200);
    }

    private Set<String> kinds() {
        return get(ITEMS + "?state=open")
                .get("items")
                .valueStream()
                .map(item -> item.get("kind").asString())
                .collect(Collectors.toSet());
    }

    /** To three in the next night of Ada. */
    private void toTheNight() {
        Instant now = world.now();
        var there = now.atZone(LONDON);
        var three = there.toLocalDate().plusDays(1).atTime(LocalTime.of(3, 0)).atZone(LONDON);
        world.wind(Duration.between(now, three.toInstant()));
    }

    private long told() {
        return get("/api/measures").get("figures").get("told").asLong();
    }

    private int open() {
        return get("/api/incidents?state=open").get("items").size();
    }

    /** Three times in a night somebody is told, nobody does anything, and it is over by itself. */
    private void aNightOfNoise() {
        toTheNight();
        for (int time = 0; time < 3; time++) {
            long before = told();
            // Another disk each time, and one rule.
            var noise = "Disk " + disk++ + " is full";
            world.detectOn("checkout", noise);
            world.eventually("it is open", () -> open() == 1);
            world.wind(Duration.ofSeconds(1));
            world.eventually("somebody is told", () -> told() > before);
            world.wind(Duration.ofMinutes(30));
            world.resolveOn("checkout", noise);
            world.eventually("it is over", () -> open() == 0);
            world.wind(Duration.ofMinutes(30));
        }
    }

    private void planned(String item, Map<String, ?> criterion) {
        act(item, "weigh", Map.of("impact", 4, "feasibility", 5, "effort", 2, "risk", 1));
        int now = get(ITEMS + "/rounds/now").get("number").asInt();
        act(item, "plan", Map.of("round", now));
        act(item, "criterion", criterion);
        act(item, "phase", Map.of("phase", "research"));
        act(item, "phase", Map.of("phase", "build"));
        assertThat(act(item, "phase", Map.of("phase", "validate")).get("state").asString())
                .isEqualTo("validate");
    }

    @Test
    void itIsSeenWeighedMendedJudgedAndSeenAgain() {
        world.configure(world.organisation());
        aNightOfNoise();

        // Looked at twice, it is one item.
        assertThat(look().get("proposed").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(look().get("proposed").asInt()).isZero();
        assertThat(kinds()).contains("noisy_rule", "missing_runbook", "repeat_incident", "late_answers");
        var noise = get(ITEMS + "?kind=noisy_rule").get("items").get(0);
        assertThat(noise.get("title").asString()).startsWith("Delete or mend the rule “Disk # is full”");
        assertThat(noise.get("figure").asDouble()).isEqualTo(100);
        var id = noise.get("id").asString();
        var worst = get(ITEMS + "/delete-these").get("items").get(0);
        assertThat(worst.get("improvement").asString()).isEqualTo(id);
        assertThat(worst.get("rule").get("nights").asInt()).isPositive();

        // Weighed, planned, its phases in their order.
        assertThat(refused(id, "plan", Map.of("round", 1), 409)).isEqualTo("improvement_not_weighed");
        planned(id, Map.of("measure", "nights_a_week", "direction", "at_most", "target", 1, "service", "checkout"));
        var first = get(ITEMS + "?limit=1").get("items").get(0);
        assertThat(first.get("id").asString()).isEqualTo(id);
        assertThat(first.get("priority").get("arithmetic").asString())
                .isEqualTo("(impact 4 × feasibility 5) ÷ (effort 2 × risk 1) = 10.00");
        var round = get(ITEMS + "/rounds/now");
        assertThat(round.get("points").asInt()).isEqualTo(2);
        assertThat(get(ITEMS + "?round=" + round.get("number").asInt())
                        .get("items")
                        .size())
                .isEqualTo(1);

        // Held against what was measured.
        assertThat(refused(id, "judge", Map.of(), 409)).isEqualTo("too_early");
        world.wind(Duration.ofDays(8));
        assertThat(look().get("judged").asInt()).isEqualTo(1);
        var done = item(id);
        assertThat(done.get("state").asString()).isEqualTo("done");
        assertThat(done.get("measured").asDouble()).isZero();
        assertThat(look().get("proposed").asInt()).describedAs("old noise").isZero();

        // By hand, of something that fails; and meanwhile the noise comes back.
        var wish = Map.of("title", "Page nobody at night", "why", "Everybody is tired");
        var mine = read(post(ITEMS, wish), 201).get("improvement").get("id").asString();
        planned(mine, Map.of("measure", "wakes_a_week", "direction", "at_most", "target", 0));
        aNightOfNoise();
        assertThat(look().get("proposed").asInt()).isPositive();
        var back = item(id);
        assertThat(back.get("state").asString()).isEqualTo("weighed");
        assertThat(back.get("recurrences").asInt()).isEqualTo(1);
        assertThat(back.get("round").isNull()).isTrue();
        world.wind(Duration.ofDays(8));
        var failed = act(mine, "judge", Map.of());
        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(failed.get("measured").asDouble()).isPositive();
        assertThat(act(mine, "rollback", Map.of("note", "Escalation is as it was"))
                        .get("rollback")
                        .asString())
                .isEqualTo("Escalation is as it was");
        assertThat(refused(id, "rollback", Map.of("note", "?"), 409)).isEqualTo("not_failed");
        var steps = get(ITEMS + "/" + mine + "/steps").get("items");
        assertThat(steps.get(0).get("sentence").asString()).isEqualTo("Taken back: Escalation is as it was");
        assertThat(steps.size()).isEqualTo(9);

        // The log is the truth.
        var list = get(ITEMS + "?limit=200");
        world.rebuilt("improvement");
        assertThat(get(ITEMS + "?limit=200")).isEqualTo(list);
    }

    private static final Map<String, String> ADA =
            Map.of("email", "ada@example.test", "password", "a long enough password");

    /** Somebody who may rate; invited while there is no mail, so that the link is answered. */
    private static void invite(Caller caller) {
        var invitation = Map.of("email", "ada@example.test", "name", "Ada");
        var link = Caller.json(caller.post("/api/people/invitations", invitation, bearer(Servers.ADMIN)))
                .get("link")
                .asString();
        var form = new HashMap<>(ADA);
        form.putAll(Map.of("name", "Ada", "timeZone", "UTC"));
        read(caller.post("/api/invitations/" + link.replaceAll(".*/", ""), form), 200);
    }

    private static String[] session(Caller caller) {
        var entered = caller.post("/api/session", ADA);
        var cookie = entered.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return new String[] {
            "Cookie", cookie, "X-Larum-Csrf", read(entered, 200).get("csrf").asString()
        };
    }

    @Test
    void whatPeopleSayWhatTheyOweAndWhatTheyPutOffIsSeenToo() {
        world.configure(world.withoutMail());
        var caller = new Caller(world.uri(0, "").toString());
        invite(caller);
        world.configure(world.organisation() + """
                slos:
                  checkout-up: {service: checkout, objective: 99.9}
                """);
        aNightOfNoise();
        var ada = session(caller);
        var incidents = get("/api/incidents?state=resolved")
                .get("items")
                .valueStream()
                .map(incident -> "/api/incidents/" + incident.get("id").asString())
                .toList();
        for (var incident : incidents) {
            var said = Map.of("stars", 2, "comment", "Nobody knew whom to call, it was a mess");
            read(caller.post(incident + "/rating", said, ada), 200);
        }
        var review = read(post(incidents.getFirst() + "/postmortem", Map.of()), 200)
                .get("postmortem")
                .get("about")
                .get("id")
                .asString();
        var action = Map.of("text", "Warn earlier", "owner", "grace", "due", "2026-01-30");
        read(post("/api/postmortems/" + review + "/actions", action), 201);
        world.wind(Duration.ofMinutes(1));
        world.eventually("all is seen", () -> {
            look();
            return kinds().containsAll(Set.of("feedback_theme", "review_action", "promise_gap"));
        });
        assertThat(get(ITEMS + "?kind=promise_gap")
                        .get("items")
                        .get(0)
                        .get("title")
                        .asString())
                .isEqualTo("Bring Checkout back within the budget of checkout-up");
        assertThat(get(ITEMS + "?kind=review_action")
                        .get("items")
                        .get(0)
                        .get("sentence")
                        .asString())
                .isEqualTo("It was to be done after INC-1003 until 2026-01-30.");
        assertThat(get(ITEMS + "?kind=feedback_theme")
                        .get("items")
                        .get(0)
                        .get("sentence")
                        .asString())
                .startsWith("3 comments say nearly the same");
    }

    @Test
    void whatCannotBeMeantIsRefusedInWords() {
        world.configure(world.organisation());
        assertThat(post(ITEMS, Map.of("title", " ", "why", "x")).statusCode()).isEqualTo(400);
        assertThat(post(ITEMS, Map.of("title", "x".repeat(201), "why", "x")).statusCode())
                .isEqualTo(400);
        assertThat(post(ITEMS, Map.of("title", "x", "why", "x", "service", "nowhere"))
                        .statusCode())
                .isEqualTo(400);
        for (var wrong :
                new String[] {"?state=odd", "?kind=odd", "?after=odd", "?limit=0", "/rounds/0", "/rounds/next"}) {
            assertThat(world.get(0, ITEMS + wrong, Servers.ADMIN).statusCode())
                    .describedAs(wrong)
                    .isEqualTo(400);
        }
        assertThat(world.get(0, ITEMS + "/nothing", Servers.ADMIN).statusCode()).isEqualTo(404);
        var mine = read(post(ITEMS, Map.of("title", "Tidy up", "why", "It is time")), 201)
                .get("improvement")
                .get("id")
                .asString();
        assertThat(refused(mine, "weigh", Map.of("impact", 9, "feasibility", 1, "effort", 1, "risk", 1), 400))
                .isEqualTo("bad_priority");
        assertThat(refused(mine, "weigh", Map.of("impact", 1), 400)).isEqualTo("bad_improvement");
        assertThat(refused(mine, "phase", Map.of("phase", "sleep"), 400)).isEqualTo("bad_improvement");
        assertThat(refused(mine, "criterion", Map.of("measure", "luck", "direction", "at_most", "target", 1), 400))
                .isEqualTo("bad_improvement");
        assertThat(refused(mine, "judge", Map.of(), 409)).isEqualTo("not_validating");
        assertThat(refused(mine, "drop", Map.of(), 400)).isEqualTo("bad_improvement");
        assertThat(act(mine, "drop", Map.of("reason", "It is tidy"))
                        .get("state")
                        .asString())
                .isEqualTo("dropped");
        assertThat(refused(mine, "plan", Map.of("round", 900), 409)).isEqualTo("improvement_closed");
    }
}
