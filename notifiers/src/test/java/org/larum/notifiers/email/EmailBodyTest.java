package org.larum.notifiers.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Severity;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination.Encryption;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.Mailbox;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.Message.Subject;
import org.larum.notifiers.channel.Message.Told;

class EmailBodyTest {

    @Test
    void pageSaysWhatWhereSinceWhenAndWhatComesNext() {
        EmailBody body = body(ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.ada()));

        assertThat(body.subject()).isEqualTo("[Critical] checkout: 7.2 % of payments fail (INC-1042)");
        assertThat(body.text()).isEqualTo("""
                        Critical, yours to answer.

                        7.2 % of payments fail

                        Incident: INC-1042
                        Service: checkout
                        Since: 03:12 CET (02:12 UTC)
                        Why you: you are on call by shop (primary): step 1 of policy shop, version 3
                        If nobody answers: Grace is paged at 03:27

                        Acknowledge: https://larum.example.org/a/t0ken?x=1&y=2
                        (Opening the page changes nothing; its button does.)

                        Open the incident: https://larum.example.org/i/1042
                        Runbook: https://wiki.example.org/checkout
                        Say afterwards whether this page was useful: https://larum.example.org/a/t0ken?x=1&y=2

                        --\s
                        Larum for Ada
                        """);
        assertThat(body.html())
                .contains("Critical, yours to answer")
                .contains(">7.2 % of payments fail</h1>")
                .contains("03:12 CET (02:12 UTC)")
                .contains("Grace is paged at 03:27")
                .containsOnlyOnce(">Acknowledge</a>")
                .contains("href=\"https://larum.example.org/a/t0ken?x=1&amp;y=2\"")
                .contains("href=\"https://larum.example.org/i/1042\"")
                .contains("href=\"https://wiki.example.org/checkout\"")
                .contains("(wiki.example.org)")
                .contains("Larum for Ada");
    }

    @Test
    void htmlNeedsNothingFromOutside() {
        assertThat(body(ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.ada()))
                        .html())
                .doesNotContain("<img", "<table", "<script", "<link", "url(", "src=");
    }

    @Test
    void lastOneToBeToldLearnsThat() {
        var subject = subject("down", null, null);

        assertThat(body(ChannelExamples.page(subject, ChannelExamples.ada())).text())
                .contains("If nobody answers: nobody else is told\n")
                .doesNotContain("Runbook");
    }

    @Test
    void aNoticeSaysItsWordsAndWhereToGoOn() {
        var notice = new Notice(
                "Your silence <move> ends soon",
                "It ends at 9.\nMake it longer & rest.",
                URI.create("https://larum.example.com/rules"),
                "Ada",
                ChannelExamples.AT);
        EmailBody body = body(notice);

        assertThat(body.subject()).isEqualTo("Your silence <move> ends soon");
        assertThat(body.text()).isEqualTo("""
                        Your silence <move> ends soon

                        It ends at 9.
                        Make it longer & rest.

                        Open Larum: https://larum.example.com/rules

                        --\s
                        Larum for Ada
                        """);
        assertThat(body.html()).contains("&lt;move&gt;", "<p style=\"margin:0 0 12px\">Make it longer &amp; rest.</p>");
    }

    @Test
    void whoeverIsGivenItOrHoldsItKnowsWhatToDo() {
        assertThat(body(holder("assigned")).subject()).startsWith("[Critical] INC-1042 was given to you (");
        assertThat(body(holder("handed over")).text())
                .startsWith("Critical, INC-1042 was handed over to you. Acknowledge it, so that nobody else is asked.");
        assertThat(body(holder("worse")).text())
                .startsWith("Critical, INC-1042, which you hold, is critical now. Get help if it is too much for one.");
    }

    private static Content holder(String turn) {
        return new Content(
                NotificationKind.HOLDER,
                turn,
                subject("7.2 % of payments fail", null, null),
                ChannelExamples.ada(),
                ChannelExamples.AT);
    }

    @Test
    void administratorsHearThatNobodyAnswered() {
        var content = new Content(
                NotificationKind.UNANSWERED,
                "exhausted",
                subject("7.2 % of payments fail", null, null),
                ChannelExamples.ada(),
                ChannelExamples.AT);
        EmailBody body = body(content);

        assertThat(body.subject()).isEqualTo("[Critical] Nobody answered INC-1042 (checkout: 7.2 % of payments fail)");
        assertThat(body.text())
                .startsWith("Critical, nobody answered, and nobody else is left to be told. You hear of it as an "
                        + "administrator.\n")
                .contains("Acknowledge: ")
                .doesNotContain("If nobody answers");
    }

    @ParameterizedTest
    @CsvSource({
        "triggered, '[Critical] checkout: 7.2 % of payments fail (INC-1042)', INC-1042 was opened",
        "acknowledged, '[Critical] INC-1042 is acknowledged (checkout: 7.2 % of payments fail)', is acknowledged",
        "resolved, '[Critical] INC-1042 is resolved (checkout: 7.2 % of payments fail)', INC-1042 is resolved",
        "reopened, '[Critical] INC-1042 is open again (checkout: 7.2 % of payments fail)', INC-1042 is open again",
        "'odd\r\nturn', '[Critical] INC-1042 has changed (checkout: 7.2 % of payments fail)', INC-1042 has changed",
    })
    void updateSaysWhatTurnItTookAndAsksForNothing(String turn, String subject, String lead) {
        EmailBody body = body(ChannelExamples.update(turn, ChannelExamples.ada()));

        assertThat(body.subject()).isEqualTo(subject);
        assertThat(body.text()).contains(lead + ". Nothing is asked of you.").doesNotContain("Acknowledge:");
        assertThat(body.html()).doesNotContain(">Acknowledge<");
    }

    @Test
    void hostileTitleStaysOneHarmlessLine() {
        var hostile = ChannelExamples.titled(ChannelExamples.HOSTILE);
        EmailBody body = body(ChannelExamples.page(hostile, ChannelExamples.ada()));

        assertThat(body.subject()).doesNotContainPattern("[\\p{Cc}\\p{Zl}]");
        assertThat(body.text().lines()).noneMatch(line -> line.startsWith("Bcc") || line.equals("."));
        assertThat(body.html()).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><svg/onload=alert(1)>",
                "' onmouseover='alert(1)",
                "</title><script>alert(1)</script>",
                "<!--",
                "&lt;b&gt;",
                "%s%n%1$s",
            })
    void markupInAnyFieldIsText(String payload) {
        var subject = new Subject(
                new IncidentId(new UUID(1, 1)),
                1,
                Severity.LOW,
                payload,
                payload,
                ChannelExamples.OPENED,
                payload,
                null,
                payload);
        var reader = new Reader(payload, ZoneId.of("UTC"), URI.create("https://larum.example.org/i/1"), null);
        String html = body(ChannelExamples.page(subject, reader)).html();
        String plain = body(ChannelExamples.page(subject("x", null, null), ChannelExamples.ada()))
                .html();

        assertThat(html).doesNotContain("<svg", "<script", "<!--", "onmouseover='");
        assertThat(plain).doesNotContain("%s");
        if (payload.startsWith("&")) {
            assertThat(html).contains("&amp;lt;b&amp;gt;");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//evil.example/x",
                "/relative",
                "mailto:eve@evil.example",
                "https://larum.example.org@evil.example/",
                "https:opaque",
            })
    void onlyPlainWebAddressesBecomeLinks(String runbook) {
        EmailBody body = body(ChannelExamples.page(subject("x", null, URI.create(runbook)), ChannelExamples.ada()));

        assertThat(body.html()).doesNotContain("Runbook");
        assertThat(body.text()).doesNotContain("Runbook");
    }

    @Test
    void linkWithQuotesStaysInItsPlace() {
        var runbook = URI.create("HTTPS://wiki.example.org/a'b?c=d&e=ü");

        assertThat(body(ChannelExamples.page(subject("x", null, runbook), ChannelExamples.ada()))
                        .html())
                .contains("href=\"HTTPS://wiki.example.org/a&#39;b?c=d&amp;e=%C3%BC\"");
    }

    @Test
    void whatAPersonSaidIsInTheMailAndHarmless() {
        var content = new Content(
                NotificationKind.UPDATE,
                "update",
                ChannelExamples.payments(),
                ChannelExamples.ada(),
                ChannelExamples.AT,
                "Nobody can pay. <b>We</b>\nknow why.");
        var told = body(content);

        assertThat(told.subject()).contains("Update on INC-1042");
        assertThat(told.text()).contains("Update: Nobody can pay. <b>We</b> know why.");
        assertThat(told.html()).contains("&lt;b&gt;We&lt;/b&gt;").doesNotContain("<b>We");
    }

    @Test
    void whoeverHasToWriteAnUpdateIsAskedTo() {
        assertThat(body(ChannelExamples.update("update-due", ChannelExamples.ada()))
                        .text())
                .contains("An update on INC-1042 is due. Stakeholders wait for it, and it is yours to write.")
                .doesNotContain("Nothing is asked of you");
    }

    @Test
    void longTitleIsCut() {
        var endless = ChannelExamples.titled("x".repeat(10_000));

        assertThat(body(ChannelExamples.page(endless, ChannelExamples.ada())).subject())
                .hasSizeLessThan(250)
                .endsWith("… (INC-1042)");
    }

    @ParameterizedTest(name = "{0} in {1}, read at {2}: {3}")
    @CsvSource({
        "2026-03-26T02:12:00Z, Europe/Berlin, 2026-03-26T02:16:00Z, 03:12 CET (02:12 UTC)",
        "2026-07-26T02:12:00Z, Europe/Berlin, 2026-07-26T02:16:00Z, 04:12 CEST (02:12 UTC)",
        "2026-03-29T00:59:00Z, Europe/Berlin, 2026-03-29T01:01:00Z, 01:59 CET (00:59 UTC)",
        "2026-03-29T01:00:00Z, Europe/Berlin, 2026-03-29T01:01:00Z, 03:00 CEST (01:00 UTC)",
        "2026-10-25T00:30:00Z, Europe/Berlin, 2026-10-25T01:45:00Z, 02:30 CEST (00:30 UTC)",
        "2026-10-25T01:30:00Z, Europe/Berlin, 2026-10-25T01:45:00Z, 02:30 CET (01:30 UTC)",
        "2026-03-26T02:12:00Z, America/New_York, 2026-03-26T02:16:00Z, 22:12 EDT (02:12 UTC)",
        "2026-03-26T02:12:00Z, Asia/Kolkata, 2026-03-26T02:16:00Z, 07:42 IST (02:12 UTC)",
        "2026-03-26T02:12:00Z, UTC, 2026-03-26T02:16:00Z, 02:12 UTC",
        "2026-03-26T02:12:00Z, Z, 2026-03-26T02:16:00Z, 02:12 UTC",
        "2026-03-25T23:30:00Z, Europe/Berlin, 2026-03-28T09:00:00Z, 26 Mar 2026 00:30 CET (25 Mar 2026 23:30 UTC)",
    })
    void timeIsTheReadersWithUtcBesideIt(Instant instant, ZoneId zone, Instant now, String words) {
        assertThat(ReaderTime.of(instant, zone, now)).isEqualTo(words);
    }

    private static Subject subject(String title, @Nullable String next, @Nullable URI runbook) {
        return new Subject(
                ChannelExamples.INCIDENT,
                1042,
                Severity.CRITICAL,
                title,
                "checkout",
                ChannelExamples.OPENED,
                next,
                runbook,
                null);
    }

    private static EmailBody body(Told told) {
        var server = new MailServer("localhost", 25, "larum@example.org", null, null, Encryption.NONE);
        return EmailBody.of(ChannelExamples.to(new Mailbox("ada@example.org", server), told));
    }
}
