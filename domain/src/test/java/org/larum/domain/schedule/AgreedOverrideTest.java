package org.larum.domain.schedule;

import static org.larum.domain.schedule.AgreementExamples.BY_GRACE;
import static org.larum.domain.schedule.AgreementExamples.OVERRIDE;
import static org.larum.domain.schedule.AgreementExamples.agree;
import static org.larum.domain.schedule.AgreementExamples.agreed;
import static org.larum.domain.schedule.AgreementExamples.hours;
import static org.larum.domain.schedule.AgreementExamples.overrideWithdrawn;
import static org.larum.domain.shared.Refusal.Kind.CONFLICT;
import static org.larum.domain.shared.Refusal.Kind.INVALID;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.schedule.ScheduleCommand.WithdrawOverride;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refused;

class AgreedOverrideTest {

    private final AggregateTestFixture<AgreedOverride> override = new AggregateTestFixture<>(AgreedOverride.class);

    @Nested
    class AgreeOnIt {

        @Test
        void somebodyStandsIn() {
            override.givenNoPriorActivity().when(agree(hours(1, 3), 0)).expectEvents(agreed(hours(1, 3), 0));
        }

        @Test
        void itIsAgreedOnce() {
            override.given(agreed(hours(1, 3), 0)).when(agree(hours(1, 3), 1)).expectNoEvents();
        }

        @Test
        void whatHasPassedOfItDoesNotChange() {
            override.givenNoPriorActivity().when(agree(hours(0, 3), 120)).expectEvents(agreed(hours(2, 3), 120));
        }

        @Test
        void nothingIsAgreedOnThePast() {
            override.givenNoPriorActivity()
                    .when(agree(hours(0, 3), 180))
                    .expectException(Refused.with(INVALID, "in_the_past"));
        }

        @Test
        void itEndsAfterItBegins() {
            override.givenNoPriorActivity()
                    .when(agree(hours(3, 3), 0))
                    .expectException(Refused.with(INVALID, "bad_time"));
        }

        @Test
        void nobodyStandsInForMoreThanAYear() {
            override.givenNoPriorActivity()
                    .when(agree(hours(1, 2 + 366 * 24), 0))
                    .expectException(Refused.with(INVALID, "too_long"));
            override.givenNoPriorActivity()
                    .when(agree(hours(1, 1 + 366 * 24), 0))
                    .expectEvents(agreed(hours(1, 1 + 366 * 24), 0));
        }
    }

    @Nested
    class WithdrawIt {

        private WithdrawOverride at(int minute) {
            return new WithdrawOverride(OVERRIDE, BY_GRACE, Monday.at(minute));
        }

        @Test
        void itIsWithdrawn() {
            override.given(agreed(hours(1, 3), 0)).when(at(5)).expectEvents(overrideWithdrawn(hours(1, 3), 5));
        }

        @Test
        void itEndsWhileItHolds() {
            override.given(agreed(hours(1, 3), 0)).when(at(90)).expectEvents(overrideWithdrawn(hours(1, 3), 90));
        }

        @Test
        void itIsWithdrawnOnce() {
            override.given(agreed(hours(1, 3), 0), overrideWithdrawn(hours(1, 3), 5))
                    .when(at(500))
                    .expectNoEvents();
        }

        @Test
        void whatIsOverStays() {
            override.given(agreed(hours(1, 3), 0)).when(at(180)).expectException(Refused.with(CONFLICT, "over"));
        }
    }
}
