package org.larum.app.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.Sender;
import org.larum.app.spool.Spool;
import org.larum.app.spool.Spooled.Kept;
import org.larum.app.spool.SpooledRequest;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Severity;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a server finds in the spool of before is filed at its start: in order, once, and nothing that was confirmed is forgotten. */
class DrainIT {

    private static final Sender SHOP = new Sender(IntegrationId.of("shop"), "shop", "native", ServiceId.of("checkout"));

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path data;

    private int requests;

    @Test
    void whatWaitedIsFiledOnceAndWhatCannotBeIsKept() {
        leave(
                request(null, "plain", Action.TRIGGER, ""),
                request("a", "twice", Action.TRIGGER, ""),
                request("a", "twice", Action.TRIGGER, ""),
                request("b", "first", Action.TRIGGER, ""),
                // The same key of idempotency for something else: answered 409 while the database is there.
                request("b", "reused", Action.TRIGGER, "other"),
                request(null, "plain", Action.TRIGGER, ""),
                request(null, "ended", Action.TRIGGER, ""),
                request(null, "ended", Action.RESOLVE, ""));
        try (var server = start()) {
            await("the spool is empty")
                    .atMost(PATIENCE)
                    .until(() -> server.getBean(Spool.class).depth().records() == 0);
            var own = IntegrationId.of("larum").value();
            await("the administrators are told of the one that was turned away")
                    .atMost(PATIENCE)
                    .until(() -> identities(server, own).containsKey("spool"));
            assertThat(identities(server, SHOP.integration().value()))
                    .isEqualTo(Map.of("plain", "open 2", "twice", "open 1", "first", "open 1", "ended", "closed 1"));
            assertThat(raw(server, new UUID(7, 5))).contains("reused");
            assertThat(raw(server, new UUID(7, 2))).isNotNull();
        }
    }

    @Test
    void whatWasFiledBeforeTheKillIsNotFiledAgain() {
        leave(request(null, "once", Action.TRIGGER, ""));
        var url = TestDatabase.freshUrl();
        var shop = SHOP.integration().value();
        try (var server = start(url)) {
            await("it is filed")
                    .atMost(PATIENCE)
                    .until(() -> identities(server, shop).containsKey("once"));
        }
        requests = 0;
        leave(request(null, "once", Action.TRIGGER, ""), request(null, "then", Action.TRIGGER, ""));
        try (var server = start(url)) {
            await("what follows is filed")
                    .atMost(PATIENCE)
                    .until(() -> identities(server, shop).containsKey("then"));
            assertThat(identities(server, shop)).containsEntry("once", "open 1");
        }
    }

    private SpooledRequest request(@Nullable String idempotency, String key, Action action, String more) {
        var detection = new Detection(key, action, Severity.HIGH, "It fails", About.NOTHING, null, Instant.EPOCH, null);
        var body = ("{\"key\":\"" + key + "\"}" + more).getBytes(StandardCharsets.UTF_8);
        return new SpooledRequest(
                new UUID(7, ++requests),
                SHOP,
                "native",
                body,
                Instant.now().minusSeconds(100 - requests),
                List.of(detection),
                idempotency);
    }

    private void leave(SpooledRequest... left) {
        try (var spool = Spool.open(data.resolve("spool"), 1 << 20)) {
            assertThat(spool.append(Arrays.asList(left))).allMatch(Kept.class::isInstance);
        }
    }

    private ConfigurableApplicationContext start() {
        return start(TestDatabase.freshUrl());
    }

    private ConfigurableApplicationContext start(String url) {
        return Servers.start(url, data, Instant::now);
    }

    private static Map<String, String> identities(ConfigurableApplicationContext server, UUID integration) {
        var found = new HashMap<String, String>();
        server.getBean(JdbcClient.class)
                .sql("select key, open, count from alert_identities where integration = ?")
                .param(integration)
                .query((row, n) -> found.put(
                        row.getString("key"), (row.getBoolean("open") ? "open " : "closed ") + row.getLong("count")))
                .list();
        return found;
    }

    private static @Nullable String raw(ConfigurableApplicationContext server, UUID id) {
        return server.getBean(RawTable.class)
                .find(id)
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .orElse(null);
    }
}
