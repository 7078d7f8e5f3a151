package org.larum.app.api.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** A code goes to a number, is read there, and typed where its owner has signed in. */
class NumberIT {

    private static final Path SPOOL = spool();
    private static final Pattern CODE = Pattern.compile("Larum: Your code\\. ([0-9]{6}) shows");

    @RegisterExtension
    private static final RunningServer SERVER =
            new RunningServer(1, "channels: {sms: [{spool: \"%s\"}]}".formatted(SPOOL));

    private static Path spool() {
        try {
            return Files.createTempDirectory("larum-spool");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] join(String name) {
        var email = name + "@example.test";
        var invited = SERVER.caller()
                .post("/api/people/invitations", Map.of("email", email, "name", name), bearer(Servers.ADMIN));
        var token = json(invited).get("link").asString().replaceAll(".*/", "");
        var form = Map.of("name", name, "email", email, "password", "a long enough password", "timeZone", "UTC");
        var joined = SERVER.caller().post("/api/invitations/" + token, form);
        var cookie = joined.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return new String[] {
            "Cookie", cookie, "X-Larum-Csrf", json(joined).get("csrf").asString()
        };
    }

    private static void phone(String[] who, String number) {
        ok(SERVER.caller().put("/api/me/reach", Map.of("phone", number, "timeZone", "UTC"), who), 200);
    }

    private static HttpResponse<String> ask(String[] who) {
        return SERVER.caller().post("/api/me/numbers/verification", Map.of("channel", "sms"), who);
    }

    private static HttpResponse<String> type(String[] who, String code) {
        return SERVER.caller().post("/api/me/numbers/verification/confirm", Map.of("code", code), who);
    }

    private static JsonNode ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return json(answer);
    }

    private static String refused(HttpResponse<String> answer) {
        return ok(answer, 409).get("code").asString();
    }

    private static boolean isUnverified(JsonNode reach) {
        for (var way : reach.get("ways")) {
            if (way.get("channel").asString().equals("sms")) {
                return way.get("unverified").asBoolean();
            }
        }
        throw new AssertionError("there is no such way");
    }

    private static boolean isUnverified(String[] who) {
        return isUnverified(ok(SERVER.caller().get("/api/me/reach", who), 200));
    }

    /** Read on the telephone. */
    private static String code(JsonNode sent) {
        var file = SPOOL.resolve("larum-" + sent.get("id").asString());
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).describedAs("the code came").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        try {
            var found = CODE.matcher(Files.readString(file));
            assertThat(found.find()).isTrue();
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String not(String code) {
        return (code.startsWith("0") ? "1" : "0") + code.substring(1);
    }

    @Test
    void aCodeThatIsTypedMakesTheNumberTheirsUntilItIsAnother() {
        var grace = join("grace");
        phone(grace, "+44 7700 900456");
        assertThat(isUnverified(grace)).isTrue();
        assertThat(refused(type(grace, "123456"))).isEqualTo("no_code");
        var first = code(ok(ask(grace), 202));
        var code = code(ok(ask(grace), 202));
        if (!first.equals(code)) {
            assertThat(refused(type(grace, first))).isEqualTo("wrong_code");
        }
        var wrong = type(grace, not(code));
        assertThat(refused(wrong)).isEqualTo("wrong_code");
        assertThat(json(wrong).get("detail").asString()).contains("left");
        assertThat(isUnverified(ok(type(grace, " " + code.substring(0, 3) + " " + code.substring(3)), 200)))
                .isFalse();
        assertThat(refused(type(grace, code))).isEqualTo("no_code");

        phone(grace, "+44 7700 900457");
        assertThat(isUnverified(grace)).isTrue();
    }

    @Test
    void nobodyGuessesIt() {
        var linus = join("linus");
        phone(linus, "+44 7700 900458");
        var code = code(ok(ask(linus), 202));
        for (int i = 0; i < 5; i++) {
            assertThat(refused(type(linus, not(code)))).isEqualTo("wrong_code");
        }
        assertThat(refused(type(linus, code))).isEqualTo("too_many_tries");
        assertThat(isUnverified(linus)).isTrue();
    }

    @Test
    void nobodyIsFloodedWithCodes() {
        var margaret = join("margaret");
        phone(margaret, "+44 7700 900459");
        for (int i = 0; i < 3; i++) {
            ok(ask(margaret), 202);
        }
        var fourth = ask(margaret);
        assertThat(refused(fourth)).isEqualTo("too_many_codes");
        assertThat(json(fourth).get("detail").asString()).containsPattern("in \\d+ min\\.");
    }

    @Test
    void aCodeForOneNumberIsNoneForAnother() {
        var ada = join("ada");
        phone(ada, "+44 7700 900460");
        var code = code(ok(ask(ada), 202));
        phone(ada, "+44 7700 900461");
        assertThat(refused(type(ada, code))).isEqualTo("no_code");
        assertThat(isUnverified(ada)).isTrue();
    }

    @Test
    void theCodeIsNowhereButOnTheTelephone() {
        var dennis = join("dennis");
        phone(dennis, "+44 7700 900462");
        var sent = ok(ask(dennis), 202);
        var code = code(sent);
        assertThat(sent.toString()).doesNotContain(code);
        assertThat(SERVER.caller().get("/api/outbox", bearer(Servers.ADMIN)).body())
                .doesNotContain("\"" + code)
                .doesNotContain(code + " shows");
        assertThat(ok(SERVER.caller().post("/api/me/numbers/verification", Map.of("channel", "email"), dennis), 400)
                        .get("code")
                        .asString())
                .isEqualTo("bad_channel");
    }
}
