package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.PlainHttp;

class CallChannelTest extends TwilioContract {

    CallChannelTest() {
        super(TwilioExamples.ofCalls(SECRET));
    }

    @Override
    protected Channel channel() {
        return new CallChannel(new PlainHttp(), ChannelExamples.clock(), Duration.ofSeconds(2));
    }

    @Test
    void itSaysWhatIsTheMatterAndTakesAKey() {
        twilio.accepts();
        send();
        assertThat(twilio.form())
                .containsEntry("To", TwilioExamples.ADAS_NUMBER)
                .containsEntry("From", "+15005550007")
                .containsEntry("MachineDetection", "Enable")
                .containsEntry("StatusCallback", TwilioExamples.STATUS + ChannelExamples.NOTIFICATION.toString());
        assertThat(twilio.form().get("Twiml"))
                .contains("<Gather action=\"" + TwilioExamples.ANSWER + "\"")
                .contains("Press 1 to acknowledge. Press 2 if it is not for you.");
    }

    @Test
    void whereNoKeyCanBeTakenItIsOnlyHeard() {
        assertThat(CallChannel.script("This is <Larum>.", null))
                .contains("<Say>This is &lt;Larum&gt;.</Say>")
                .doesNotContain("Gather");
    }
}
