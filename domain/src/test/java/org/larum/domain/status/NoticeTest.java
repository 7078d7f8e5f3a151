package org.larum.domain.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.shared.Refusal.Kind.CONFLICT;
import static org.larum.domain.shared.Refusal.Kind.INVALID;
import static org.larum.domain.status.StatusExamples.PAYING;
import static org.larum.domain.status.StatusExamples.UPGRADE;
import static org.larum.domain.status.StatusExamples.announced;
import static org.larum.domain.status.StatusExamples.investigating;
import static org.larum.domain.status.StatusExamples.monitoring;
import static org.larum.domain.status.StatusExamples.planned;
import static org.larum.domain.status.StatusExamples.post;
import static org.larum.domain.status.StatusExamples.publish;
import static org.larum.domain.status.StatusExamples.published;
import static org.larum.domain.status.StatusExamples.resolved;
import static org.larum.domain.status.StatusExamples.update;
import static org.larum.domain.status.StatusExamples.updated;
import static org.larum.domain.status.StatusExamples.withdrawn;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refused;
import org.larum.domain.status.StatusCommand.UpdateNotice;
import org.larum.domain.status.StatusCommand.WithdrawNotice;
import org.larum.domain.status.StatusEvent.NoticeUpdated;

class NoticeTest {

    private final AggregateTestFixture<Notice> notice = new AggregateTestFixture<>(Notice.class);

    @Nested
    class PublishIt {

        @Test
        void itIsPublished() {
            notice.givenNoPriorActivity().when(publish(investigating())).expectEvents(published());
        }

        @Test
        void itIsPublishedOnce() {
            notice.given(published()).when(publish(monitoring())).expectNoEvents();
        }

        @Test
        void anIncidentIsNotScheduled() {
            notice.givenNoPriorActivity()
                    .when(publish(planned(NoticeState.SCHEDULED)))
                    .expectException(Refused.with(INVALID, "bad_notice_state"));
        }
    }

    @Nested
    class UpdateIt {

        @Test
        void moreIsSaid() {
            notice.given(published()).when(update(monitoring(), 5)).expectEvents(updated(monitoring(), 5));
        }

        @Test
        void theSameIsNotSaidTwice() {
            notice.given(published(), updated(monitoring(), 5))
                    .when(update(monitoring(), 6))
                    .expectNoEvents();
        }

        @Test
        void theLastWordSentTwiceIsNoMistake() {
            notice.given(published(), updated(resolved(), 5))
                    .when(update(resolved(), 6))
                    .expectNoEvents();
        }

        @Test
        void nothingIsSaidAfterTheEnd() {
            notice.given(published(), updated(resolved(), 5))
                    .when(update(monitoring(), 6))
                    .expectException(Refused.with(CONFLICT, "notice_over"));
        }

        @Test
        void nothingIsSaidOfWhatWasWithdrawn() {
            notice.given(published(), withdrawn(5))
                    .when(update(investigating(), 6))
                    .expectException(Refused.with(CONFLICT, "notice_withdrawn"));
        }

        @Test
        void aMaintenanceIsNotInvestigated() {
            notice.given(announced(Visibility.PUBLIC))
                    .when(new UpdateNotice(UPGRADE, investigating(), BY_ADA, Monday.at(2)))
                    .expectException(Refused.with(INVALID, "bad_notice_state"));
        }

        @Test
        void aMaintenanceBegins() {
            var begun = planned(NoticeState.IN_PROGRESS);
            notice.given(announced(Visibility.PUBLIC))
                    .when(new UpdateNotice(UPGRADE, begun, BY_ADA, Monday.at(600)))
                    .expectEvents(new NoticeUpdated(UPGRADE, begun, BY_ADA, Monday.at(600)));
        }

        @Test
        void nobodyReadsMoreThanTwoHundredUpdates() {
            var said = new ArrayList<Object>(List.of(published()));
            for (int i = 1; i < Notice.MOST_POSTS; i++) {
                said.add(updated(post(NoticeState.MONITORING, "Update " + i, ComponentState.DEGRADED), i));
            }
            notice.given(said)
                    .when(update(monitoring(), 300))
                    .expectException(Refused.with(CONFLICT, "notice_too_long"));
            notice.given(said.subList(0, said.size() - 1))
                    .when(update(monitoring(), 300))
                    .expectEvents(updated(monitoring(), 300));
        }
    }

    @Nested
    class WithdrawIt {

        private final WithdrawNotice withdraw = new WithdrawNotice(PAYING, BY_ADA, Monday.at(5));

        @Test
        void itIsGone() {
            notice.given(published()).when(withdraw).expectEvents(withdrawn(5));
        }

        @Test
        void itIsGoneOnce() {
            notice.given(published(), withdrawn(5)).when(withdraw).expectNoEvents();
        }

        @Test
        void whatHasEndedCanBeWithdrawnToo() {
            notice.given(published(), updated(resolved(), 4)).when(withdraw).expectEvents(withdrawn(5));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVESTIGATING, INCIDENT, true, false",
        "IDENTIFIED, INCIDENT, true, false",
        "MONITORING, INCIDENT, true, false",
        "RESOLVED, INCIDENT, false, true",
        "SCHEDULED, MAINTENANCE, false, false",
        "IN_PROGRESS, MAINTENANCE, true, false",
        "COMPLETED, MAINTENANCE, false, true"
    })
    void aStateSaysWhetherItIsFeltAndWhetherItIsTheLast(
            NoticeState state, NoticeKind kind, boolean isFelt, boolean isEnd) {
        assertThat(state.isFelt()).isEqualTo(isFelt);
        assertThat(state.isEnd()).isEqualTo(isEnd);
        for (var any : NoticeKind.values()) {
            assertThat(state.suits(any)).isEqualTo(any == kind);
        }
    }
}
