package org.larum.app.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import org.larum.app.security.Vault;

/** From asking for mail on the status page to its end, over HTTP and SMTP, on two nodes. */
class SubscriberIT {

    private static final String[] ADMIN = bearer(Servers.ADMIN);
    private static final String KEY = "the-key-of-the-subscribers-test-of-32";
    private static final GreenMail MAIL = started();

    @RegisterExtension
    private static final RunningServer SERVER =
            new RunningServer(2, """
            people: {canaryperson: {name: Canary Person, email: canary@example.test}}
            teams: {canaryteam: {name: Canary Team, members: [canaryperson]}}
            services:
              canaryword: {name: Canary Service, team: canaryteam}
              veiledword: {name: Veiled Service, team: canaryteam}
              otherword: {name: Other Canary, team: canaryteam}
            integrations: {canarysender: {type: native, key: %s, service: canaryword}}
            channels: {email: {host: 127.0.0.1, port: %d, from: status@example.test}}
            """.formatted(KEY, MAIL.getSmtp().getPort()));

    private static GreenMail started() {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        return mail;
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private static int sources;

    // ------------------------------------------------------------ what somebody outside does

    private HttpResponse<String> form(String path, String body, String source) {
        try {
            var request = HttpRequest.newBuilder(URI.create(SERVER.base() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-Forwarded-For", source)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each test comes from elsewhere. */
    private static synchronized String somewhere() {
        return "203.0.113." + ++sources;
    }

    private HttpResponse<String> ask(String email, String source) {
        return form("/status/subscribe", "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8), source);
    }

    private static List<MimeMessage> to(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static MimeMessage mail(String address, int number) {
        until(address + " has " + number + " mails", () -> to(address).size() >= number);
        return to(address).get(number - 1);
    }

    private static String text(MimeMessage mail) {
        // Unfolded: soft line breaks of quoted-printable would hide what is looked for.
        return GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "").replace("=3D", "=");
    }

    private static String link(MimeMessage mail, String page) {
        var found = Pattern.compile("http://larum\\.test(/status/" + page + "/[\\w-]+)")
                .matcher(text(mail));
        assertThat(found.find()).as(text(mail)).isTrue();
        return found.group(1);
    }

    private static void until(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void subscribe(String address) {
        assertThat(ask(address, somewhere()).statusCode()).isEqualTo(200);
        assertThat(form(link(mail(address, 1), "subscribe"), "", somewhere()).statusCode())
                .isEqualTo(200);
    }

    private static String publish(String visibility, String title, String text, String... services) {
        var affected = Arrays.stream(services)
                .map(service -> Map.of("service", service, "state", "partial_outage"))
                .toList();
        var answer = SERVER.caller()
                .post(
                        "/api/status/notices",
                        Map.of(
                                "kind",
                                "incident",
                                "visibility",
                                visibility,
                                "title",
                                title,
                                "post",
                                Map.of("state", "investigating", "text", text, "affected", affected)),
                        ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        return json(answer).at("/notice/id").asString();
    }

    private static void update(String notice, String state, String text) {
        var answer = SERVER.caller()
                .post("/api/status/notices/" + notice + "/updates", Map.of("state", state, "text", text), ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
    }

    private static void show(String service, String name, int place) {
        var answer =
                SERVER.caller().post("/api/status/components/" + service, Map.of("name", name, "place", place), ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
    }

    private static void untilNothingIsAsked() {
        until(
                "nothing is left to ask",
                () -> SERVER.jdbc()
                                .sql("select count(*) from status_asks where due is not null or token is null")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private static boolean isListed(String address) {
        return SERVER.caller()
                .get("/api/status/subscribers?limit=1000", ADMIN)
                .body()
                .contains(address);
    }

    /** What was said last has gone to everybody; what would still come would have come. */
    private static void untilAllIsSaid() {
        until(
                "all is mailed",
                () -> SERVER.jdbc()
                                .sql(
                                        "select (select count(*) from status_mailings) + (select count(*) from status_mails)")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    // ------------------------------------------------------------ the way through

    @Test
    void fromAskingToTheEndOfIt() throws MessagingException {
        var ada = "ada@outside.test";
        ask(ada, somewhere());
        var first = mail(ada, 1);
        var confirm = link(first, "subscribe");
        assertThat(SERVER.caller().get(confirm).body()).contains("Yes, send me mail");
        assertThat(isListed(ada))
                .as("a scanner that follows the link agrees to nothing")
                .isFalse();
        assertThat(form(confirm, "", somewhere()).statusCode()).isEqualTo(200);
        assertThat(isListed(ada)).isTrue();
        assertThat(form(confirm, "", somewhere()).statusCode())
                .as("a link confirms once")
                .isEqualTo(410);

        var notice = publish("public", "Paying fails for some", "One payment in ten fails.");
        var told = mail(ada, 2);
        assertThat(told.getSubject()).isEqualTo("Paying fails for some (Looking into it)");
        assertThat(text(told)).contains("One payment in ten fails.");
        assertThat(told.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");
        var end = link(told, "unsubscribe");
        assertThat(told.getHeader("List-Unsubscribe")[0]).isEqualTo("<http://larum.test" + end + ">");
        update(notice, "resolved", "All payments work.");
        assertThat(mail(ada, 3).getSubject()).isEqualTo("Paying fails for some (Solved)");

        assertThat(SERVER.caller().get(end).body()).contains("Send me no more mail");
        assertThat(isListed(ada)).as("looking ends nothing").isTrue();
        assertThat(form(end, "List-Unsubscribe=One-Click", somewhere()).statusCode())
                .isEqualTo(200);
        assertThat(isListed(ada)).isFalse();
        assertThat(form(end, "List-Unsubscribe=One-Click", somewhere()).statusCode())
                .as("a second time changes nothing")
                .isEqualTo(200);
        publish("public", "After the end", "Nobody who left hears it.");
        untilAllIsSaid();
        assertThat(to(ada)).hasSize(3);
    }

    @Test
    void onlyWhatWasPublishedIsInTheMail() {
        var grace = "grace@outside.test";
        subscribe(grace);
        show("canaryword", "Paying", 1);
        publish("private", "Only for us", "Nobody outside reads this.", "canaryword");
        var id = publish("public", "Orders are slow", "We look into it.", "canaryword", "veiledword");
        var told = text(mail(grace, 2));
        assertThat(told).contains("Orders are slow", "We look into it.", "Paying: Partly failing");
        var canaries = new ArrayList<>(List.of(id, "anary", "eiled", KEY, "Only for us", "Nobody outside"));
        SERVER.jdbc()
                .sql("select aggregate_id::text from event union select event_id::text from event")
                .query(String.class)
                .list()
                .forEach(canaries::add);
        canaries.forEach(canary -> assertThat(told).doesNotContain(canary));
        untilAllIsSaid();
        assertThat(to(grace)).hasSize(2);
    }

    @Test
    void whatWasWithdrawnIsNotSaid() {
        var edsger = "edsger@outside.test";
        subscribe(edsger);
        // Said while no node can look: the row of its mailing is held.
        SERVER.inTransaction(jdbc -> {
            jdbc.sql("lock table status_subscribers in access exclusive mode").update();
            var id = publish("public", "Said by mistake", "It was none.");
            SERVER.caller().post("/api/status/notices/" + id + "/withdraw", "", ADMIN);
        });
        untilAllIsSaid();
        publish("public", "Said on purpose", "It was one.");
        untilAllIsSaid();
        assertThat(to(edsger).stream().map(SubscriberIT::text))
                .noneMatch(text -> text.contains("Said by mistake"))
                .anyMatch(text -> text.contains("Said on purpose"));
    }

    @Test
    void whoChoseComponentsHearsOfThemAndOfWhatNamesNone() {
        show("canaryword", "Paying", 1);
        show("otherword", "Searching", 2);
        until(
                "the form offers it",
                () -> SERVER.caller().get("/status/subscribe").body().contains("Searching"));
        var page = SERVER.caller().get("/status/subscribe").body();
        var found = Pattern.compile("value=\"([\\w-]+)\">Searching<").matcher(page);
        assertThat(found.find()).isTrue();
        assertThat(page).doesNotContain("anary", "eiled", "otherword");
        var linus = "linus@outside.test";
        form("/status/subscribe", "email=linus%40outside.test&part=" + found.group(1) + "&part=nonsense", somewhere());
        form(link(mail(linus, 1), "subscribe"), "", somewhere());
        publish("public", "Of paying", "Not for Linus.", "canaryword");
        publish("public", "Of searching", "For Linus.", "otherword");
        publish("public", "Of nothing named", "For everybody.");
        publish("public", "Of what is not shown", "For everybody too.", "veiledword");
        untilAllIsSaid();
        assertThat(to(linus).stream().skip(1).map(SubscriberIT::subject))
                .containsExactlyInAnyOrder(
                        "Of searching (Looking into it)",
                        "Of nothing named (Looking into it)",
                        "Of what is not shown (Looking into it)");
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Two nodes, and more subscribers than are taken in one look. */
    @Test
    void eachIsToldOnceOfEachUpdate() {
        var vault = SERVER.bean(Vault.class);
        for (int i = 0; i < 50; i++) {
            SERVER.jdbc()
                    .sql("insert into status_subscribers (id, address, sealed, since) values (?, ?, ?, larum_now())")
                    .params(
                            UUID.nameUUIDFromBytes(new byte[] {(byte) i}),
                            "many-" + i,
                            vault.wrap("many-" + i + "@outside.test"))
                    .update();
        }
        var id = publish("public", "To many", "One.");
        update(id, "identified", "Two.");
        untilAllIsSaid();
        for (int i = 0; i < 50; i++) {
            assertThat(to("many-" + i + "@outside.test").stream().map(SubscriberIT::subject))
                    .containsOnlyOnce("To many (Looking into it)", "To many (Cause found)");
        }
        SERVER.jdbc()
                .sql("delete from status_subscribers where address like 'many-%'")
                .update();
    }

    // ------------------------------------------------------------ nobody is bombed, nobody is found out

    @Test
    void whoIsKnownCannotBeToldFromWhoIsNotAndIsAskedThreeTimesADay() {
        var barbara = "barbara@outside.test";
        subscribe(barbara);
        var known = ask(barbara, somewhere());
        var unknown = ask("nobody@outside.test", somewhere());
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(known.body()).isEqualTo(unknown.body());
        untilNothingIsAsked();
        for (var spelled : List.of("Barbara@Outside.test", "barbara+x@outside.test", " barbara@outside.test ")) {
            assertThat(ask(spelled, somewhere()).body()).isEqualTo(known.body());
            untilNothingIsAsked();
        }
        // What would still be on its way to her has left before this.
        subscribe("sentinel@outside.test");
        assertThat(Arrays.stream(MAIL.getReceivedMessages())
                        .map(SubscriberIT::text)
                        .filter(text -> text.toLowerCase(Locale.ROOT).contains("to: barbara")))
                .hasSize(3);
        assertThat(isListed(barbara)).as("asking again ends nothing").isTrue();
    }

    @Test
    void oneSourceAsksTenTimesAnHourAndOthersGoOn() {
        var source = somewhere();
        for (int i = 0; i < 10; i++) {
            assertThat(ask("source-" + i + "@outside.test", source).statusCode())
                    .isEqualTo(200);
        }
        assertThat(ask("source-10@outside.test", "made-up, " + source).statusCode())
                .as("what a sender wrote before our proxy counts for nothing")
                .isEqualTo(429);
        assertThat(ask("source-11@outside.test", somewhere()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoAddressIsSaidAndNothingIsNoted() {
        for (var wrong :
                List.of("", "x", "a@b@c@", "a b@outside.test", "a@outside.test\r\nBcc: b@outside.test", "<script>@x")) {
            var answer = ask(wrong, somewhere());
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("<script>");
        }
        for (var broken : List.of("email=%zz", "x", "email=" + "a".repeat(400_000))) {
            assertThat(form("/status/subscribe", broken, somewhere()).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void linksThatWeDidNotMakeDoNothing() {
        assertThat(SERVER.caller().get("/status/unsubscribe/AAAA").statusCode()).isEqualTo(404);
        assertThat(form("/status/unsubscribe/" + "A".repeat(43), "", somewhere())
                        .statusCode())
                .isEqualTo(404);
        assertThat(form("/status/subscribe/" + "A".repeat(43), "", somewhere()).statusCode())
                .isEqualTo(410);
        var hostile =
                SERVER.caller().get("/status/subscribe/%22%3E%3Cscript%3E").body();
        assertThat(hostile).doesNotContain("<script");
    }

    @Test
    void anAdministratorSeesThemAndRemovesOne() {
        var ken = "ken@outside.test";
        subscribe(ken);
        assertThat(SERVER.caller().get("/api/status/subscribers").statusCode()).isEqualTo(401);
        assertThat(SERVER.caller().get("/api/status/subscribers", bearer(KEY)).statusCode())
                .isEqualTo(403);
        var newest = json(SERVER.caller().get("/api/status/subscribers?limit=1000", ADMIN));
        assertThat(newest.get("total").asInt()).isEqualTo(newest.get("items").size());
        var id = newest.get("items")
                .valueStream()
                .filter(one -> one.get("email").asString().equals(ken))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        var path = "/api/status/subscribers/" + id;
        assertThat(SERVER.caller().delete(path, bearer(KEY)).statusCode()).isEqualTo(403);
        assertThat(SERVER.caller().delete(path, ADMIN).statusCode()).isEqualTo(204);
        assertThat(SERVER.caller().delete(path, ADMIN).statusCode()).isEqualTo(404);
        assertThat(isListed(ken)).isFalse();
        assertThat(SERVER.caller().get("/api/status/subscribers?after=x", ADMIN).statusCode())
                .isEqualTo(400);
    }

    @Test
    void noAddressIsInTheDatabaseInClear() {
        subscribe("hidden@outside.test");
        assertThat(SERVER.jdbc()
                        .sql("select count(*) from status_subscribers where address like '%hidden%' or"
                                + " encode(sealed, 'escape') like '%hidden%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
