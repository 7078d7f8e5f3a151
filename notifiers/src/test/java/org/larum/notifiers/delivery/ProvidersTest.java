package org.larum.notifiers.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

class ProvidersTest {

    private static final Provider MAIL = new Provider(ChannelKind.EMAIL, null);
    private static final Provider HOOK = new Provider(ChannelKind.WEBHOOK, new UUID(0, 1));
    private static final Provider OTHER_HOOK = new Provider(ChannelKind.WEBHOOK, new UUID(0, 2));
    private static final SendOutcome TAKEN = new Accepted("250 queued");
    private static final SendOutcome DOWN = new TryLater("nobody answers", false, null);

    private Instant now = Instant.parse("2026-03-26T02:12:00Z");
    private final Providers providers = new Providers(() -> now);
    private final List<String> heard = new ArrayList<>();

    ProvidersTest() {
        providers.listen((provider, works) -> heard.add(provider.channel() + (works ? " works" : " rests")));
    }

    private boolean isCalled(Provider provider, SendOutcome outcome) {
        if (providers.whyNot(provider, 1) != null) {
            return false;
        }
        providers.heard(provider, outcome, now);
        return true;
    }

    private void fail(Provider provider) {
        for (int i = 0; i < 5; i++) {
            assertThat(isCalled(provider, DOWN)).isTrue();
        }
    }

    @Test
    void whoFailsAgainAndAgainIsLeftAlone() {
        fail(MAIL);
        assertThat(isCalled(MAIL, TAKEN)).isFalse();
        assertThat(heard).containsExactly("EMAIL rests");
    }

    @Test
    void nobodyElseIsLeftAloneForIt() {
        fail(HOOK);
        assertThat(isCalled(HOOK, TAKEN)).isFalse();
        assertThat(isCalled(OTHER_HOOK, TAKEN)).isTrue();
        assertThat(isCalled(MAIL, TAKEN)).isTrue();
    }

    @Test
    void afterAWhileItIsTriedAndWorksAgain() {
        fail(MAIL);
        now = now.plus(Providers.REST).plus(Duration.ofSeconds(1));
        assertThat(isCalled(MAIL, TAKEN)).isTrue();
        assertThat(isCalled(MAIL, TAKEN)).isTrue();
        assertThat(heard).containsExactly("EMAIL rests", "EMAIL works");
        assertThat(isCalled(MAIL, TAKEN)).isTrue();
    }

    @Test
    void whoStillFailsThenRestsAgain() {
        fail(MAIL);
        now = now.plus(Providers.REST).plus(Duration.ofSeconds(1));
        assertThat(isCalled(MAIL, DOWN)).isTrue();
        assertThat(isCalled(MAIL, DOWN)).isTrue();
        assertThat(isCalled(MAIL, TAKEN)).isFalse();
        assertThat(heard).containsExactly("EMAIL rests", "EMAIL rests");
    }

    @Test
    void aRefusedAddressAndAWordToBeSlowerAreNoFailures() {
        for (int i = 0; i < 20; i++) {
            assertThat(isCalled(MAIL, new GiveUp("no such mailbox"))).isTrue();
            assertThat(isCalled(MAIL, new TryLater("slower", false, Duration.ofSeconds(1))))
                    .isTrue();
        }
    }

    @Test
    void whatWasNotCalledTakesNoTrial() {
        fail(MAIL);
        now = now.plus(Providers.REST).plus(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            assertThat(providers.whyNot(MAIL, 1)).isNull();
            providers.released(MAIL);
        }
        assertThat(isCalled(MAIL, TAKEN)).isTrue();
    }

    /** A tenth of the calls, and what there is at the beginning and with the minutes. */
    @Test
    void aTenthOfTheCallsMayBeRepetitions() {
        int repeated = 0;
        for (int i = 0; i < 1000; i++) {
            assertThat(isCalled(MAIL, TAKEN)).isTrue();
            for (int attempt = 2; attempt <= 4; attempt++) {
                if (providers.whyNot(MAIL, attempt) == null) {
                    providers.heard(MAIL, TAKEN, now);
                    repeated++;
                }
            }
        }
        assertThat(repeated).isBetween(100, 110);
        now = now.plus(Duration.ofMinutes(3));
        assertThat(providers.whyNot(MAIL, 2)).isNull();
    }
}
