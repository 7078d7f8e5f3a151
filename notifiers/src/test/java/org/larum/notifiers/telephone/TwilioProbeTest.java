package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination.Telephone;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/** The account is fetched, and nobody is told anything. */
class TwilioProbeTest {

    private final TwilioExamples twilio = TwilioExamples.ofCalls("the auth token");

    @AfterEach
    void part() {
        twilio.close();
    }

    private SendOutcome probe() {
        var account = ((Telephone) twilio.address()).account();
        return new TwilioProbe(new PlainHttp(), ChannelExamples.clock(), Duration.ofSeconds(1)).probe(account);
    }

    private void says(String status) {
        twilio.http().answers(200, Map.of(), "{\"sid\": \"AC123\", \"status\": \"" + status + "\"}");
    }

    @Test
    void anActiveAccountAnswers() {
        says("active");
        assertThat(probe()).isEqualTo(new Accepted("the account is active"));
        var call = twilio.http().calls().getFirst();
        assertThat(call.header("Authorization")).startsWith("Basic ");
        assertThat(call.body()).isEmpty();
    }

    @Test
    void aSuspendedOneIsSaidToBeSo() {
        says("suspended");
        assertThat(probe()).isEqualTo(new GiveUp("Twilio says that the account is suspended."));
    }

    @Test
    void aWrongTokenIsSaidWithWhereToLook() {
        twilio.http().answers(401, Map.of(), TwilioExamples.error(20003, 401));
        assertThat(probe())
                .isInstanceOfSatisfying(
                        GiveUp.class, it -> assertThat(it.reason()).contains("Look at channels: twilio:"));
    }

    @Test
    void silenceAndNonsenseLeaveNothingUnknown() {
        twilio.fallsSilent();
        assertThat(probe()).isEqualTo(new TryLater("Twilio gave no answer that can be read.", false, null));
        twilio.http().answers(200, Map.of(), "<html>");
        assertThat(probe()).isEqualTo(new TryLater("Twilio gave no answer that can be read.", false, null));
        twilio.goesAway();
        assertThat(probe())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.reason()).startsWith("Twilio could not be reached"));
    }
}
