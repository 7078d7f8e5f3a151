package org.larum.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.schedule.AgreementExamples.BY_ADA;
import static org.larum.domain.schedule.AgreementExamples.BY_GRACE;
import static org.larum.domain.schedule.AgreementExamples.PAYMENTS;
import static org.larum.domain.schedule.AgreementExamples.REQUEST;
import static org.larum.domain.schedule.AgreementExamples.ask;
import static org.larum.domain.schedule.AgreementExamples.asked;
import static org.larum.domain.schedule.AgreementExamples.hours;
import static org.larum.domain.schedule.AgreementExamples.requestWithdrawn;
import static org.larum.domain.schedule.AgreementExamples.take;
import static org.larum.domain.schedule.AgreementExamples.taken;
import static org.larum.domain.schedule.AgreementExamples.wanted;
import static org.larum.domain.schedule.ScheduleExamples.ADA;
import static org.larum.domain.schedule.ScheduleExamples.GRACE;
import static org.larum.domain.schedule.ScheduleExamples.LINUS;
import static org.larum.domain.schedule.ScheduleExamples.MARGARET;
import static org.larum.domain.shared.Refusal.Kind.CONFLICT;
import static org.larum.domain.shared.Refusal.Kind.FORBIDDEN;
import static org.larum.domain.shared.Refusal.Kind.INVALID;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.schedule.ScheduleCommand.AgreeOverride;
import org.larum.domain.schedule.ScheduleCommand.WithdrawCoverRequest;
import org.larum.domain.schedule.ScheduleEvent.CoverTaken;
import org.larum.domain.schedule.ScheduleEvent.StandIn;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refused;

class CoverRequestTest {

    private final AggregateTestFixture<CoverRequest> request = new AggregateTestFixture<>(CoverRequest.class);

    @Nested
    class AskForIt {

        @Test
        void someAreAsked() {
            request.givenNoPriorActivity()
                    .when(ask(hours(2, 12), List.of(GRACE, LINUS), null, 0))
                    .expectEvents(asked());
        }

        @Test
        void theyAreAskedOnce() {
            request.given(asked())
                    .when(ask(hours(2, 12), List.of(MARGARET), null, 1))
                    .expectNoEvents();
        }

        @Test
        void nobodyAsksThemselves() {
            request.givenNoPriorActivity()
                    .when(ask(hours(2, 12), List.of(ADA, GRACE, LINUS, GRACE), null, 0))
                    .expectEvents(asked());
            request.givenNoPriorActivity()
                    .when(ask(hours(2, 12), List.of(ADA), null, 0))
                    .expectException(Refused.with(INVALID, "nobody_to_ask"));
        }

        @Test
        void whatHasPassedNeedsNoCover() {
            request.givenNoPriorActivity()
                    .when(ask(hours(-2, 12), List.of(GRACE), null, 0))
                    .expectEvents(asked(hours(0, 12), List.of(GRACE), null));
            request.givenNoPriorActivity()
                    .when(ask(hours(-2, 0), List.of(GRACE), null, 0))
                    .expectException(Refused.with(INVALID, "in_the_past"));
        }

        @Test
        void aSwapIsBetweenTwoAndToCome() {
            request.givenNoPriorActivity()
                    .when(ask(hours(2, 12), List.of(GRACE), hours(24, 34), 0))
                    .expectEvents(asked(hours(2, 12), List.of(GRACE), hours(24, 34)));
            request.givenNoPriorActivity()
                    .when(ask(hours(2, 12), List.of(GRACE, LINUS), hours(24, 34), 0))
                    .expectException(Refused.with(INVALID, "swap_needs_one"));
            request.givenNoPriorActivity()
                    .when(ask(hours(2, 12), List.of(GRACE), hours(-10, 0), 0))
                    .expectException(Refused.with(INVALID, "in_the_past"));
        }
    }

    @Nested
    class TakeIt {

        @Test
        void whoeverSaysYesFirstHasIt() {
            request.given(asked()).when(take(GRACE, null, 5)).expectEvents(taken(GRACE, hours(2, 12), 5));
            request.given(asked(), taken(GRACE, hours(2, 12), 5))
                    .when(take(LINUS, null, 5))
                    .expectException(Refused.with(CONFLICT, "cover_taken"));
        }

        @Test
        void yesIsSaidOnce() {
            request.given(asked(), taken(GRACE, hours(2, 12), 5))
                    .when(take(GRACE, null, 6))
                    .expectNoEvents();
        }

        @Test
        void aPartIsTakenAndTheRestStaysOpen() {
            request.given(asked()).when(take(GRACE, hours(4, 6), 5)).expectEvents(taken(GRACE, hours(4, 6), 5));
            request.given(asked(), taken(GRACE, hours(4, 6), 5))
                    .when(take(LINUS, null, 6))
                    .expectEvents(taken(LINUS, hours(2, 4), 6), taken(LINUS, hours(6, 12), 6));
            request.given(asked(), taken(GRACE, hours(4, 6), 5))
                    .when(take(LINUS, hours(6, 8), 6))
                    .expectEvents(taken(LINUS, hours(6, 8), 6));
        }

        @Test
        void whoeverNamesATimeWantsAllOfIt() {
            request.given(asked(), taken(GRACE, hours(4, 6), 5))
                    .when(take(LINUS, hours(5, 8), 6))
                    .expectException(Refused.with(CONFLICT, "cover_taken"));
            request.given(asked(), taken(GRACE, hours(4, 6), 5))
                    .when(take(GRACE, hours(4, 8), 6))
                    .expectEvents(taken(GRACE, hours(6, 8), 6));
        }

        @Test
        void onlyAPartOfWhatIsWanted() {
            for (var part : List.of(hours(1, 4), hours(11, 13), hours(6, 6), hours(8, 7))) {
                request.given(asked()).when(take(GRACE, part, 5)).expectException(Refused.with(INVALID, "not_a_part"));
            }
        }

        @Test
        void onlyThoseWhoAreAsked() {
            request.given(asked()).when(take(MARGARET, null, 5)).expectException(Refused.with(FORBIDDEN, "not_asked"));
            request.given(asked()).when(take(ADA, null, 5)).expectException(Refused.with(FORBIDDEN, "not_asked"));
        }

        @Test
        void whatIsLeftOfARunningShift() {
            request.given(asked()).when(take(GRACE, null, 180)).expectEvents(taken(GRACE, hours(3, 12), 180));
        }

        @Test
        void nothingWhenItIsOver() {
            request.given(asked()).when(take(GRACE, null, 720)).expectException(Refused.with(CONFLICT, "cover_lapsed"));
            request.given(asked())
                    .when(take(GRACE, hours(2, 3), 200))
                    .expectException(Refused.with(CONFLICT, "cover_lapsed"));
        }

        @Test
        void nothingWhenItWasWithdrawn() {
            request.given(asked(), requestWithdrawn(5))
                    .when(take(GRACE, null, 6))
                    .expectException(Refused.with(CONFLICT, "cover_withdrawn"));
        }

        @Test
        void aSwapAsAWhole() {
            var swap = asked(hours(2, 12), List.of(GRACE), hours(24, 34));
            var yes = new CoverTaken(
                    REQUEST, wanted(hours(2, 12)), GRACE, hours(2, 12), hours(24, 34), BY_GRACE, Monday.at(5));
            request.given(swap).when(take(GRACE, null, 5)).expectEvents(yes);
            request.given(swap).when(take(GRACE, hours(2, 12), 5)).expectEvents(yes);
            request.given(swap)
                    .when(take(GRACE, hours(2, 3), 5))
                    .expectException(Refused.with(INVALID, "swap_is_whole"));
        }

        @Test
        void noSwapForWhatHasPassed() {
            request.given(asked(hours(2, 12), List.of(GRACE), hours(1, 2)))
                    .when(take(GRACE, null, 120))
                    .expectException(Refused.with(CONFLICT, "cover_lapsed"));
        }
    }

    @Nested
    class WithdrawIt {

        private WithdrawCoverRequest at(int minute) {
            return new WithdrawCoverRequest(REQUEST, BY_ADA, Monday.at(minute));
        }

        @Test
        void itIsWithdrawnOnce() {
            request.given(asked()).when(at(5)).expectEvents(requestWithdrawn(5));
            request.given(asked(), requestWithdrawn(5)).when(at(6)).expectNoEvents();
        }

        @Test
        void whatIsTakenStays() {
            request.given(asked(), taken(GRACE, hours(2, 12), 5))
                    .when(at(6))
                    .expectException(Refused.with(CONFLICT, "cover_taken"));
            request.given(asked(), taken(GRACE, hours(2, 11), 5)).when(at(6)).expectEvents(requestWithdrawn(6));
        }

        @Test
        void whatIsOverStays() {
            request.given(asked()).when(at(720)).expectException(Refused.with(CONFLICT, "over"));
        }
    }

    @Nested
    class AYes {

        private final WhenCoverTakenThenAgreeOverride reaction = new WhenCoverTakenThenAgreeOverride();

        @Test
        void isAnOverrideFromThenOn() {
            var yes = taken(GRACE, hours(4, 6), 5);
            assertThat(reaction.hears()).isEqualTo(CoverTaken.class);
            assertThat(reaction.on(yes, yes))
                    .containsExactly(new AgreeOverride(
                            AgreementId.of(REQUEST, "cover", Monday.at(240)),
                            new StandIn(PAYMENTS, GRACE, ADA, hours(4, 6)),
                            null,
                            REQUEST,
                            BY_GRACE,
                            Monday.at(5)));
        }

        @Test
        void toASwapIsTwo() {
            var yes = new CoverTaken(
                    REQUEST, wanted(hours(2, 12)), GRACE, hours(2, 12), hours(24, 34), BY_GRACE, Monday.at(5));
            assertThat(reaction.on(yes, yes))
                    .map(command -> ((AgreeOverride) command).standIn())
                    .containsExactly(
                            new StandIn(PAYMENTS, GRACE, ADA, hours(2, 12)),
                            new StandIn(PAYMENTS, ADA, GRACE, hours(24, 34)));
        }
    }
}
