package org.larum.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.RunningServer;
import org.larum.app.Servers;

/** What stands in an address is never trusted, and never said again. */
class AddressesIT {

    private static final String KEY = "a-key-that-nobody-gave-out-0123456789-abcdef";

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/incidents/a%00b",
                "/api/incidents/a%2fb",
                "/hooks/alertmanager/a%2Fb",
                "/a/%00",
                "/api/config/teams/a%5Cb"
            })
    void anAddressWithNulOrAnEncodedSlashIsRefusedInWords(String path) {
        var answer = SERVER.caller().get(path, bearer(Servers.ADMIN));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("code").asString()).isEqualTo("bad_address");
        assertThat(json(answer).get("detail").asString()).contains("Nothing was changed");
    }

    @Test
    void aSlashAtTheEndMakesNoDifference() {
        var caller = SERVER.caller();
        assertThat(caller.get("/api/incidents/", bearer(Servers.ADMIN)).statusCode())
                .isEqualTo(200);
        assertThat(caller.get("/api/incidents/").statusCode()).isEqualTo(401);
        var resolved =
                caller.post("/api/incidents/00000000-0000-7000-8000-000000000000/resolve/", "", bearer(Servers.ADMIN));
        assertThat(json(resolved).get("code").asString()).isEqualTo("no_such_incident");
    }

    @Test
    void keysAndLinksAreNotEchoedInErrors() {
        var caller = SERVER.caller();
        var alert = List.of(Map.of("labels", Map.of("alertname", "Disk")));
        var answers = List.of(
                caller.post("/hooks/alertmanager/" + KEY, "{}"),
                caller.post("/hooks/alertmanager/" + KEY, "no json"),
                caller.post("/alertmanager/" + KEY + "/api/v2/alerts", alert),
                caller.get("/alertmanager/" + KEY + "/api/v2/alerts"),
                caller.get("/alertmanager/" + KEY + "/api/v2/nothing"),
                caller.post("/v2/enqueue", "{\"routing_key\":\"" + KEY + "\",\"event_action\":\"trigger\"}"),
                caller.post("/api/detections", "[]", bearer(KEY)),
                caller.get("/api/incidents", bearer(KEY)),
                caller.get("/api/invitations/" + KEY),
                caller.post("/api/invitations/" + KEY, "no json"),
                caller.get("/hooks/alertmanager/" + KEY),
                caller.get("/a/" + KEY));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).describedAs(answer.uri().getPath()).isBetween(400, 499);
            assertThat(answer.body()).describedAs(answer.uri().getPath()).doesNotContain(KEY);
            assertThat(answer.headers().map().toString()).doesNotContain(KEY);
        });
    }
}
