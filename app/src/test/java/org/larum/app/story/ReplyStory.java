package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever was woken answers by answering the mail. */
class ReplyStory {

    private static final String KEY = "a-key-of-the-mail-server-with-32-characters";
    private static final String ADA = "ada@example.test";

    private final World world = new World();
    private int mails;

    @BeforeEach
    void open() {
        world.configure(organisation());
        world.detect("payments", "trigger");
    }

    @AfterEach
    void end() {
        world.close();
    }

    private String organisation() {
        return world.organisation()
                .replaceFirst("from: larum@example.test", "$0, replies: {to: reply@in.example.test, key: " + KEY + "}");
    }

    private String mail(String to, String text) {
        mails++;
        return """
                From: ada@example.test
                To: %s
                Message-ID: <%d@example.test>
                Subject: Re: [Critical] Checkout
                Content-Type: text/plain; charset=utf-8

                %s

                On Monday, Larum <larum@example.test> wrote:
                > resolve
                """.formatted(to, mails, text).replace("\n", "\r\n");
    }

    private HttpResponse<String> bring(String mail, String key) {
        return world.post(0, "/api/inbound/email", mail, key);
    }

    private JsonNode took(String mail) {
        var answer = bring(mail, KEY);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private String became(String mail) {
        return took(mail).get("outcome").asString();
    }

    private String state() {
        return world.onlyIncident().get("state").asString();
    }

    private int notes(String words) {
        return world.get(
                                0,
                                "/api/incidents/"
                                        + world.onlyIncident().get("id").asString() + "/timeline?limit=500",
                                Servers.ADMIN)
                        .body()
                        .split(words, -1)
                        .length
                - 1;
    }

    @Test
    void anAnswerIsDoneInTheNameOfWhoeverGotTheMailAndOnce() {
        var to = world.replyAddress(ADA);
        assertThat(to).matches("reply\\+[0-9a-v]{52}@in\\.example\\.test");
        var note = mail(to.toUpperCase(Locale.ROOT), "Looks like the disk again.");
        assertThat(became(note)).isEqualTo("noted");
        assertThat(became(note)).isEqualTo("noted");
        assertThat(notes("Looks like the disk again")).isOne();
        assertThat(state()).isEqualTo("triggered");

        assertThat(became(mail(to, "Ack, rebooting db2"))).isEqualTo("acknowledged");
        assertThat(world.onlyIncident().get("acknowledgedBy").get("name").asString())
                .isEqualTo("Ada Lovelace");
        assertThat(notes("rebooting db2")).isOne();
        assertThat(world.timeline()).anyMatch(line -> line.contains("Ada Lovelace acknowledged"));

        assertThat(became(mail(to, "resolve"))).isEqualTo("resolved");
        assertThat(state()).isEqualTo("resolved");
        var late = took(mail(to, "2"));
        assertThat(late.get("outcome").asString()).isEqualTo("ignored");
        assertThat(late.get("why").asString()).isNotBlank();
    }

    @Test
    void whoeverPassesItOnHasTheNextOneAsked() {
        assertThat(became(mail(world.replyAddress(ADA), "2"))).isEqualTo("escalated");
        world.eventually(
                "Grace is asked", () -> !world.mailsTo("grace@example.test").isEmpty());
    }

    @Test
    void whatIsForgedForeignOrOfAMachineChangesNothing() {
        var to = world.replyAddress(ADA);
        var forged = to.replaceFirst("\\+.", "+" + (to.charAt(6) == '0' ? '1' : '0'));
        for (var address : new String[] {
            forged, to.replace("in.example", "out.example"), "reply@in.example.test", "reply+x@in.example.test", ""
        }) {
            assertThat(became(mail(address, "ack"))).describedAs(address).isEqualTo("ignored");
        }
        assertThat(became("Auto-Submitted: auto-replied\r\n" + mail(to, "ack"))).isEqualTo("ignored");
        assertThat(took(mail(to, "")).get("why").asString()).isEqualTo("It says nothing that could be noted.");
        assertThat(became("")).isEqualTo("ignored");

        assertThat(bring(mail(to, "ack"), "another key that is long enough for one")
                        .statusCode())
                .isEqualTo(401);
        assertThat(bring(mail(to, "ack"), Servers.ADMIN).statusCode()).isEqualTo(401);
        assertThat(bring("x".repeat(1024 * 1024 + 1), KEY).statusCode()).isEqualTo(413);
        assertThat(state()).isEqualTo("triggered");
        assertThat(world.timeline()).noneMatch(line -> line.contains("acknowledged"));
    }

    @Test
    void theKeyMayComeAsAPassword() {
        var basic = Base64.getEncoder().encodeToString(("larum:" + KEY).getBytes(StandardCharsets.UTF_8));
        var answer = world.postAs("Basic " + basic, "/api/inbound/email", mail(world.replyAddress(ADA), "1"));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        assertThat(state()).isEqualTo("acknowledged");
    }

    @Test
    void anOldMailIsNotAnsweredAndItsReaderIsTold() {
        var to = world.replyAddress(ADA);
        world.wind(Duration.ofHours(25));
        var late = took(mail(to, "ack"));
        assertThat(late.get("outcome").asString()).isEqualTo("ignored");
        assertThat(late.get("why").asString()).isEqualTo("It answers a mail that is older than a day.");
        assertThat(became(mail(to, "ack again"))).isEqualTo("ignored");
        world.eventually("Ada is told", () -> world.mailsTo(ADA).contains("Your answer came too late"));
        assertThat(world.mailsTo(ADA).stream().filter("Your answer came too late"::equals))
                .hasSize(1);
        assertThat(world.onlyIncident().get("acknowledgedBy").isNull()).isTrue();
    }

    @Test
    void whoeverIsGoneAnswersNothing() {
        var to = world.replyAddress(ADA);
        world.prune(organisation()
                .replaceAll("(?m)^  ada: .*\\R", "")
                .replace("[ada, grace]", "[grace]")
                .replaceAll("(?m)^.*person:ada.*\\R", ""));
        assertThat(became(mail(to, "ack"))).isEqualTo("ignored");
        assertThat(state()).isEqualTo("triggered");
    }
}
