package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service owes is spent by its outages; that it goes too fast is told once, and is over by itself. */
class SloStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SLOS = """
            slos:
              checkout-up: {service: checkout, objective: 99.9, policy: conservative}
              orders: {service: checkout, kind: errors, objective: 99}
            """;

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    private JsonNode slo(String word) {
        var answer = world.get(0, "/api/slos/" + word, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private List<JsonNode> alerts(String state) {
        return world.items(world.get(0, "/api/alerts?limit=200&state=" + state, Servers.ADMIN)).stream()
                .filter(alert -> alert.get("key").asString().startsWith("slo/"))
                .toList();
    }

    private void untilAlerts(int open) {
        world.eventually(open + " alerts about budgets are open", () -> {
            world.lookAtBudgets();
            return alerts("triggered").size() == open;
        });
    }

    @Test
    void anOutageBurnsTheBudgetWhichIsToldOnceAndIsOverByItself() {
        world.configure(world.organisation() + SLOS);
        world.startServer();
        world.detect("disk", "trigger");
        var incident = world.onlyIncident();
        world.wind(Duration.ofMinutes(2));
        untilAlerts(1);
        world.untilAlerts(incident, 2);
        world.wind(Duration.ofMinutes(43));
        untilAlerts(4);
        world.untilAlerts(incident, 5);
        assertThat(world.allIncidents()).as("nobody is woken again").hasSize(1);
        assertThat(alerts("triggered"))
                .extracting(alert -> alert.get("key").asString())
                .containsExactlyInAnyOrder(
                        "slo/checkout-up/fast",
                        "slo/checkout-up/slow",
                        "slo/checkout-up/creeping",
                        "slo/checkout-up/low");
        assertThat(alerts("triggered"))
                .filteredOn(alert -> !alert.get("key").asString().endsWith("fast"))
                .allSatisfy(alert -> assertThat(alert.get("summary").asString())
                        .contains("Halt deployments of checkout: nothing of the budget is left."));
        var one = slo("checkout-up");
        assertThat(one.get("slo").get("left").asDouble()).isBetween(-0.1, -0.03);
        assertThat(one.get("slo").get("asks").asString()).startsWith("Halt deployments of checkout");
        assertThat(one.get("slo").get("burns").get(0).get("sounds").asBoolean()).isTrue();
        assertThat(one.get("course").size()).isEqualTo(61);
        assertThat(one.get("incidents").get(0).get("id").asString())
                .isEqualTo(incident.get("id").asString());

        world.rebuilt("slo");
        world.lookAtBudgets();
        world.lookAtBudgets();
        assertThat(alerts("triggered"))
                .allSatisfy(alert -> assertThat(alert.get("count").asInt()).isLessThanOrEqualTo(2));

        world.detect("disk", "resolve");
        world.eventually(
                "the outage is over",
                () -> !slo("checkout-up").get("incidents").get(0).get("ongoing").asBoolean());
        world.wind(Duration.ofMinutes(10));
        untilAlerts(3);
        world.wind(Duration.ofMinutes(30));
        untilAlerts(2);
        world.wind(Duration.ofDays(31));
        untilAlerts(0);
        assertThat(alerts("resolved")).hasSize(4);
        world.eventually(
                "the incidents are over",
                () -> world.allIncidents().stream()
                        .allMatch(each -> each.get("state").asString().equals("resolved")));
        assertThat(slo("checkout-up").get("slo").get("left").asDouble()).isEqualTo(1);
    }

    private int tell(String word, String body) {
        return world.post(0, "/api/slos/" + word + "/counts", body, Servers.ADMIN)
                .statusCode();
    }

    private static String bucket(Instant minute, long good, long total) {
        return "{\"minute\": \"%s\", \"good\": %d, \"total\": %d}".formatted(minute, good, total);
    }

    @Test
    void whatIsCountedIsCountedOnceAndWhatCannotBeIsRefused() {
        world.configure(world.organisation() + SLOS);
        var minute = world.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(120);
        assertThat(slo("orders").get("slo").get("left").isNull()).isTrue();
        assertThat(slo("orders").get("slo").get("missing").asString()).contains("/api/slos/orders/counts");
        assertThat(tell("orders", "[" + bucket(minute, 980, 1000) + "]")).isEqualTo(200);
        assertThat(tell("orders", "[" + bucket(minute, 995, 1000) + "]")).isEqualTo(200);
        assertThat(tell("orders", "[" + bucket(minute, 995, 1000) + "]")).isEqualTo(200);
        world.eventually(
                "the last word counts",
                () -> slo("orders").get("slo").get("spent").asDouble() == 5);
        assertThat(slo("orders").get("slo").get("left").asDouble()).isEqualTo(0.5);
        assertThat(slo("orders").get("slo").get("good").asDouble()).isEqualTo(99.5);
        for (var wrong : List.of(
                "[]",
                "{}",
                "[null]",
                "[{}]",
                "[{\"good\": 1, \"total\": 1}]",
                "[" + bucket(minute, 2, 1) + "]",
                "[" + bucket(minute, -1, 1) + "]",
                "[" + bucket(minute.plus(Duration.ofDays(1)), 1, 1) + "]",
                "[" + bucket(minute.minus(Duration.ofDays(91)), 1, 1) + "]",
                "[" + bucket(minute, 1, 2) + ", " + bucket(minute.plus(Duration.ofDays(1)), 1, 1) + "]",
                "[{\"from\": \"+1000000000-12-31T00:00:00Z\", \"until\": \"%s\", \"good\": 1, \"total\": 1}]"
                        .formatted(minute),
                "[" + bucket(minute, 1, 1) + ", ".concat(bucket(minute, 1, 1)).repeat(1000) + "]")) {
            assertThat(tell("orders", wrong))
                    .describedAs(wrong.substring(0, Math.min(90, wrong.length())))
                    .isEqualTo(400);
        }
        assertThat(tell("checkout-up", "[" + bucket(minute, 1, 1) + "]")).isEqualTo(409);
        assertThat(tell("nothing", "[" + bucket(minute, 1, 1) + "]")).isEqualTo(404);
        assertThat(slo("orders").get("slo").get("spent").asDouble()).isEqualTo(5);
        var page = world.get(0, "/api/slos?limit=1", Servers.ADMIN);
        assertThat(world.items(page))
                .extracting(one -> one.get("word").asString())
                .containsExactly("checkout-up");
        var next = JSON.readTree(page.body()).get("next").asString();
        assertThat(world.items(world.get(0, "/api/slos?limit=1&after=" + next, Servers.ADMIN)))
                .extracting(one -> one.get("word").asString())
                .containsExactly("orders");
        assertThat(world.post(0, "/api/config", "slos: {whole: {service: checkout, objective: 100}}", Servers.ADMIN)
                        .body())
                .contains("no budget");
    }
}
