package org.larum.app.api.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import tools.jackson.databind.JsonNode;

/** The filter of the inbox, what its choices count, and in which order its rows come. */
class InboxIT {

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, Shop.organisation(5));

    private static final Shop SHOP = new Shop(SERVER);

    /** Two critical, of which one is acknowledged; a high one; a low one that is over. */
    @BeforeAll
    static void fail() {
        SHOP.fail("s0", "critical", 1);
        var held = Shop.id(SHOP.fail("s1", "critical", 1));
        SHOP.fail("s2", "high", 1);
        var over = Shop.id(SHOP.fail("s3", "low", 1));
        SHOP.done(held, "acknowledge", Map.of());
        SHOP.done(held, "assign", Map.of("person", "grace"));
        SHOP.done(over, "resolve", Map.of());
    }

    private static JsonNode facets(String query) {
        var answer = SHOP.get("/api/incidents/facets" + query);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    private static Map<String, Integer> counts(JsonNode facets, String facet) {
        return StreamSupport.stream(facets.get(facet).spliterator(), false)
                .collect(Collectors.toMap(
                        one -> one.get("value").asString(),
                        one -> one.get("count").asInt()));
    }

    private static List<String> services(String query) {
        return SHOP.list(query).stream()
                .map(one -> one.get("service").get("word").asString())
                .toList();
    }

    @Test
    void withoutAFilterEverythingIsCounted() {
        var all = facets("");
        assertThat(counts(all, "state")).isEqualTo(Map.of("triggered", 2, "acknowledged", 1, "resolved", 1));
        assertThat(counts(all, "severity")).isEqualTo(Map.of("critical", 2, "high", 1, "low", 1));
        assertThat(counts(all, "service")).isEqualTo(Map.of("s0", 1, "s1", 1, "s2", 1, "s3", 1));
        assertThat(counts(all, "team")).isEqualTo(Map.of("payments", 4));
        assertThat(counts(all, "priority").values().stream().mapToInt(n -> n).sum())
                .isEqualTo(3);
        assertThat(all.get("major").asInt()).isZero();
        assertThat(all.get("mine").asInt()).isZero();
    }

    @Test
    void whatIsChosenNarrowsTheOtherFacetsAndNotItsOwn() {
        var critical = facets("?severity=critical");
        assertThat(counts(critical, "severity")).isEqualTo(Map.of("critical", 2, "high", 1, "low", 1));
        assertThat(counts(critical, "state")).isEqualTo(Map.of("triggered", 1, "acknowledged", 1));
        assertThat(counts(critical, "service")).isEqualTo(Map.of("s0", 1, "s1", 1));
        assertThat(counts(facets("?severity=low&service=s0"), "service")).isEqualTo(Map.of("s3", 1, "s0", 0));
        assertThat(counts(facets("?state=open&team=payments"), "team")).isEqualTo(Map.of("payments", 3));
    }

    @Test
    void theListFollowsTheFilter() {
        assertThat(services("?service=s0,s2")).containsExactly("s2", "s0");
        assertThat(services("?team=payments&state=open")).containsExactly("s2", "s1", "s0");
        assertThat(services("?team=nobody")).isEmpty();
        assertThat(services("?major=true")).isEmpty();
    }

    @Test
    void aPriorityIsAskedForAsItIsShown() {
        for (var one : SHOP.list("?state=open")) {
            var priority = one.get("rating").get("counts").asString();
            assertThat(SHOP.list("?priority=" + priority)).contains(one);
        }
        var shown = counts(facets(""), "priority");
        shown.forEach((priority, count) -> {
            assertThat(services("?priority=" + priority)).hasSize(count);
            assertThat(counts(facets("?priority=" + priority), "state").values().stream()
                            .mapToInt(n -> n)
                            .sum())
                    .isEqualTo(count);
        });
        assertThat(shown).isNotEmpty();
    }

    @Test
    void theWorstComeFirstWhenAskedForPageByPage() {
        assertThat(services("?order=worst")).containsExactly("s1", "s0", "s2", "s3");
        var page = Caller.json(SHOP.get("/api/incidents?order=worst&limit=1"));
        assertThat(services("?order=worst&after=" + page.get("next").asString()))
                .containsExactly("s0", "s2", "s3");
    }

    @Test
    void whatCannotBeAskedForIsSaid() {
        assertThat(code("?priority=P9")).isEqualTo("bad_priority");
        assertThat(code("?order=odd")).isEqualTo("bad_order");
        assertThat(code("?mine=true")).isEqualTo("no_person");
        assertThat(code("?service=" + "a,".repeat(50)
                        + String.join(
                                ",",
                                IntStream.range(0, 101).mapToObj(n -> "s" + n).toList())))
                .isEqualTo("too_many");
        var byKey = SERVER.caller().get("/api/incidents/facets?priority=P1", bearer(Shop.KEY));
        assertThat(Caller.json(byKey).get("code").asString()).isEqualTo("no_priorities");
    }

    private static String code(String query) {
        var answer = SHOP.get("/api/incidents" + query);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(400);
        return Caller.json(answer).get("code").asString();
    }
}
