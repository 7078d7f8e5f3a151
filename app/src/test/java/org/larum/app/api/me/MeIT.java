package org.larum.app.api.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;

/** Somebody sees whether Larum reaches them, changes how, and proves it by a test, over HTTP and SMTP. */
class MeIT {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    static {
        MAIL.start();
    }

    /** Ada is described by the file, Grace and Linus were invited. */
    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, """
            people:
              ada: {name: Ada Lovelace, email: ada@example.test, phone: "+447700900123", timeZone: Europe/London}
            teams: {shop: {name: Shop, members: [ada]}}
            schedules:
              shop:
                layers:
                  - {name: primary, people: [ada], rotation: daily, from: 2020-01-01, until: 2099-01-01}
            """);

    private static final Map<String, String[]> SESSIONS = new HashMap<>();

    @BeforeAll
    static void signIn() {
        for (var name : List.of("ada", "grace", "linus", "margaret")) {
            SESSIONS.put(name, session(name));
        }
        // Only now: without a mail server whoever invites is given the link.
        var mail = "channels: {email: {host: 127.0.0.1, port: %d, from: larum@example.test}}"
                .formatted(MAIL.getSmtp().getPort());
        ok(SERVER.caller().post("/api/config", mail, bearer(Servers.ADMIN)), 200);
    }

    @AfterAll
    static void end() {
        MAIL.stop();
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

    private static String[] as(String name) {
        return Objects.requireNonNull(SESSIONS.get(name));
    }

    private static JsonNode reach(String name) {
        return ok(SERVER.caller().get("/api/me/reach?atLeast=" + SERVER.head(), as(name)), 200);
    }

    private static HttpResponse<String> put(String name, Object wish) {
        return SERVER.caller().put("/api/me/reach", wish, as(name));
    }

    private static HttpResponse<String> post(String name, String path, Object body) {
        return SERVER.caller().post("/api/me/tests" + path, body, as(name));
    }

    private static JsonNode ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return json(answer);
    }

    private static String refused(HttpResponse<String> answer, int status) {
        return ok(answer, status).get("code").asString();
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        return IntStream.range(0, list.size())
                .mapToObj(list::get)
                .filter(item -> item.get(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static void eventually(String what, BooleanSupplier is) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!is.getAsBoolean()) {
            assertThat(System.nanoTime()).describedAs(what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static List<String> mailsOfTests(String name) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .filter(mail ->
                        mail.contains("To: " + name + "@example.test") && mail.contains("Subject: Test of your"))
                .toList();
    }

    @Test
    void whoeverIsDescribedByAFileSeesAllAndChangesNothing() {
        var seen = reach("ada");
        assertThat(seen.get("file").asString()).isEqualTo("configuration file");
        assertThat(seen.get("yaml").asString()).contains("phone: '+447700900123'");
        assertThat(seen.get("teams").get(0).asString()).isEqualTo("Shop");
        assertThat(one(seen.get("ways"), "channel", "sms").get("address").asString())
                .isEqualTo("+44 … 0123");
        assertThat(refused(put("ada", Map.of("timeZone", "UTC")), 409)).isEqualTo("owned_by_file");
        assertThat(reach("ada").get("mine").get("timeZone").asString()).isEqualTo("Europe/London");
    }

    @Test
    void turnsWithoutAPauseAreOneShift() {
        var duty = reach("ada").get("duty");
        assertThat(duty.get("now").get("until").isNull()).isTrue();
        assertThat(duty.get("shifts").size()).isOne();
        assertThat(ok(SERVER.caller().get("/api/me/duty", as("linus")), 200)
                        .get("now")
                        .isNull())
                .isTrue();
    }

    @Test
    void somebodyChangesTheirOwnWaysAndNothingElse() {
        var before = reach("linus");
        assertThat(before.get("file").isNull()).isTrue();
        var wish = Map.of(
                "phone",
                "+44 7700 900456",
                "timeZone",
                "Europe/Oslo",
                "reach",
                Map.of("critical", List.of(Map.of("email", "0m"), Map.of("email", "2m", "every", "3m"))),
                "quiet",
                Map.of("hours", "22:00-07:00", "except", List.of("critical")),
                "administrator",
                true,
                "name",
                "Somebody else");
        var after = ok(put("linus", wish), 200);
        assertThat(after.get("name").asString()).isEqualTo("linus");
        assertThat(after.get("mine").get("phone").asString()).isEqualTo("+447700900456");
        var critical = one(after.get("orders"), "severity", "critical");
        assertThat(critical.get("wished").asBoolean()).isTrue();
        assertThat(critical.get("heldInQuietHours").asBoolean()).isFalse();
        assertThat(critical.get("ways").get(1).get("everySeconds").asInt()).isEqualTo(180);
        assertThat(one(after.get("orders"), "severity", "low")
                        .get("heldInQuietHours")
                        .asBoolean())
                .isTrue();
        assertThat(SERVER.caller().get("/api/config", as("linus")).statusCode()).isEqualTo(403);
        // What is left out is taken out.
        assertThat(ok(put("linus", Map.of("timeZone", "Europe/Oslo")), 200)
                        .get("mine")
                        .propertyNames())
                .containsExactly("timeZone");
    }

    @Test
    void aMistakeStandsAtItsField() {
        var wish = Map.of(
                "phone", "+44 12",
                "timeZone", "Europe/Londn",
                "reach", Map.of("high", List.of(Map.of("email", "0m"), Map.of("sms", "soon"))));
        var answer = put("grace", wish);
        assertThat(refused(answer, 400)).isEqualTo("config_mistakes");
        var errors = json(answer).get("errors");
        assertThat(IntStream.range(0, errors.size())
                        .mapToObj(i -> errors.get(i).get("path").asString()))
                .anyMatch(path -> path.endsWith(".phone"))
                .anyMatch(path -> path.endsWith(".timeZone"))
                .anyMatch(path -> path.endsWith(".reach.high[1].sms"));
        assertThat(reach("grace").get("mine").has("phone")).isFalse();
    }

    @Test
    void aTestCountsWhenSomebodySaysThatItArrived() {
        var sent = ok(post("grace", "", Map.of("channel", "email")), 202);
        eventually("a mail came", () -> !mailsOfTests("grace").isEmpty());
        var mail = mailsOfTests("grace").getFirst().replace("=\r\n", "").replace("=3D", "=");
        var link =
                Pattern.compile("http://larum\\.test/me\\?test=([0-9a-f-]{36})").matcher(mail);
        assertThat(link.find()).describedAs(mail).isTrue();
        var id = sent.get("id").asString();
        assertThat(link.group(1)).isEqualTo(id);
        assertThat(mail).contains("Nothing is wrong");
        eventually(
                "it is accepted",
                () -> one(reach("grace").get("ways"), "channel", "email")
                        .get("test")
                        .get("state")
                        .asString()
                        .equals("sent"));
        assertThat(one(reach("grace").get("checks"), "check", "tested")
                        .get("passed")
                        .asBoolean())
                .isFalse();

        assertThat(refused(post("linus", "/" + id + "/confirm", Map.of()), 404)).isEqualTo("no_such_test");
        ok(post("grace", "/" + id + "/confirm", Map.of()), 200);
        ok(post("grace", "/" + id + "/confirm", Map.of()), 200);
        var after = reach("grace");
        assertThat(one(after.get("checks"), "check", "tested").get("passed").asBoolean())
                .isTrue();
        var way = one(after.get("ways"), "channel", "email");
        assertThat(way.get("state").asString()).isEqualTo("works");
        assertThat(way.get("test").get("confirmedAt").isNull()).isFalse();
    }

    @Test
    void whatWouldWaitSaysUntilWhen() {
        var wish = Map.of("lasting", "30m", "except", List.of("critical"));
        var begun = ok(SERVER.caller().put("/api/do-not-disturb", wish, as("linus")), 200);
        var until = begun.get("doNotDisturb").get("until");
        var resting = reach("linus");
        assertThat(resting.get("rest").get("until")).isEqualTo(until);
        var orders = resting.get("orders");
        assertThat(one(orders, "severity", "high").get("heldUntil")).isEqualTo(until);
        assertThat(one(orders, "severity", "critical").get("heldUntil").isNull())
                .isTrue();
        assertThat(one(resting.get("checks"), "check", "rest").get("passed").asBoolean())
                .isTrue();

        var alone = Map.of("lasting", "30m", "except", List.of());
        ok(SERVER.caller().put("/api/do-not-disturb", alone, as("linus")), 200);
        assertThat(reach("linus").get("headline").asString()).startsWith("Larum ");
        assertThat(one(reach("linus").get("checks"), "check", "rest")
                        .get("remedy")
                        .asString())
                .isEqualTo("rest");

        assertThat(refused(SERVER.caller().put("/api/do-not-disturb", Map.of("lasting", "soon"), as("linus")), 400))
                .isEqualTo("bad_time");
        ok(SERVER.caller().delete("/api/do-not-disturb", as("linus")), 200);
        assertThat(reach("linus").get("rest").get("until").isNull()).isTrue();
    }

    @Test
    void nobodyIsFloodedByTheirOwnButton() {
        ok(post("margaret", "", Map.of("channel", "email")), 202);
        var second = post("margaret", "", Map.of("channel", "email"));
        assertThat(refused(second, 409)).isEqualTo("too_many_tests");
        assertThat(json(second).get("detail").asString()).containsPattern("in \\d+ s\\.");
        eventually("the first one came", () -> !mailsOfTests("margaret").isEmpty());
        assertThat(mailsOfTests("margaret")).hasSize(1);
    }

    @Test
    void whatIsNotThereIsNotTested() {
        assertThat(refused(post("ada", "", Map.of("channel", "sms")), 409)).isEqualTo("way_missing");
        assertThat(refused(post("ada", "", Map.of("channel", "pigeon")), 400)).isEqualTo("bad_channel");
        assertThat(refused(post("ada", "/nonsense/confirm", Map.of()), 404)).isEqualTo("no_such_test");
    }

    @Test
    void aTokenHasNoTelephone() {
        var answer = SERVER.caller().get("/api/me/reach", bearer(Servers.ADMIN));
        assertThat(refused(answer, 400)).isEqualTo("no_person");
    }
}
