package org.larum.app.api.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** What people do to an incident between its first alert and its end, by HTTP. */
class LifeIT {

    private static final Map<String, String> NOTHING = Map.of();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, Shop.organisation(30));

    private final Shop shop = new Shop(SERVER);

    @Test
    void itIsHeldForHalfAnHourAssignedMitigatedAndResolved() {
        var id = Shop.id(shop.fail("s1", "high", 1));
        var held = shop.done(id, "acknowledge", NOTHING);
        var lease = Duration.between(
                Instant.parse(held.get("acknowledgedAt").asString()),
                Instant.parse(held.get("heldUntil").asString()));
        assertThat(lease).isEqualTo(Duration.ofMinutes(30));
        assertThat(timers(id)).isEqualTo(1);
        assertThat(shop.done(id, "assign", Map.of("person", "grace"))
                        .get("assignee")
                        .get("name")
                        .asString())
                .isEqualTo("Grace");
        assertThat(shop.done(id, "mitigate", NOTHING).get("state").asString()).isEqualTo("mitigated");
        assertThat(timers(id)).isZero();
        assertThat(shop.done(id, "resolve", NOTHING).get("state").asString()).isEqualTo("resolved");
        assertThat(shop.refused(id, "mitigate", NOTHING)).isEqualTo("already_resolved");
    }

    private static int timers(String incident) {
        return SERVER.jdbc()
                .sql("select count(*) from incident_timers where incident = ?::uuid")
                .param(incident)
                .query(Integer.class)
                .single();
    }

    @Test
    void aSnoozeIsEndedByHand() {
        var id = Shop.id(shop.fail("s2", "high", 1));
        var until = Instant.now().plusSeconds(3600).toString();
        var snoozed = shop.done(id, "snooze", Map.of("until", until, "reason", "The backup runs"));
        assertThat(snoozed.get("snooze").get("reason").asString()).isEqualTo("The backup runs");
        assertThat(timers(id)).isEqualTo(1);
        assertThat(shop.done(id, "unsnooze", NOTHING).get("snooze").isNull()).isTrue();
        assertThat(timers(id)).isZero();
        await("a new run")
                .atMost(PATIENCE)
                .until(() -> shop.one(id).get("escalation").asString().equals("running"));
    }

    @Test
    void peopleKnowBetterAndSayWhy() {
        var id = Shop.id(shop.fail("s3", "high", 1));
        var why = "Only the test shop";
        assertThat(shop.done(id, "severity", Map.of("severity", "low", "reason", why))
                        .get("severity")
                        .asString())
                .isEqualTo("low");
        assertThat(shop.done(id, "priority", Map.of("priority", "P2", "reason", why))
                        .get("priority")
                        .asString())
                .isEqualTo("P2");
        var began = Instant.now().minusSeconds(3600).toString();
        assertThat(shop.done(id, "impact", Map.of("began", began, "reason", why))
                        .get("impactBegan"))
                .isNotNull();
        var markdown = shop.get("/api/incidents/" + id + "/timeline.md").body();
        assertThat(markdown).contains("changed the severity from high to low", why);
        var json = Caller.json(shop.get("/api/incidents/" + id + "/timeline.json"));
        assertThat(json.get("isWhole").asBoolean()).isTrue();
        assertThat(json.get("entries").size()).isPositive();
        assertThat(shop.items("/api/incidents/" + id + "/timeline?kind=person"))
                .extracting(entry -> entry.get("kind").asString())
                .containsOnly("person");
    }

    @Test
    void whatCannotBeMeantIsRefusedAndChangesNothing() {
        var id = Shop.id(shop.fail("s4", "high", 1));
        long before = events(id);
        var why = "why";
        assertThat(shop.refused(id, "snooze", Map.of("until", "tomorrow", "reason", why)))
                .isEqualTo("bad_moment");
        assertThat(shop.refused(id, "snooze", Map.of("until", "2999-01-01T00:00:00Z", "reason", why)))
                .isEqualTo("bad_snooze");
        assertThat(shop.refused(id, "severity", Map.of("severity", "awful", "reason", why)))
                .isEqualTo("bad_severity");
        assertThat(shop.refused(id, "severity", Map.of("severity", "low"))).isEqualTo("bad_reason");
        assertThat(shop.refused(id, "priority", Map.of("priority", "P9", "reason", why)))
                .isEqualTo("bad_priority");
        assertThat(shop.refused(id, "impact", Map.of("began", "1999-01-01T00:00:00Z", "reason", why)))
                .isEqualTo("bad_moment");
        assertThat(shop.refused(id, "assign", Map.of("person", "nobody"))).isEqualTo("no_such_person");
        assertThat(shop.refused(id, "take", NOTHING)).isEqualTo("not_a_person");
        assertThat(shop.refused(id, "merge", Map.of("into", id))).isEqualTo("into_itself");
        assertThat(shop.refused(id, "merge", Map.of("into", UUID.randomUUID().toString())))
                .isEqualTo("no_such_incident");
        assertThat(shop.refused(id, "split", Map.of("alerts", List.of("x")))).isEqualTo("bad_alerts");
        assertThat(shop.refused(
                        id,
                        "add-alerts",
                        Map.of("alerts", List.of(UUID.randomUUID().toString()))))
                .isEqualTo("bad_alerts");
        assertThat(events(id)).isEqualTo(before);
    }

    @Test
    void lookingIsNotAnswering() {
        var id = Shop.id(shop.fail("s5", "high", 1));
        await("a run")
                .atMost(PATIENCE)
                .until(() -> shop.one(id).get("escalation").asString().equals("running"));
        long events = events(id);
        for (var path : List.of("", "/timeline", "/timeline.md", "/timeline.json")) {
            assertThat(shop.get("/api/incidents/" + id + path).statusCode()).isEqualTo(200);
        }
        assertThat(events(id)).isEqualTo(events);
        assertThat(shop.one(id).get("state").asString()).isEqualTo("triggered");
    }

    private static long events(String incident) {
        return SERVER.jdbc()
                .sql("select count(*) from event where aggregate_id = ?::uuid")
                .param(incident)
                .query(Long.class)
                .single();
    }

    @Test
    void twoThatAreMergedIntoEachOtherAreRefused() {
        var one = Shop.id(shop.fail("s6", "high", 1));
        var other = Shop.id(shop.fail("s7", "high", 1));
        var over = Shop.id(shop.fail("s8", "high", 1));
        shop.done(over, "resolve", NOTHING);
        assertThat(shop.refused(one, "merge", Map.of("into", over))).isEqualTo("into_resolved");
        var merged = shop.done(one, "merge", Map.of("into", other));
        assertThat(merged.get("state").asString()).isEqualTo("merged");
        assertThat(Shop.id(merged.get("partOf"))).isEqualTo(other);
        assertThat(Shop.id(shop.one(other).get("parts").get(0))).isEqualTo(one);
        assertThat(shop.refused(other, "merge", Map.of("into", one))).isEqualTo("into_part");
        assertThat(shop.refused(one, "acknowledge", NOTHING)).isEqualTo("part_of_another");
        // What still comes for the part joins the whole.
        shop.detect("s6", "s6/late", "high", "trigger");
        await("the late one joins the whole")
                .atMost(PATIENCE)
                .until(() -> shop.openAlerts(other).size() == 3);
    }

    @Test
    void manyAreAcknowledgedAtOnceAndThatIsUndone() {
        var ids = List.of("s10", "s11", "s12").stream()
                .map(service -> Shop.id(shop.fail(service, "low", 1)))
                .toList();
        var over = Shop.id(shop.fail("s13", "low", 1));
        shop.done(over, "resolve", NOTHING);
        var all = new java.util.ArrayList<>(ids);
        all.add(over);
        var operation = bulk(Map.of("action", "acknowledge", "ids", all));
        var done = finished(operation, "done");
        assertThat(numbers(done)).containsExactly(4, 4, 3, 1);
        ids.forEach(id -> assertThat(shop.one(id).get("state").asString()).isEqualTo("acknowledged"));
        var undo = SERVER.caller().post("/api/incidents/bulk/" + operation + "/undo", NOTHING, bearer(Servers.ADMIN));
        assertThat(undo.statusCode()).describedAs(undo.body()).isEqualTo(202);
        finished(operation, "undone");
        ids.forEach(id -> await("triggered again")
                .atMost(PATIENCE)
                .until(() -> shop.one(id).get("state").asString().equals("triggered")));
        assertThat(SERVER.caller()
                        .post("/api/incidents/bulk/" + operation + "/undo", NOTHING, bearer(Servers.ADMIN))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatAFilterFindsIsAssignedAndThatIsUndone() {
        var ids = List.of("s15", "s16").stream()
                .map(service -> Shop.id(shop.fail(service, "medium", 1)))
                .toList();
        shop.done(ids.getFirst(), "assign", Map.of("person", "grace"));
        var operation = bulk(
                Map.of("action", "assign", "person", "ada", "filter", Map.of("state", "open", "severity", "medium")));
        assertThat(numbers(finished(operation, "done"))).containsExactly(2, 2, 2, 0);
        SERVER.caller().post("/api/incidents/bulk/" + operation + "/undo", NOTHING, bearer(Servers.ADMIN));
        finished(operation, "undone");
        await("as before")
                .atMost(PATIENCE)
                .until(() -> shop.one(ids.getFirst())
                                .get("assignee")
                                .get("name")
                                .asString()
                                .equals("Grace")
                        && shop.one(ids.getLast()).get("assignee").isNull());
    }

    private static String bulk(Map<String, ?> body) {
        var answer = SERVER.caller().post("/api/incidents/bulk", body, bearer(Servers.ADMIN));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
        return Caller.json(answer).get("operation").asString();
    }

    private JsonNode finished(String operation, String state) {
        var path = "/api/incidents/bulk/" + operation;
        await("the operation is " + state)
                .atMost(PATIENCE)
                .until(() -> Caller.json(shop.get(path)).get("state").asString().equals(state));
        return Caller.json(shop.get(path));
    }

    private static List<Integer> numbers(JsonNode operation) {
        return Arrays.asList(
                operation.get("total").asInt(),
                operation.get("done").asInt(),
                operation.get("changed").asInt(),
                operation.get("refused").asInt());
    }
}
