package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was promised runs out once, whatever happens to the servers, and those who answer for it hear of it. */
class SlaStory {

    private static final String ADA = "ada@example.test";
    private static final String GRACE = "grace@example.test";
    private static final String SOON = "Little time is left to resolve INC-1001";
    private static final String LATE = "INC-1001 was not resolved in time";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    /** Grace leads the team of the checkout. */
    private String incident() {
        world.configure(world.organisation().replace("grace@example.test,", "grace@example.test, roles: [lead],"));
        world.detect("disk", "trigger");
        return world.onlyIncident().get("id").asString();
    }

    private void act(String incident, String what, String body) {
        var answer = world.post(0, "/api/incidents/" + incident + "/" + what, body, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isIn(200, 201);
    }

    private JsonNode clock(String incident, String kind) {
        var answer = world.get(0, "/api/incidents/" + incident + "/clocks", Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .get("clocks")
                .valueStream()
                .filter(clock -> clock.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private void untilClock(String incident, String kind, String field, String value) {
        world.eventually(
                kind + " " + field + " " + value,
                () -> world.get(0, "/api/incidents/" + incident + "/clocks", Servers.ADMIN)
                                .body()
                                .contains("\"" + kind + "\"")
                        && clock(incident, kind).get(field).asString("").equals(value));
    }

    /** What a list of incidents shows of these. */
    private List<String> next(String incidents) {
        var answer = world.get(0, "/api/clocks?incidents=" + incidents, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .valueStream()
                .map(one -> one.get("incident").asString() + " "
                        + one.at("/clock/kind").asString())
                .toList();
    }

    private long told(String who, String what) {
        return world.mailsTo(who).stream()
                .filter(subject -> subject.contains(what))
                .count();
    }

    @Test
    void whoeverHasItHearsBeforeAndWhoeverLeadsAfterwardsOnce() {
        var id = incident();
        untilClock(id, "answer", "state", "running");
        act(id, "acknowledge", "{}");
        act(id, "assign", "{\"person\": \"ada\"}");
        untilClock(id, "answer", "state", "met");
        assertThat(clock(id, "resolve").get("targetSeconds").asLong()).isEqualTo(7200);
        world.wind(Duration.ofMinutes(97));
        world.letTimersFire();
        world.eventually("Ada is told before", () -> told(ADA, SOON) == 1);
        world.stopServer(0);
        world.wind(Duration.ofMinutes(30));
        world.startServer();
        world.eventually("Ada is told", () -> told(ADA, LATE) == 1);
        world.eventually("Grace is told", () -> told(GRACE, LATE) == 1);
        world.wind(Duration.ofHours(5));
        world.letTimersFire();
        act(id, "resolve", "{}");
        untilClock(id, "resolve", "state", "met");
        assertThat(clock(id, "resolve").get("late").asBoolean()).isTrue();
        assertThat(told(ADA, LATE)).isOne();
        assertThat(told(GRACE, LATE)).isOne();
        assertThat(told(GRACE, SOON)).isZero();
    }

    @Test
    void whatIsDoneInTimeWakesNobody() {
        var id = incident();
        untilClock(id, "resolve", "state", "running");
        assertThat(next(id)).containsExactly(id + " answer");
        act(id, "acknowledge", "{}");
        world.eventually("resolve comes next", () -> next(id).equals(List.of(id + " resolve")));
        act(id, "resolve", "{}");
        untilClock(id, "resolve", "state", "met");
        assertThat(next(id)).isEmpty();
        assertThat(world.get(0, "/api/clocks?incidents=" + id + ",7", Servers.ADMIN)
                        .statusCode())
                .isEqualTo(400);
        world.wind(Duration.ofHours(5));
        world.letTimersFire();
        assertThat(told(ADA, LATE) + told(GRACE, LATE)).isZero();
        assertThat(clock(id, "resolve").get("breachedAt").isNull()).isTrue();
    }
}
