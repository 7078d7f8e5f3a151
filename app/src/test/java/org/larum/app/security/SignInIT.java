package org.larum.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.Caller;
import org.larum.app.Servers;
import org.larum.app.TestDatabase;
import org.larum.app.config.SystemTime;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links, passwords, sessions and tokens over HTTP, on PostgreSQL and with a mail server. */
class SignInIT {

    private static final String PASSWORD = "a long enough password";

    @TempDir
    private Path data;

    private final String database = TestDatabase.freshUrl();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.pool(database));
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private ConfigurableApplicationContext server;
    private Caller caller;

    @BeforeEach
    void start() {
        mail.start();
        server = Servers.start(database, data, new SystemTime());
        caller = new Caller(server);
        var yaml = "channels: {email: {host: 127.0.0.1, port: %d, from: larum@example.test}}"
                .formatted(mail.getSmtp().getPort());
        assertThat(caller.post("/api/config", yaml, bearer(Servers.ADMIN)).statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void stop() {
        server.close();
        mail.stop();
    }

    private String setupLink() {
        return server.getBean(Invitations.class).setupLink().orElseThrow();
    }

    private HttpResponse<String> invite(String email, String... more) {
        return caller.post(
                "/api/people/invitations", Map.of("email", email, "name", "Grace Hopper"), bearer(Servers.ADMIN, more));
    }

    /** The link in the newest mail. */
    private String mailed() {
        var texts = mail.getReceivedMessages();
        var text = GreenMailUtil.getBody(texts[texts.length - 1]).replace("=\r\n", "");
        return text.replaceAll("(?s).*/invitation/([A-Za-z0-9_-]+).*", "$1");
    }

    private static Map<String, String> form(String email, String password) {
        return Map.of("name", "Grace Hopper", "email", email, "password", password, "timeZone", "America/New_York");
    }

    private HttpResponse<String> signIn(String email, String password) {
        return caller.post("/api/session", Map.of("email", email, "password", password));
    }

    private static String cookie(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    }

    private String[] by(HttpResponse<String> session, String... more) {
        var csrf = json(session).get("csrf").asString();
        return Stream.concat(Stream.of("Cookie", cookie(session), "X-Larum-Csrf", csrf), Stream.of(more))
                .toArray(String[]::new);
    }

    // ------------------------------------------------------------ invitations

    @Test
    void anInvitationUsedWithSomebodyElsesAddressKeepsItsOwnAndLetsInOnce() {
        invite("grace@example.test");
        var link = "/api/invitations/" + mailed();
        var session = caller.post(link, form("ada@example.test", PASSWORD));
        assertThat(json(session).get("person").get("email").asString()).isEqualTo("grace@example.test");
        assertThat(signIn("grace@example.test", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(signIn("ada@example.test", PASSWORD).statusCode()).isEqualTo(401);

        var again = caller.post(link, form("grace@example.test", "another long password"));
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(json(again).get("code").asString()).isEqualTo("link_expired");
        assertThat(signIn("grace@example.test", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverAcceptsAgainWithTheSameKeyGetsInAndWhoeverUsesTheKeyForSomethingElseDoesNot() {
        invite("grace@example.test");
        var link = "/api/invitations/" + mailed();
        var form = form("grace@example.test", PASSWORD);
        cookie(caller.post(link, form, "Idempotency-Key", "join"));
        var again = caller.post(link, form, "Idempotency-Key", "join");
        assertThat(caller.get("/api/session", by(again)).statusCode()).isEqualTo(200);
        var other = caller.post(link, form("grace@example.test", "another long password"), "Idempotency-Key", "join");
        assertThat(json(other).get("code").asString()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void twoAtOnceWithOneKeyBothGetIn() {
        invite("grace@example.test");
        var link = "/api/invitations/" + mailed();
        var form = form("grace@example.test", PASSWORD);
        var both = IntStream.range(0, 2)
                .mapToObj(i -> caller.posting(link, form, "Idempotency-Key", "join"))
                .toList();
        assertThat(both).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
    }

    @Test
    void anInvitationSentAgainWithTheSameKeyIsOneMailAndTheSameAnswer() {
        var first = invite("grace@example.test", "Idempotency-Key", "invite-grace");
        assertThat(first.statusCode()).describedAs(first.body()).isEqualTo(202);
        assertThat(json(first).get("mail").asString()).isEqualTo("sent");
        var second = invite("grace@example.test", "Idempotency-Key", "invite-grace");
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from invitations")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        var reused = invite("ada@example.test", "Idempotency-Key", "invite-grace");
        assertThat(reused.statusCode()).isEqualTo(409);
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void anInvitationThatCouldNotBeMailedAnswersTheSameLinkAgain() {
        mail.stop();
        var first = invite("grace@example.test", "Idempotency-Key", "invite-grace");
        assertThat(json(first).get("mail").asString()).isEqualTo("waiting");
        assertThat(json(first).get("link").asString()).contains("/invitation/");
        assertThat(invite("grace@example.test", "Idempotency-Key", "invite-grace")
                        .body())
                .isEqualTo(first.body());
        assertThat(kept()).doesNotContain(token(first));
    }

    private static String token(HttpResponse<String> invited) {
        return json(invited).get("link").asString().replaceAll(".*/", "");
    }

    /** All kept answers, as they lie in the database. */
    private String kept() {
        return String.join(
                "\n",
                jdbc.sql("select convert_from(answer, 'UTF8') from idempotent_answers")
                        .query(String.class)
                        .list());
    }

    @Test
    void aNulInAnAddressIsAMistakeOfTheFormAndNotAnOutage() {
        var setup = caller.post("/api/invitations/" + setupLink(), form("gra\0ce@example.test", PASSWORD));
        assertThat(setup.statusCode()).isEqualTo(400);
        assertThat(json(setup).get("errors").get(0).get("path").asString()).isEqualTo("email");
        assertThat(invite("gra\0ce@example.test").statusCode()).isEqualTo(400);
        assertThat(signIn("gra\0ce@example.test", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(caller.get("/api/alerts?key=a%00b", bearer(Servers.ADMIN)).statusCode())
                .isEqualTo(400);
    }

    // ------------------------------------------------------------ passwords and sessions

    @Test
    void ofTwentyFiveWrongPasswordsAtOnceTenAreLookedAt() {
        caller.post("/api/invitations/" + setupLink(), form("grace@example.test", PASSWORD));
        var tries = IntStream.range(0, 25)
                .mapToObj(i -> caller.posting(
                        "/api/session", Map.of("email", "Grace@example.test", "password", "wrong password " + i)))
                .toList();
        var statuses = tries.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(10);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(15);
        var right = signIn("grace@example.test", PASSWORD);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(right.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 900L);
    }

    @Test
    void whoeverGetsInIsForgivenAndAnotherNodeCountsOn() throws IOException {
        caller.post("/api/invitations/" + setupLink(), form("grace@example.test", PASSWORD));
        try (var second = Servers.start(database, Files.createDirectories(data.resolve("second")), new SystemTime())) {
            var other = new Caller(second);
            for (int i = 0; i < 5; i++) {
                assertThat(signIn("grace@example.test", "wrong password").statusCode())
                        .isEqualTo(401);
                assertThat(other.post(
                                        "/api/session",
                                        Map.of("email", "grace@example.test", "password", "wrong password"))
                                .statusCode())
                        .isEqualTo(401);
            }
            assertThat(other.post("/api/session", Map.of("email", "grace@example.test", "password", PASSWORD))
                            .statusCode())
                    .isEqualTo(429);
            jdbc.sql("update sign_in_attempts set since = since - interval '15 minutes'")
                    .update();
            assertThat(signIn("grace@example.test", PASSWORD).statusCode()).isEqualTo(200);
            assertThat(jdbc.sql("select count(*) from sign_in_attempts")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whoeverTriesAddressesWithoutEndFillsNoTable() {
        jdbc.sql("""
                        insert into sign_in_attempts select 'address ' || n, 1,
                          larum_now() - case when n <= 100 then interval '20 minutes' else n * interval '1 millisecond' end
                        from generate_series(1, 12000) n""").update();
        signIn("grace@example.test", "wrong password");
        assertThat(jdbc.sql("select count(*) from sign_in_attempts")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10_000);
        assertThat(jdbc.sql("select count(*) from sign_in_attempts where since < larum_now() - interval '15 minutes'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anOldSessionEndsWhenANewPasswordIsSet() {
        var session = caller.post("/api/invitations/" + setupLink(), form("grace@example.test", PASSWORD));
        assertThat(caller.get("/api/session", by(session)).statusCode()).isEqualTo(200);
        invite("grace@example.test");
        var renewed = caller.post("/api/invitations/" + mailed(), form("grace@example.test", "another long password"));
        assertThat(caller.get("/api/session", by(session)).statusCode()).isEqualTo(401);
        assertThat(caller.get("/api/session", by(renewed)).statusCode()).isEqualTo(200);
        assertThat(signIn("grace@example.test", PASSWORD).statusCode()).isEqualTo(401);
    }

    // ------------------------------------------------------------ tokens

    @Test
    void aTokenAskedForAgainWithTheSameKeyIsTheSameAndIsKeptSealed() {
        var session = caller.post("/api/invitations/" + setupLink(), form("grace@example.test", PASSWORD));
        var headers = by(session, "Idempotency-Key", "token-1");
        var first = caller.post("/api/me/tokens", Map.of("name", "script"), headers);
        assertThat(first.statusCode()).describedAs(first.body()).isEqualTo(201);
        var second = caller.post("/api/me/tokens", Map.of("name", "script"), headers);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(jdbc.sql("select count(*) from api_tokens")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var token = json(first).get("token").asString();
        assertThat(caller.get("/api/people", bearer(token)).statusCode()).isEqualTo(200);
        assertThat(kept()).isNotEmpty().doesNotContain(token).doesNotContain(token.substring("larum_".length()));
        assertThat(caller.post("/api/me/tokens", Map.of("name", "other"), headers)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aRevocationSentAgainLeavesANewerTokenOfThatNameAlone() {
        var session = caller.post("/api/invitations/" + setupLink(), form("grace@example.test", PASSWORD));
        caller.post("/api/me/tokens", Map.of("name", "script"), by(session));
        var revocation = by(session, "Idempotency-Key", "revoke-1");
        var first = caller.delete("/api/me/tokens/script", revocation);
        assertThat(json(first).get("changed").asBoolean()).isTrue();
        var newer = json(caller.post("/api/me/tokens", Map.of("name", "script"), by(session)))
                .get("token")
                .asString();
        assertThat(caller.delete("/api/me/tokens/script", revocation).body()).isEqualTo(first.body());
        assertThat(caller.get("/api/people", bearer(newer)).statusCode()).isEqualTo(200);
    }
}
