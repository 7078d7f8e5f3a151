package org.larum.domain.webhook;

import static org.larum.domain.webhook.WebhookExamples.disable;
import static org.larum.domain.webhook.WebhookExamples.disabled;
import static org.larum.domain.webhook.WebhookExamples.enable;
import static org.larum.domain.webhook.WebhookExamples.enabled;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerTest {

    private static final int A_DAY = 24 * 60;

    private final AggregateTestFixture<Listener> listener = new AggregateTestFixture<>(Listener.class);

    @Test
    void whatFailsForADayIsToldNothingMore() {
        listener.givenNoPriorActivity().when(disable(1)).expectEvents(disabled(1));
    }

    @ParameterizedTest
    @CsvSource({"19, 1440", "20, 1439", "1000, 60", "2, 100000"})
    void aBadHourOrTwoBadCallsAreNotEnough(int attempts, int minutes) {
        listener.givenNoPriorActivity()
                .when(disable(1, attempts, minutes))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void twentyCallsInADayAreEnough() {
        listener.given(disabled(1), enabled()).when(disable(1, 20, A_DAY)).expectSuccessfulHandlerExecution();
    }

    @Test
    void twoNodesGiveItUpOnce() {
        listener.given(disabled(1)).when(disable(1)).expectNoEvents();
    }

    @Test
    void anotherConfigurationIsGivenUpByItself() {
        listener.given(disabled(1)).when(disable(2)).expectEvents(disabled(2));
    }

    @Test
    void itIsEnabledOnce() {
        listener.given(disabled(1)).when(enable()).expectEvents(enabled());
        listener.given(disabled(1), enabled()).when(enable()).expectNoEvents();
    }

    @Test
    void whatFailsOnIsGivenUpAgain() {
        listener.given(disabled(1), enabled()).when(disable(1)).expectEvents(disabled(1));
    }
}
