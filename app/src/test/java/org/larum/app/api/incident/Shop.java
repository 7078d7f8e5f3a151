package org.larum.app.api.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.larum.app.Caller;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** A shop with many services, each an incident of its own, and what people do to these by HTTP. */
final class Shop {

    static final String KEY = "the-key-of-the-life-tests-with-32-characters-or-more";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningServer server;

    Shop(RunningServer server) {
        this.server = server;
    }

    static String organisation(int services) {
        var text = new StringBuilder("""
                people: {ada: {name: Ada, email: ada@example.test}, grace: {name: Grace, email: grace@example.test}}
                teams: {payments: {name: Payments, members: [ada, grace]}}
                policies: {oncall: {steps: [{notify: ["person:ada"], wait: 30m}]}}
                integrations: {native: {type: native, key: %s, service: s0}}
                services:
                """.formatted(KEY));
        for (int n = 0; n < services; n++) {
            text.append("  s%d: {name: Service %d, team: payments, policy: oncall}%n".formatted(n, n));
        }
        return text.toString();
    }

    /** Alerts of a service that come together, and the incident that they are. */
    JsonNode fail(String service, String severity, int alerts) {
        for (int n = 0; n < alerts; n++) {
            detect(service, service + "/" + n, severity, "trigger");
        }
        await("the incident of " + service)
                .atMost(PATIENCE)
                .until(() -> list("?service=" + service + "&state=open").stream()
                        .anyMatch(one -> one.get("alerts").get("open").asInt() == alerts));
        return list("?service=" + service + "&state=open").getFirst();
    }

    void detect(String service, String key, String severity, String action) {
        var body =
                Map.of("key", key, "severity", severity, "summary", "It fails", "service", service, "action", action);
        var answer = server.caller().post("/api/detections", body, bearer(KEY));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
    }

    List<JsonNode> list(String query) {
        return items("/api/incidents" + query);
    }

    /** Ids of the open alerts of an incident. */
    List<String> openAlerts(String incident) {
        return items("/api/alerts?limit=500&state=open&incident=" + incident).stream()
                .map(alert -> alert.get("id").asString())
                .sorted()
                .toList();
    }

    List<JsonNode> items(String path) {
        var items =
                Caller.json(server.caller().get(path, bearer(Servers.ADMIN))).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    JsonNode one(String incident) {
        return Caller.json(server.caller().get("/api/incidents/" + incident, bearer(Servers.ADMIN)));
    }

    HttpResponse<String> get(String path) {
        return server.caller().get(path, bearer(Servers.ADMIN));
    }

    HttpResponse<String> act(String incident, String what, Object body) {
        return server.caller().post("/api/incidents/" + incident + "/" + what, body, bearer(Servers.ADMIN));
    }

    /** It worked; answers the incident as it is then. */
    JsonNode done(String incident, String what, Object body) {
        var answer = act(incident, what, body);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return Caller.json(answer).get("incident");
    }

    String refused(String incident, String what, Object body) {
        var answer = act(incident, what, body);
        assertThat(answer.statusCode()).describedAs(answer.body()).isBetween(400, 409);
        return Caller.json(answer).get("code").asString();
    }

    static String id(JsonNode incident) {
        return incident.get("id").asString();
    }
}
