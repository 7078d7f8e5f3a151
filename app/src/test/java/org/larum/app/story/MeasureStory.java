package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an incident came to stands in the figures, and each figure opens its list. */
class MeasureStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    private JsonNode read(String path) {
        var answer = world.get(0, path, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode figures() {
        return read("/api/measures").get("figures");
    }

    private void act(String incident, String what) {
        var answer = world.post(0, "/api/incidents/" + incident + "/" + what, "{}", Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isIn(200, 201);
    }

    @Test
    void anIncidentIsCountedFromItsAlertToItsEnd() {
        world.configure(world.organisation());
        world.detect("disk", "trigger");
        var id = world.onlyIncident().get("id").asString();
        world.wind(Duration.ofSeconds(1));
        world.eventually("somebody is told", () -> figures().get("told").asLong() == 1);
        assertThat(figures().get("alerts").asLong()).isEqualTo(1);
        assertThat(figures().get("open").asLong()).isEqualTo(1);
        world.wind(Duration.ofMinutes(3));
        act(id, "acknowledge");
        world.wind(Duration.ofMinutes(20));
        act(id, "resolve");
        world.eventually("it is over", () -> figures().get("over").asLong() == 1);
        var figures = figures();
        assertThat(figures.get("answer").get("p50").asDouble()).isBetween(180.0, 200.0);
        assertThat(figures.get("repair").get("p50").asDouble()).isBetween(1380.0, 1400.0);
        assertThat(figures.get("useful").asLong()).isEqualTo(1);
        var list = read("/api/measures/incidents?which=useful").get("items");
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.get(0).get("id").asString()).isEqualTo(id);
        assertThat(read("/api/measures/incidents?which=idle").get("items").size())
                .isZero();
        assertThat(read("/api/measures/pages")
                        .get("items")
                        .get(0)
                        .get("incident")
                        .asString())
                .isEqualTo(id);
        var business = read("/api/measures/business");
        assertThat(business.get("services").get(0).get("outSeconds").asDouble()).isBetween(1380.0, 1400.0);
        assertThat(business.get("figures").get("availability").asDouble()).isBetween(99.9, 99.99);
        assertThat(read("/api/measures/rules").get("items").get(0).get("alerts").asLong())
                .isEqualTo(1);
        assertThat(read("/api/measures/goals").get("goals").get(0).get("state").asString())
                .isEqualTo("unknown");
    }

    @Test
    void whatCannotBeMeantIsRefusedInWords() {
        for (var wrong : new String[] {
            "?from=2026-11-01T00:00:00Z&until=2026-10-01T00:00:00Z",
            "?from=1990-01-01T00:00:00Z",
            "?zone=Moon",
            "?severity=awful",
            "/incidents?which=everything",
            "/incidents?rule=disk",
            "/pages?which=dreams",
            "/rules?limit=100000"
        }) {
            var answer = world.get(0, "/api/measures" + wrong, Servers.ADMIN);
            assertThat(answer.statusCode()).describedAs(wrong).isEqualTo(400);
            assertThat(answer.body())
                    .describedAs(wrong)
                    .containsIgnoringCase("write")
                    .doesNotContain("Exception");
        }
    }
}
