package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.HttpProvider;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import tools.jackson.databind.json.JsonMapper;

class SmsChannelTest extends TwilioContract {

    SmsChannelTest() {
        super(TwilioExamples.ofMessages(SECRET));
    }

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
        assertThat(twilio.form().get("Body")).matches(".*Reply 1 to acknowledge, 2 to pass on\\. #[0-9a-v]{4}");
    }

    @Test
    void whoHasSaidStopIsToldNothing() {
        http.answers(400, Map.of(), TwilioExamples.error(21610, 400));
        assertThat(send())
                .isInstanceOfSatisfying(
                        GiveUp.class, it -> assertThat(it.reason()).contains("STOP"));
    }

    private Message again() {
        return new Message(
                ChannelExamples.NOTIFICATION,
                2,
                provider().address(),
                ChannelExamples.page(ChannelExamples.payments(), reader()));
    }

    private static String listed(String body, String status) {
        return """
                {"messages": [{"sid": "SM41", "body": %s, "status": "%s"}], "page": 0, "page_size": 50,
                 "uri": "/x", "first_page_uri": "/x", "next_page_uri": null, "previous_page_uri": null}""".formatted(JsonMapper.shared().writeValueAsString(body), status);
    }

    /** What an attempt of which nobody knows would have sent. */
    private String written() {
        twilio.accepts();
        send();
        return twilio.form().getOrDefault("Body", "");
    }

    @Test
    void whatTwilioHasAlreadyIsNotSentAgain() {
        var body = written();
        for (var status : List.of("queued", "sent", "delivered")) {
            http.answers(200, Map.of(), listed("Sent from a trial account - " + body, status));
            assertThat(channel().send(again())).isEqualTo(new Accepted("SM41"));
        }
        assertThat(http.calls()).hasSize(4);
        var asked = http.calls().getLast();
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.uri().getQuery()).contains("To=" + TwilioExamples.ADAS_NUMBER);
    }

    @Test
    void theSameWordsOfAnotherMessageAreNotTakenForIt() {
        var body = written();
        var other = body.substring(0, body.length() - 4) + "0000";
        for (var list : List.of(listed(other, "sent"), listed(body, "undelivered"), "<html>", "{}")) {
            http.calls().clear();
            http.answers(200, Map.of(), list);
            channel().send(again());
            assertThat(http.calls()).extracting(HttpProvider.Call::method).containsExactly("GET", "POST");
        }
    }
}
