package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.ChannelContract;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.HttpProvider;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

class CallChannelTest extends ChannelContract {

    private final TwilioExamples twilio = new TwilioExamples(SECRET);
    private final HttpProvider http = twilio.http();

    @BeforeEach
    void twilioTakesIt() {
        http.accepts();
    }

    @Override
    protected OtherSide start() {
        return twilio;
    }

    @Override
    protected Channel channel() {
        return new CallChannel(new PlainHttp(), ChannelExamples.clock(), Duration.ofSeconds(2));
    }

    @Override
    protected Reader reader() {
        return ChannelExamples.ada();
    }

    @Override
    protected Destination elsewhere() {
        return new Destination.Endpoint(URI.create("https://example.org"), twilio.secret());
    }

    @Override
    protected Duration asksForTime() {
        http.answers(429, Map.of("Retry-After", "42"), TwilioExamples.error(20429, 429));
        return Duration.ofSeconds(42);
    }

    @Override
    protected String names(String heard) {
        return heard.lines()
                .filter(line -> line.contains("StatusCallback="))
                .map(line -> line.replaceAll(".*StatusCallback=([^&]*).*", "$1\n"))
                .collect(Collectors.joining());
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

    @Test
    void whatTwilioRefusesNamesNoNumber() {
        http.answers(400, Map.of(), TwilioExamples.error(21211, 400));
        assertThat(send())
                .isEqualTo(new GiveUp("Twilio answered with status 400, error 21211: it refuses the request."));
        http.answers(401, Map.of(), TwilioExamples.error(20003, 401));
        assertThat(send().toString()).contains("Look at channels: twilio:");
        http.answers(500, Map.of(), "<html>");
        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isTrue());
    }
}
