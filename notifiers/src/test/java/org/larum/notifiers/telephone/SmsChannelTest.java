package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.SendOutcome.GiveUp;

class SmsChannelTest extends TwilioContract {

    @Override
    protected Channel channel() {
        return new SmsChannel(new PlainHttp(), ChannelExamples.clock(), Duration.ofSeconds(2));
    }

    @Test
    void itIsOneMessageThatCanBeAnswered() {
        twilio.accepts();
        send();
        assertThat(http.calls()).hasSize(1);
        assertThat(twilio.form())
                .containsEntry("To", TwilioExamples.ADAS_NUMBER)
                .containsEntry("From", "+15005550006")
                .containsEntry("ValidityPeriod", "1800")
                .containsEntry("StatusCallback", TwilioExamples.STATUS + ChannelExamples.NOTIFICATION.toString());
        assertThat(twilio.form().get("Body")).endsWith("Reply 1 to acknowledge, 2 to pass on.");
    }

    @Test
    void whoHasSaidStopIsToldNothing() {
        http.answers(400, Map.of(), TwilioExamples.error(21610, 400));
        assertThat(send())
                .isInstanceOfSatisfying(
                        GiveUp.class, it -> assertThat(it.reason()).contains("STOP"));
    }
}
