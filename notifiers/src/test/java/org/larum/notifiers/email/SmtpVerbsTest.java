package org.larum.notifiers.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination.Encryption;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.Mailbox;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.email.EmailChannel.Timeouts;
import org.larum.notifiers.email.ScriptedSmtp.Step;

/** Refusal, trouble, silence and a lost connection at each word of SMTP: nothing counts as sent without 250. */
class SmtpVerbsTest {

    private static final String PASSWORD = "battery";

    private final ScriptedSmtp smtp = new ScriptedSmtp();

    @AfterEach
    void part() {
        smtp.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = Mode.EXCLUDE,
            names = {"STARTTLS", "QUIT"})
    void refusalIsGivenUp(Step step) {
        smtp.says(step, "554 5.7.0 no, ada@example.org");

        assertThat(send())
                .isInstanceOfSatisfying(
                        GiveUp.class,
                        it -> assertThat(it.reason())
                                .contains("5")
                                .startsWith("The mail server")
                                .doesNotContain("ada@"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = Mode.EXCLUDE,
            names = {"STARTTLS", "QUIT"})
    void troubleIsTriedLater(Step step) {
        smtp.says(step, "421 4.3.0 not now");

        assertThat(send()).isInstanceOfSatisfying(TryLater.class, it -> {
            assertThat(it.unknown()).isFalse();
            assertThat(it.reason()).contains("421").startsWith("The mail server");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = Mode.EXCLUDE,
            names = {"STARTTLS", "QUIT"})
    void lostConnectionIsUnknownOnlyAfterTheDot(Step step) {
        smtp.says(step, ScriptedSmtp.DROP);

        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isEqualTo(step == Step.DOT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = Mode.EXCLUDE,
            names = {"STARTTLS", "QUIT"})
    void silenceIsUnknownOnlyAfterTheDot(Step step) {
        smtp.says(step, ScriptedSmtp.SILENCE);

        var outcome = send(new Timeouts(Duration.ofMillis(800), Duration.ofSeconds(8)));
        assertThat(outcome).isInstanceOfSatisfying(TryLater.class, it -> {
            assertThat(it.unknown()).isEqualTo(step == Step.DOT);
            assertThat(it.reason()).contains("did not answer in time");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"EHLO", "MAIL", "RCPT", "DATA", "DOT"})
    void endlessAnswerIsCutOff(Step step) {
        smtp.says(step, ScriptedSmtp.CHATTER);

        assertThat(send(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1))))
                .isInstanceOfSatisfying(TryLater.class, it -> {
                    assertThat(it.unknown()).isEqualTo(step == Step.DOT);
                    assertThat(it.reason()).contains("in all");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"554 no", "421 not now", ScriptedSmtp.DROP, ScriptedSmtp.SILENCE})
    void whatIsSaidAtPartingChangesNothing(String words) {
        smtp.says(Step.QUIT, words);

        assertThat(send()).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 well", "251 elsewhere", "220 fine", "354 more", "garbage", ""})
    void onlyTwoFiftyIsAccepted(String words) {
        smtp.says(Step.DOT, words);

        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"535 5.7.8 bad battery YmF0dGVyeQ==", "534 AGxhcnVtAGJhdHRlcnk= is bad"})
    void serverThatRepeatsThePasswordIsNotQuoted(String words) {
        smtp.says(Step.AUTH, words);

        assertThat(send())
                .isEqualTo(new GiveUp("The mail server did not accept Larum's user name and password ("
                        + words.substring(0, 3) + ")."));
    }

    @Test
    void whoIsNotThereIsToldFromWhatMayNotBeSent() {
        for (var nobody :
                List.of("550 No such user", "550 5.1.1 unknown", "553 5.1.3 bad", "550-5.1.1 no\r\n550 5.1.1 such")) {
            smtp.says(Step.RCPT, nobody);
            assertThat(send()).as(nobody).matches(outcome -> outcome instanceof GiveUp gone && gone.isNobody());
        }
        smtp.says(Step.RCPT, "554 5.7.1 Relay access denied");
        assertThat(send()).matches(outcome -> outcome instanceof GiveUp denied && !denied.isNobody());
        smtp.says(Step.RCPT, "450 4.2.1 greylisted");
        assertThat(send()).isInstanceOf(TryLater.class);
        smtp.behaves();
        for (var step : List.of(Step.GREETING, Step.MAIL, Step.DATA, Step.DOT)) {
            smtp.says(step, "550 not now, not ever");
            assertThat(send()).as(step.name()).matches(outcome -> outcome instanceof GiveUp other && !other.isNobody());
            smtp.behaves();
        }
    }

    @Test
    void laterAnswersDoNotLeakThePasswordEither() {
        smtp.says(Step.MAIL, "550 battery YmF0dGVyeQ==");

        assertThat(send()).isEqualTo(new GiveUp("The mail server refused the sender address: 550 ••• •••"));
    }

    @Test
    void unknownNameIsSaid() {
        assertThat(send("no-such-host.invalid", 25))
                .isEqualTo(
                        new TryLater("The name of the mail server, no-such-host.invalid, is not known.", false, null));
    }

    @Test
    void nothingListeningIsSaid() {
        smtp.close();

        assertThat(send()).isEqualTo(new TryLater("Nothing answers at localhost:" + smtp.port() + ".", false, null));
    }

    @Test
    void aProbeLogsInOffersTheSenderAndTakesItBack() {
        assertThat(probe()).isEqualTo(new Accepted("250 reset"));
        assertThat(smtp.heard())
                .contains("AUTH PLAIN", "MAIL FROM:<larum@example.org>", "RSET")
                .doesNotContain("RCPT", "DATA");
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = Mode.INCLUDE,
            names = {"GREETING", "EHLO", "AUTH", "MAIL"})
    void aProbeSaysWhatTheServerRefuses(Step step) {
        smtp.says(step, "554 5.7.0 no battery");

        assertThat(probe())
                .isInstanceOfSatisfying(
                        GiveUp.class,
                        it -> assertThat(it.reason())
                                .startsWith("The mail server")
                                .doesNotContain("battery"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = Mode.INCLUDE,
            names = {"GREETING", "EHLO", "AUTH", "MAIL"})
    void aProbeOfASilentServerEndsAndLeavesNothingUnknown(Step step) {
        smtp.says(step, ScriptedSmtp.SILENCE);

        assertThat(probe(new Timeouts(Duration.ofMillis(500), Duration.ofSeconds(5))))
                .isInstanceOfSatisfying(TryLater.class, it -> {
                    assertThat(it.unknown()).isFalse();
                    assertThat(it.reason()).contains("did not answer in time");
                });
    }

    private SendOutcome probe() {
        return probe(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(8)));
    }

    private SendOutcome probe(Timeouts timeouts) {
        return new EmailChannel(ChannelExamples.clock(), timeouts)
                .probe(new MailServer(
                        "localhost", smtp.port(), "larum@example.org", "larum", new Secret(PASSWORD), Encryption.NONE));
    }

    private SendOutcome send() {
        return send("localhost", smtp.port());
    }

    private SendOutcome send(Timeouts timeouts) {
        return send("localhost", smtp.port(), timeouts);
    }

    private static SendOutcome send(String host, int port) {
        return send(host, port, new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(8)));
    }

    private static SendOutcome send(String host, int port, Timeouts timeouts) {
        var server = new MailServer(host, port, "larum@example.org", "larum", new Secret(PASSWORD), Encryption.NONE);
        return new EmailChannel(ChannelExamples.clock(), timeouts)
                .send(ChannelExamples.to(
                        new Mailbox("ada@example.org", server),
                        ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.ada())));
    }
}
