package org.larum.notifiers.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.notifiers.email.InboundMail.Ignored;
import org.larum.notifiers.email.InboundMail.Reply;

/** What a person wrote is read; machines are not listened to; nothing that is sent makes it slow or fall. */
class InboundMailTest {

    private static final String HEAD = """
            From: Ada <ada@example.test>
            To: "Larum" <Reply+ABC@in.example.test>, grace@example.test
            Message-ID: <1@example.test>
            MIME-Version: 1.0
            """;

    private static InboundMail read(String mail) {
        return InboundMail.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String mail) {
        return ((Reply) read(mail)).text();
    }

    private static String plain(String body) {
        return HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + body;
    }

    @Test
    void whatAPersonWroteIsRead() {
        assertThat(read(plain("ack\n"))).isInstanceOfSatisfying(Reply.class, reply -> {
            assertThat(reply.text()).isEqualTo("ack");
            assertThat(reply.to()).containsExactly("reply+abc@in.example.test", "grace@example.test");
            assertThat(reply.id()).isEqualTo("<1@example.test>");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> [Critical] checkout",
                "On Mon, 23 Nov 2026 at 09:00, Larum <larum@example.test> wrote:\n> Critical",
                "On Mon, 23 Nov 2026 at 09:00, Larum\n<larum@example.test> wrote:\n\n> Critical",
                "Am 23.11.26 um 09:00 schrieb Larum:\n> Critical",
                "Le lun. 23 nov. 2026 à 09:00, Larum a écrit :\n> Critical",
                "-----Original Message-----\nFrom: Larum",
                "________________________________\nFrom: Larum",
                "From: Larum <larum@example.test>\nSent: Monday, November 23, 2026 9:00 AM\nTo: Ada",
                "-- \nAda Lovelace\nEngines Ltd",
                "Sent from my iPhone"
            })
    void whatItQuotesIsCut(String quoted) {
        assertThat(text(plain("It is the disk.\n\n" + quoted + "\nmore\n"))).isEqualTo("It is the disk.");
    }

    @Test
    void wordsThatOnlyLookLikeAQuoteStay() {
        var words = "On Monday we wrote: nothing.\nFrom: the disk\nIt is full -- again.";
        assertThat(text(plain(words))).isEqualTo(words);
    }

    @Test
    void plainWordsAreTakenBeforeHtmlAndFilesAreLeftAlone() {
        assertThat(text(HEAD + """
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/plain
                Content-Disposition: attachment; filename=a.txt

                not this
                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/html

                <p>not this</p>
                --a
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                sch=F6n
                --a--
                --m--
                """)).isEqualTo("schön");
    }

    @Test
    void htmlAloneIsReadUpToItsQuote() {
        assertThat(text(HEAD + """
                Content-Type: text/html; charset=utf-8

                <html><head><style>p {color: red}</style><title>x</title></head><body><p>ack&nbsp;&lt;now&gt;</p>
                <div class="gmail_quote">On Monday Larum wrote: <a href="x">Acknowledge</a></div></body></html>
                """)).isEqualTo("ack <now>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: Auto-Generated; owner=me",
                "Precedence: BULK",
                "Precedence: auto_reply",
                "X-Autoreply: yes",
                "X-Larum-Notification: 1",
                "Return-Path: <>"
            })
    void theWordOfAMachineIsIgnored(String header) {
        assertThat(read(header + "\n" + plain("ack"))).isInstanceOf(Ignored.class);
    }

    @Test
    void aPersonMaySayThatTheyAreNoMachine() {
        assertThat(text("Auto-Submitted: no\n" + plain("ack"))).isEqualTo("ack");
    }

    @Test
    void aBounceIsIgnored() {
        assertThat(read(HEAD + "Content-Type: multipart/report; boundary=r\n\n--r\n\nack\n--r--\n"))
                .isInstanceOf(Ignored.class);
    }

    @Test
    @Timeout(20)
    void boxesInBoxesEndSoon() {
        var deep = new StringBuilder(HEAD);
        for (int n = 0; n < 4000; n++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(n)
                    .append("\n\n--b")
                    .append(n)
                    .append('\n');
        }
        assertThat(text(deep + "Content-Type: text/plain\n\nack\n")).isEmpty();
        var wide = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n");
        wide.append("--b\nContent-Type: image/png\n\nx\n".repeat(20_000));
        assertThat(text(wide + "--b\nContent-Type: text/plain\n\nack\n--b--\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<style>", "<a ", "&lt;", "On Le Am ", "> ", "a@", "\t"})
    @Timeout(20)
    void noTextMakesItSlow(String piece) {
        var body = piece.repeat(900_000 / piece.length());
        assertThat(read(HEAD + "Content-Type: text/html\n\n" + body)).isNotNull();
        assertThat(read(plain(body))).isNotNull();
        assertThat(read("Delivered-To: " + body + "\n" + plain("ack"))).isNotNull();
    }

    @Test
    void noiseIsNoMailAndNothingFalls() {
        var random = new Random(7);
        for (int n = 0; n < 300; n++) {
            var noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            assertThat(InboundMail.read(noise)).isNotNull();
            var coded = Base64.getMimeEncoder().encodeToString(noise);
            assertThat(read(HEAD + "Content-Type: text/plain; charset=none-such\nContent-Transfer-Encoding: base64\n\n"
                            + coded))
                    .isInstanceOf(Reply.class);
        }
        assertThat(read(HEAD + "Content-Type: ;;;/\nContent-Transfer-Encoding: x-unknown\n\nack"))
                .isNotNull();
    }
}
