package org.larum.app.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.app.channel.Figures.Queue;
import org.larum.app.channel.Figures.Rate;
import org.larum.app.channel.Figures.Refused;
import org.larum.app.channel.Judgement.State;
import org.larum.app.delivery.Disabled;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Monday;

/** What is wrong is said first, and what to do about it. */
class JudgementTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOW = Monday.at(60);

    private @Nullable Instant since = Monday.NINE;
    private @Nullable Instant taken;
    private @Nullable Refused refused;
    private int refusedSince;
    private Rate hour = Rate.NONE;
    private Queue queue = Queue.EMPTY;
    private @Nullable Check check;

    private Judgement judged() {
        var channel =
                new HouseChannel("email", ChannelKind.EMAIL, "email", "E-mail", "mail.example.org:25", true, since);
        return Judgement.of(channel, new Figures(taken, refused, refusedSince, hour, hour, queue, null, check), NOW);
    }

    private void refuses(int times) {
        refused = new Refused(ID, Monday.at(50), "421 try later");
        refusedSince = times;
    }

    @Test
    void aNewChannelWantsATest() {
        assertThat(judged()).isEqualTo(new Judgement(State.UNTRIED, "Nothing was sent this way yet.", "Send a test."));
    }

    @Test
    void aChangedOneWantsAnother() {
        taken = Monday.NINE.minusSeconds(60);
        assertThat(judged().state()).isEqualTo(State.UNPROVEN);
        taken = Monday.at(1);
        assertThat(judged()).isEqualTo(new Judgement(State.WORKS, "Messages get through.", null));
    }

    @Test
    void aProviderThatAnswersSinceTheChangeIsAProofToo() {
        taken = Monday.NINE.minusSeconds(60);
        check = new Check(Monday.at(1), true, "250 ok", 12);
        assertThat(judged().state()).isEqualTo(State.WORKS);
        taken = null;
        assertThat(judged().sentence()).isEqualTo("Its provider answers. Nothing was sent this way yet.");
    }

    @Test
    void aProviderThatDoesNotAnswerIsTheWorst() {
        taken = Monday.at(2);
        check = new Check(Monday.at(3), false, "Nothing answers at mail.example.org:25.", 12);
        assertThat(judged().state()).isEqualTo(State.FAILING);
        assertThat(judged().sentence()).endsWith("Nothing answers at mail.example.org:25.");
        assertThat(judged().remedy()).contains("channels: email:");
        taken = Monday.at(4);
        assertThat(judged().state()).isEqualTo(State.WORKS);
    }

    @Test
    void oneRefusalMayBeAboutOneAddressThreeInARowAreNot() {
        taken = Monday.at(2);
        refuses(1);
        assertThat(judged())
                .extracting(Judgement::state, Judgement::sentence)
                .containsExactly(State.SHAKY, "The last message was not taken: 421 try later.");
        assertThat(judged().remedy()).startsWith("If it is not about one address alone, look at");
        refuses(3);
        assertThat(judged())
                .extracting(Judgement::state, Judgement::sentence)
                .containsExactly(State.FAILING, "The last 3 messages were not taken: 421 try later.");
        refuses(0);
        assertThat(judged().state()).isEqualTo(State.WORKS);
    }

    @Test
    void whatIsDueForMoreThanAMinuteIsLate() {
        taken = Monday.at(2);
        queue = new Queue(2, 5, 0, NOW.minusSeconds(60), NOW.minusSeconds(60));
        assertThat(judged().state()).isEqualTo(State.WORKS);
        queue = new Queue(2, 5, 0, NOW.minusSeconds(240), NOW.minusSeconds(240));
        assertThat(judged())
                .extracting(Judgement::state, Judgement::sentence)
                .containsExactly(State.LATE, "2 messages are due and not sent yet, for 4 min.");
    }

    @Test
    void aTenthThatDidNotGetThroughIsTooMany() {
        taken = Monday.at(59);
        hour = new Rate(91, 9, 300L, 900L);
        assertThat(judged().state()).isEqualTo(State.WORKS);
        hour = new Rate(90, 10, 300L, 900L);
        assertThat(judged().sentence()).isEqualTo("10 of 100 messages of the last hour did not get through.");
        hour = new Rate(3, 1, 300L, 900L);
        assertThat(judged().state()).isEqualTo(State.WORKS);
    }

    @Test
    void aDisabledWebhookSaysWhyAndWhetherItAnsweredSince() {
        var webhook = new Disabled(ID, "audit", Monday.NINE, 40, "It has a problem.", Monday.at(25 * 60));
        var figures = new Figures(taken, refused, 0, hour, hour, queue, null, check);
        var judged = Judgement.of(webhook, figures);
        assertThat(judged.state()).isEqualTo(State.DISABLED);
        assertThat(judged.sentence())
                .isEqualTo(
                        "It is told nothing more. 40 attempts in 25 h failed and none got through. The last: It has a"
                                + " problem.");
        assertThat(judged.remedy()).contains("channels: webhooks: audit:");
        taken = Monday.at(26 * 60);
        assertThat(Judgement.of(webhook, new Figures(taken, refused, 0, hour, hour, queue, null, check))
                        .remedy())
                .isEqualTo("It has answered since. Press \"Enable again\".");
    }
}
