package org.larum.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.shared.Actor;

class HeldTest {

    private static Held after(IncidentEvent... events) {
        return Held.of(Stream.concat(Stream.of(IncidentExamples.opened(), IncidentExamples.joined()), Stream.of(events))
                .toList());
    }

    private static @Nullable Actor holder(IncidentEvent... events) {
        return after(events).by();
    }

    @Test
    void nobodyHoldsWhatNobodyAnswered() {
        var held = after();
        assertThat(held.by()).isNull();
        assertThat(held.wasEver()).isFalse();
        assertThat(held.open()).containsExactly(DISK, SLOW);
    }

    @Test
    void whoeverAcknowledgesOrSnoozesHoldsIt() {
        assertThat(holder(IncidentExamples.acknowledged()))
                .isEqualTo(IncidentExamples.acknowledged().by());
        assertThat(holder(IncidentExamples.snoozed()))
                .isEqualTo(IncidentExamples.snoozed().by());
        assertThat(holder(IncidentExamples.acknowledged(), IncidentExamples.mitigated()))
                .isEqualTo(IncidentExamples.mitigated().by());
    }

    @Test
    void whatIsGivenBackIsHeldByNobody() {
        for (var end : List.of(
                IncidentExamples.expired(),
                IncidentExamples.withdrawn(),
                IncidentExamples.helpCalled(),
                IncidentExamples.resolved(),
                IncidentExamples.merged(),
                IncidentExamples.reopened())) {
            var held = after(IncidentExamples.acknowledged(), end);
            assertThat(held.by()).describedAs(end.toString()).isNull();
            assertThat(held.wasEver()).isTrue();
        }
    }

    @Test
    void anAcknowledgementUnderASnoozeHoldsWhenTheSnoozeEnds() {
        assertThat(holder(IncidentExamples.snoozed(), IncidentExamples.snoozeEnded()) == null)
                .isEqualTo(IncidentExamples.snoozeEnded().state() == IncidentState.TRIGGERED);
    }

    @Test
    void anAlertThatEndedIsKnownAndNotOpen() {
        var held = after(IncidentExamples.acknowledged(), IncidentExamples.settled(SLOW));
        assertThat(held.open()).containsExactly(DISK);
        assertThat(held.ever()).containsExactly(DISK, SLOW);
    }
}
