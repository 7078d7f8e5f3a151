package org.larum.app.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** The catalogue, the changes, and what stands around an incident, by HTTP. */
class CatalogueIT {

    private static final String KEY = "the-key-of-the-catalogue-tests-with-32-characters";
    private static final String CHANGES = "pd-key-of-the-catalogue-tests-32";
    private static final String DEPLOYS = "deploy-key-of-the-catalogue-tests-32";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String SHOP = """
            people: {ada: {name: Ada, email: ada@example.test}}
            teams: {payments: {name: Payments, members: [ada]}, web: {name: Web shop, members: [ada]}}
            policies: {oncall: {steps: [{notify: ["person:ada"], wait: 30m}]}}
            integrations:
              native: {type: native, key: %s, service: checkout}
              pipeline: {type: pagerduty, key: %s, service: ledger}
              deploys: {type: native, key: %s, service: checkout}
            services:
              shop: {name: Shop, team: web, criticality: high, policy: oncall, dependsOn: [checkout, search]}
              search: {name: Search, team: web, criticality: low, policy: oncall}
              checkout:
                name: Checkout
                team: payments
                criticality: critical
                policy: oncall
                runbook: https://example.test/checkout
                tier: 1
                users: 40000
                revenuePerMinute: 380
                process: Order to cash
                links: {Board: "https://example.test/board"}
                dependsOn: [ledger]
              ledger: {name: Ledger, team: payments, criticality: critical, policy: oncall, dependsOn: [database]}
              database: {name: Database, criticality: critical, policy: oncall}
              wiki: {name: Wiki, criticality: low, policy: oncall}
            """.formatted(KEY, CHANGES, DEPLOYS);

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, SHOP);

    private static HttpResponse<String> get(String path) {
        return SERVER.caller().get(path, bearer(Servers.ADMIN));
    }

    private static JsonNode read(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    private static String code(String path, int status) {
        var answer = get(path);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return Caller.json(answer).get("code").asString();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.get(field).asString())
                .toList();
    }

    private static void detect(String service, String key, String severity, String summary, String action) {
        var body = Map.of("key", key, "severity", severity, "summary", summary, "service", service, "action", action);
        var answer = SERVER.caller().post("/api/detections", body, bearer(KEY));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
    }

    /** The open one of this title, as soon as it is another than that. */
    private static JsonNode incident(String service, String title, String butNot) {
        await("an incident of " + service)
                .atMost(PATIENCE)
                .until(() -> !open(service, title, butNot).isEmpty());
        return open(service, title, butNot).getFirst();
    }

    private static JsonNode incident(String service, String title) {
        return incident(service, title, "");
    }

    private static List<JsonNode> open(String service, String title, String butNot) {
        var items = read("/api/incidents?state=open&service=" + service).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(one -> one.get("title").asString().equals(title))
                .filter(one -> !one.get("id").asString().equals(butNot))
                .toList();
    }

    private static void change(String summary, Instant at) {
        var body = Map.of(
                "routing_key",
                CHANGES,
                "payload",
                Map.of("summary", summary, "source", "pipeline", "timestamp", at.toString()));
        var answer = SERVER.caller().post("/v2/change/enqueue", body);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
    }

    @Test
    void theListPagesByWordAndCountsFacets() {
        var words = new ArrayList<String>();
        var path = "/api/services?limit=4";
        var page = read(path);
        assertThat(page.get("total").asInt()).isEqualTo(6);
        words.addAll(texts(page.get("items"), "word"));
        page = read(path + "&after=" + page.get("next").asString());
        words.addAll(texts(page.get("items"), "word"));
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(words).containsExactly("checkout", "database", "ledger", "search", "shop", "wiki");
        assertThat(texts(page.get("facets").get("criticalities"), "criticality"))
                .containsExactly("critical", "high", "low");
        assertThat(page.get("facets").get("teams").get(2).get("team").isNull()).isTrue();
        assertThat(page.get("facets").get("teams").get(2).get("services").asInt())
                .isEqualTo(2);
    }

    @Test
    void itIsSearchedAndNarrowed() {
        assertThat(texts(read("/api/services?search=CASH+order").get("items"), "word"))
                .containsExactly("checkout");
        assertThat(texts(read("/api/services?search=web%20shop").get("items"), "word"))
                .containsExactly("search", "shop");
        assertThat(texts(
                        read("/api/services?team=payments&criticality=critical").get("items"), "word"))
                .containsExactly("checkout", "ledger");
        assertThat(texts(read("/api/services?team=-").get("items"), "word")).containsExactly("database", "wiki");
        assertThat(read("/api/services?search=nothing%25_").get("items")).isEmpty();
        assertThat(code("/api/services?criticality=huge", 400)).isEqualTo("bad_criticality");
        assertThat(code("/api/services?after=***", 400)).isEqualTo("bad_cursor");
        assertThat(code("/api/services?search=" + "x".repeat(201), 400)).isEqualTo("bad_search");
    }

    @Test
    void oneIsShownWithWhatItNeedsAndWhatNeedsIt() {
        detect("database", "disk", "critical", "The disk is full", "trigger");
        // It may have joined the incident of a service that needs it.
        await("the alert of the database")
                .atMost(PATIENCE)
                .until(() -> !read("/api/services/database")
                        .at("/service/health/worst")
                        .isNull());
        var one = read("/api/services/checkout?atLeast=" + SERVER.head());
        var service = one.get("service");
        assertThat(service.get("team").get("name").asString()).isEqualTo("Payments");
        assertThat(service.get("users").asLong()).isEqualTo(40_000);
        assertThat(service.get("revenuePerMinute").asDouble()).isEqualTo(380);
        assertThat(service.get("process").asString()).isEqualTo("Order to cash");
        assertThat(service.get("links").get(0).get("text").asString()).isEqualTo("Board");
        var needs = one.get("needs").get("items");
        // The worst first, although another is nearer.
        assertThat(needs.get(0).get("service").get("word").asString()).isEqualTo("database");
        assertThat(needs.get(0).get("health").get("worst").asString()).isEqualTo("critical");
        assertThat(needs.get(0).get("direct").asBoolean()).isFalse();
        assertThat(needs.get(1).get("service").get("word").asString()).isEqualTo("ledger");
        assertThat(one.get("neededBy")
                        .get("items")
                        .get(0)
                        .get("service")
                        .get("word")
                        .asString())
                .isEqualTo("shop");
        assertThat(code("/api/services/nowhere", 404)).isEqualTo("no_such_service");
    }

    @Test
    void theGraphIsWholeOrAroundOne() {
        var all = read("/api/services/graph");
        assertThat(all.get("around").isNull()).isTrue();
        assertThat(all.get("whole").asBoolean()).isTrue();
        assertThat(texts(all.get("nodes"), "word")).hasSize(6);
        assertThat(all.get("edges")).hasSize(4);
        var near = read("/api/services/graph?around=ledger&depth=1");
        assertThat(texts(near.get("nodes"), "word")).containsExactly("checkout", "database", "ledger");
        assertThat(near.get("edges")).hasSize(2);
        assertThat(code("/api/services/graph?around=nowhere", 404)).isEqualTo("no_such_service");
        assertThat(code("/api/services/graph?depth=0", 400)).isEqualTo("bad_depth");
    }

    @Test
    void aSenderIsToldNothingOfWhatServicesAreWorth() {
        for (var path : List.of("/api/services", "/api/services/checkout", "/api/services/graph")) {
            assertThat(SERVER.caller().get(path, bearer(KEY)).statusCode()).isEqualTo(403);
        }
        assertThat(SERVER.caller().get("/api/services").statusCode()).isEqualTo(401);
        assertThat(Caller.json(SERVER.caller().get("/api/changes", bearer(KEY))).get("items"))
                .isEmpty();
    }

    private static void post(int status, Object change, String... headers) {
        var all = Stream.concat(Arrays.stream(bearer(DEPLOYS)), Arrays.stream(headers))
                .toArray(String[]::new);
        var answer = SERVER.caller().post("/api/changes", change, all);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
    }

    @Test
    void changesComeInOurFormatAndAsCloudEventsAndEachOnce() {
        var ours = Map.of("summary", "Ours", "service", "database", "key", "d-1");
        post(202, ours);
        post(202, ours);
        post(202, Map.of("summary", "Of nothing known", "service", "nope"));
        var event = Map.of(
                "specversion",
                "1.0",
                "id",
                "7",
                "source",
                "/ci",
                "type",
                "dev.deployed",
                "subject",
                "db",
                "data",
                Map.of("service", "database"));
        post(202, event);
        post(202, event);
        post(
                202,
                Map.of("summary", "In headers", "service", "database"),
                "ce-specversion",
                "1.0",
                "ce-id",
                "8",
                "ce-source",
                "/ci",
                "ce-type",
                "dev.deployed");
        post(400, Map.of("service", "database"));
        post(400, Map.of("specversion", "1.0", "id", "9", "type", "t"));
        post(400, List.of(ours));
        var strange = SERVER.caller().post("/api/changes", ours, bearer("a-key-that-nobody-has-with-32-characters"));
        assertThat(strange.statusCode()).isEqualTo(401);
        assertThat(texts(
                        read("/api/changes?service=database&atLeast=" + SERVER.head())
                                .get("items"),
                        "summary"))
                .containsExactlyInAnyOrder("Ours", "dev.deployed db", "In headers");
        assertThat(texts(read("/api/changes?service=checkout").get("items"), "summary"))
                .contains("Of nothing known");
    }

    @Test
    void changesAreListedAndRefusedInWords() {
        change("Deployed ledger 4.1", Instant.parse("2026-01-05T09:00:00Z"));
        var path = "/api/changes?service=ledger&from=2026-01-05T08:00:00Z&until=2026-01-05T10:00:00Z&atLeast="
                + SERVER.head();
        assertThat(texts(read(path).get("items"), "summary")).containsExactly("Deployed ledger 4.1");
        assertThat(code("/api/changes?from=yesterday", 400)).isEqualTo("bad_moment");
        assertThat(code("/api/changes?until=%2B999999999-12-31T23:59:59Z", 400)).isEqualTo("bad_moment");
    }

    @Test
    void anIncidentStandsAmongWhatIsAroundIt() {
        var title = "7.2 percent of payments fail";
        detect("checkout", "payments-1", "critical", title, "trigger");
        var past = incident("checkout", title);
        var pastId = past.get("id").asString();
        post(pastId, "notes", Map.of("text", "Rolled the pool back"));
        post(pastId, "resolve", Map.of());
        change("Deployed ledger 4.2", Instant.now().minusSeconds(600));
        change("Deployed ledger long ago", Instant.now().minusSeconds(3 * 24 * 3600));
        detect("checkout", "payments-2", "critical", title, "trigger");
        var now = incident("checkout", title, pastId);
        assertThat(now.get("rating").get("counts").asString()).matches("P[12]");
        assertThat(now.get("rating").get("considerations")).hasSize(5);
        post(
                now.get("id").asString(),
                "impact",
                Map.of("began", Instant.now().minusSeconds(1800).toString(), "reason", "Seen by users before"));

        await("the change is listed")
                .atMost(PATIENCE)
                .until(() -> read("/api/changes?service=ledger").get("items").size() >= 2);
        var context = read("/api/incidents/" + now.get("id").asString() + "/context?atLeast=" + SERVER.head());
        assertThat(context.get("missing")).isEmpty();
        var impact = context.get("impact");
        assertThat(impact.get("seconds").asLong()).isBetween(1800L, 1860L);
        assertThat(impact.get("users").get("count").asLong()).isEqualTo(40_000);
        assertThat(impact.get("revenue").get("soFar").asDouble()).isBetween(380 * 30.0, 380 * 31.0);
        assertThat(impact.get("processes").get(0).asString()).isEqualTo("Order to cash");
        assertThat(texts(context.get("changes").get("items"), "summary")).containsExactly("Deployed ledger 4.2");
        assertThat(context.get("related").get("needs").get("total").asInt()).isEqualTo(2);
        assertThat(context.get("related").get("neededBy").get("total").asInt()).isEqualTo(1);
        assertThat(context.get("guide").get("books").get(0).get("runbook").asString())
                .isEqualTo("https://example.test/checkout");
        var like = context.get("similar").get(0);
        assertThat(like.get("id").asString()).isEqualTo(pastId);
        assertThat(like.get("because").get(0).asString()).isEqualTo("The same title.");
        assertThat(like.get("ended").get("lastNote").asString()).endsWith("noted: Rolled the pool back");
    }

    private static void post(String incident, String what, Object body) {
        var answer = SERVER.caller().post("/api/incidents/" + incident + "/" + what, body, bearer(Servers.ADMIN));
        assertThat(answer.statusCode()).describedAs(answer.body()).isBetween(200, 201);
    }

    @Test
    void aPartThatIsSlowIsLeftOutAndTheOthersCome() {
        detect("wiki", "slow-part", "low", "The wiki is slow", "trigger");
        var id = incident("wiki", "The wiki is slow").get("id").asString();
        SERVER.inTransaction(jdbc -> {
            jdbc.sql("lock table change_entries in access exclusive mode").update();
            long before = System.nanoTime();
            var context = read("/api/incidents/" + id + "/context");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            assertThat(texts(context.get("missing"), "part")).containsExactly("changes");
            assertThat(context.get("missing").get(0).get("reason").asString()).startsWith("It took too long.");
            assertThat(context.get("changes").isNull()).isTrue();
            assertThat(context.get("impact").isNull()).isFalse();
            assertThat(context.get("similar").isNull()).isFalse();
        });
        assertThat(read("/api/incidents/" + id + "/context").get("missing")).isEmpty();
    }

    @Test
    void ofWhatIsNotThereNothingStandsAround() {
        assertThat(code("/api/incidents/00000000-0000-7000-8000-000000000000/context", 404))
                .isEqualTo("no_such_incident");
        assertThat(code("/api/incidents/nothing/context", 404)).isEqualTo("no_such_incident");
    }
}
