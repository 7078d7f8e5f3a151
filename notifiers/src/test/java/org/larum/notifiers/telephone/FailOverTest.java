package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination.BySpool;
import org.larum.notifiers.channel.Destination.ByTwilio;
import org.larum.notifiers.channel.Destination.Gateway;
import org.larum.notifiers.channel.Destination.Handset;
import org.larum.notifiers.channel.HttpProvider;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/** The next gateway is asked when the one before surely did not take the message, and never before that is known. */
class FailOverTest {

    private final TwilioExamples twilio = TwilioExamples.ofMessages("secret");
    private final HttpProvider berlin =
            new HttpProvider(base -> new Handset(TwilioExamples.ADAS_NUMBER, List.of(HttpGatewayTest.gateway(base))));
    private final SmsChannel channel = new SmsChannel(new PlainHttp(), ChannelExamples.clock(), Duration.ofSeconds(1));

    @AfterEach
    void end() {
        twilio.close();
        berlin.close();
    }

    private Gateway first() {
        var gateway = (ByTwilio) ((Handset) twilio.address()).gateways().getFirst();
        return new ByTwilio("main", gateway.account(), gateway.status());
    }

    private Gateway second() {
        return ((Handset) berlin.address()).gateways().getFirst();
    }

    private SendOutcome send(int attempt, Gateway... gateways) {
        return channel.send(new Message(
                ChannelExamples.NOTIFICATION,
                attempt,
                new Handset(TwilioExamples.ADAS_NUMBER, List.of(gateways)),
                ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.ada())));
    }

    private void secondTakesIt() {
        berlin.answers(200, Map.of(), "{\"id\": 7}");
    }

    @Test
    void theFirstThatTakesItIsNamed() {
        twilio.accepts();
        secondTakesIt();
        assertThat(send(1, first(), second())).isEqualTo(new Accepted("main: SM42"));
        assertThat(berlin.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429, 20429", "401, 20003", "400, 21408", "400, 21611"})
    void whatTheFirstHasSurelyNotTakenTheSecondIsAskedAtOnce(int status, int code) {
        twilio.http().answers(status, Map.of(), TwilioExamples.error(code, status));
        secondTakesIt();
        assertThat(send(1, first(), second())).isEqualTo(new Accepted("berlin: 7"));
    }

    @Test
    void oneThatIsNotThereIsPassedOver() {
        var gone = first();
        twilio.goesAway();
        secondTakesIt();
        assertThat(send(1, gone, second())).isEqualTo(new Accepted("berlin: 7"));
    }

    @ParameterizedTest
    @CsvSource({"21610", "21211", "21614"})
    void aNumberThatIsNotToBeReachedIsForNobody(int code) {
        twilio.http().answers(400, Map.of(), TwilioExamples.error(code, 400));
        assertThat(send(1, first(), second())).isInstanceOf(GiveUp.class);
        assertThat(berlin.calls()).isEmpty();
    }

    @Test
    void afterAnUnknownOutcomeTheNextAttemptBeginsWithTheNext() {
        twilio.hangsUp();
        secondTakesIt();
        assertThat(send(1, first(), second()))
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isTrue());
        assertThat(berlin.calls()).isEmpty();
        assertThat(send(2, first(), second())).isEqualTo(new Accepted("berlin: 7"));
    }

    @Test
    void whenNobodyTakesItAllAreTold() {
        twilio.http().answers(429, Map.of("Retry-After", "42"), TwilioExamples.error(20429, 429));
        berlin.answers(429, Map.of("Retry-After", "30"), "");
        assertThat(send(1, first(), second())).isInstanceOfSatisfying(TryLater.class, it -> {
            assertThat(it.unknown()).isFalse();
            assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(30));
            assertThat(it.reason()).contains("Twilio answered", "berlin answered");
        });
        berlin.answers(400, Map.of(), "");
        twilio.http().answers(401, Map.of(), TwilioExamples.error(20003, 401));
        assertThat(send(1, first(), second())).isInstanceOf(GiveUp.class);
        assertThat(send(1)).isInstanceOf(GiveUp.class);
    }

    @Test
    void noMoreAreAskedThanThereIsTimeFor() {
        var absent = new BySpool("modem", Path.of("/no/such/folder"));
        secondTakesIt();
        assertThat(send(1, absent, absent, absent, second())).isInstanceOf(TryLater.class);
        assertThat(send(2, absent, absent, absent, second())).isEqualTo(new Accepted("berlin: 7"));
    }
}
