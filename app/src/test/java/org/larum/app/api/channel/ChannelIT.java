package org.larum.app.api.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import org.larum.app.channel.CheckClock;
import tools.jackson.databind.JsonNode;

/** An administrator sees how the channels do, sends a test over each, and has their providers asked. */
class ChannelIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private static final List<String> HOOK = new CopyOnWriteArrayList<>();
    private static final HttpServer MACHINE = machine();

    static {
        MAIL.start();
    }

    @RegisterExtension
    private static final RunningServer SERVER =
            new RunningServer(1, "people: {ada: {name: ada, email: ada@example.test, administrator: true}}");

    private static String[] ada = {};
    private static String[] grace = {};

    private static HttpServer machine() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    HOOK.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void signIn() {
        ada = session("ada");
        grace = session("grace");
        var answer = configure(MAIL.getSmtp().getPort());
        assertThat(IntStream.range(0, answer.get("toTest").size())
                        .mapToObj(n -> answer.get("toTest").get(n).asString()))
                .containsExactlyInAnyOrder("email", "audit", "ops");
        assertThat(channel("ops").get("state").asString()).isEqualTo("untried");
        assertThat(all().get("sentence").asString()).isEqualTo("E-mail, audit and ops were never tried.");
    }

    private static JsonNode configure(int port) {
        return ok(
                SERVER.caller()
                        .post(
                                "/api/config",
                                """
                channels:
                  email: {host: 127.0.0.1, port: %d, from: larum@example.test}
                  webhooks:
                    audit: {url: "http://127.0.0.1:%d/audit", secret: "the secret of the webhook"}
                    ops: {url: "http://127.0.0.1:%d/ops", format: slack}
                """.formatted(
                                                port,
                                                MACHINE.getAddress().getPort(),
                                                MACHINE.getAddress().getPort()),
                                bearer(Servers.ADMIN)),
                200);
    }

    @AfterAll
    static void end() {
        MAIL.stop();
        MACHINE.stop(0);
    }

    private static String[] session(String name) {
        var email = name + "@example.test";
        var invited = SERVER.caller()
                .post("/api/people/invitations", Map.of("email", email, "name", name), bearer(Servers.ADMIN));
        var token = json(invited).get("link").asString().replaceAll(".*/", "");
        var form = Map.of("name", name, "email", email, "password", "a long enough password", "timeZone", "UTC");
        var joined = SERVER.caller().post("/api/invitations/" + token, form);
        assertThat(joined.statusCode()).describedAs(joined.body()).isEqualTo(200);
        var cookie = joined.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return new String[] {
            "Cookie", cookie, "X-Larum-Csrf", json(joined).get("csrf").asString()
        };
    }

    private static JsonNode ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return json(answer);
    }

    private static JsonNode all() {
        return ok(SERVER.caller().get("/api/channels?atLeast=" + SERVER.head(), grace), 200);
    }

    private static JsonNode channel(String name) {
        var list = all().get("channels");
        return IntStream.range(0, list.size())
                .mapToObj(list::get)
                .filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> post(String path, String... headers) {
        return SERVER.caller().post("/api/channels/" + path, Map.of(), headers);
    }

    private static String ended(String name) {
        return channel(name).get("test").get("state").asString();
    }

    @Test
    void aTestGoesToWhoeverAsksForItAndThePageSaysHowItEnded() {
        ok(post("email/test", ada), 202);
        await("the mail").atMost(PATIENCE).until(() -> ended("E-mail").equals("sent"));
        assertThat(MAIL.getReceivedMessages())
                .anySatisfy(mail -> assertThat(mail.getSubject()).isEqualTo("Test of your e-mail"));
        var mail = channel("E-mail");
        assertThat(mail.get("test").get("recipient").asString()).isEqualTo("ada");
        assertThat(mail.get("state").asString()).isEqualTo("works");
        assertThat(mail.get("hour").get("percent").asInt()).isEqualTo(100);
        assertThat(mail.get("hour").get("p95Millis").isNull()).isFalse();
        assertThat(mail.get("queue").get("due").asInt()).isZero();
        // Each at its pace.
        assertThat(ok(post("email/test", ada), 409).get("code").asString()).isEqualTo("too_many_tests");
    }

    @Test
    void aTestOfAWebhookGoesToTheWebhookSignedOrAsItsChatWantsIt() {
        ok(post("audit/test", bearer(Servers.ADMIN)), 202);
        ok(post(channel("ops").get("id").asString() + "/test", ada), 202);
        await("both")
                .atMost(PATIENCE)
                .until(() -> ended("audit").equals("sent") && ended("ops").equals("sent"));
        assertThat(HOOK)
                .anySatisfy(body -> assertThat(body).contains("\"type\":\"larum.ping\"", "Test of audit"))
                .anySatisfy(body -> assertThat(body).startsWith("{\"text\":\"*Test of ops* Somebody asked Larum"));
        var test = channel("ops").get("test").get("id").asString();
        var story = ok(SERVER.caller().get("/api/outbox/" + test, grace), 200);
        assertThat(story.get("message").get("kind").asString()).isEqualTo("test");
        assertThat(story.get("lines").get(1).get("sentence").asString()).isEqualTo("Attempt 1 was accepted.");
        var found = ok(SERVER.caller().get("/api/outbox?kind=test&channel=webhook&recipient=ops", grace), 200);
        assertThat(found.get("items").size()).isOne();
    }

    @Test
    void onlyAdministratorsSendTests() {
        assertThat(post("email/test", grace).statusCode()).isEqualTo(403);
        assertThat(post("email/check", grace).statusCode()).isEqualTo(403);
        assertThat(post("email/test").statusCode()).isEqualTo(401);
    }

    @Test
    void whatThereIsNotIsRefusedInWords() {
        assertThat(ok(post("pager/test", ada), 404).get("code").asString()).isEqualTo("no_such_channel");
        assertThat(ok(post("sms/test", ada), 404).get("code").asString()).isEqualTo("no_such_channel");
        assertThat(ok(post("ops/check", ada), 409).get("code").asString()).isEqualTo("nothing_to_ask");
        assertThat(ok(post("email/test", bearer(Servers.ADMIN)), 400)
                        .get("code")
                        .asString())
                .isEqualTo("no_person");
        for (var wish : List.of(
                "channel=fax", "kind=love", "state=gone", "incident=twelve", "from=yesterday", "recipient=nobody")) {
            assertThat(SERVER.caller().get("/api/outbox?" + wish, grace).statusCode())
                    .describedAs(wish)
                    .isEqualTo(400);
        }
        assertThat(SERVER.caller().get("/api/outbox/none", grace).statusCode()).isEqualTo(404);
    }

    @Test
    void aProviderThatDoesNotAnswerIsToldUntilItDoes() {
        assertThat(channel("E-mail").get("canCheck").asBoolean()).isTrue();
        assertThat(ok(post("email/check", ada), 200).get("ok").asBoolean()).isTrue();
        int before = MAIL.getReceivedMessages().length;
        configure(1);
        SERVER.bean(CheckClock.class).look();
        var mail = channel("E-mail");
        assertThat(mail.get("check").get("ok").asBoolean()).isFalse();
        assertThat(mail.get("state").asString()).isEqualTo("failing");
        assertThat(mail.get("sentence").asString()).endsWith("Nothing answers at 127.0.0.1:1.");
        assertThat(all().get("sentence").asString()).startsWith("E-mail does not work");
        await("administrators are told").atMost(PATIENCE).until(() -> faults().contains("open"));
        configure(MAIL.getSmtp().getPort());
        SERVER.bean(CheckClock.class).look();
        assertThat(channel("E-mail").get("check").get("ok").asBoolean()).isTrue();
        await("it is over").atMost(PATIENCE).until(() -> faults().equals(List.of("resolved")));
        assertThat(before).isLessThanOrEqualTo(MAIL.getReceivedMessages().length);
    }

    private static List<String> faults() {
        return SERVER.jdbc()
                .sql(
                        "select case when state = 'triggered' then 'open' else state end from alert_views where summary like 'E-mail would reach nobody%'")
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
