package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.ChannelContract;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.HttpProvider;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/** What holds of messages and calls alike. */
abstract class TwilioContract extends ChannelContract {

    protected final TwilioExamples twilio;
    protected final HttpProvider http;

    TwilioContract(TwilioExamples twilio) {
        this.twilio = twilio;
        this.http = twilio.http();
    }

    @BeforeEach
    void twilioTakesIt() {
        http.accepts();
    }

    @Override
    protected OtherSide start() {
        return twilio;
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
