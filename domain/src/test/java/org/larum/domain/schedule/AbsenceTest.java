package org.larum.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.schedule.AgreementExamples.ABSENCE;
import static org.larum.domain.schedule.AgreementExamples.BY_ADA;
import static org.larum.domain.schedule.AgreementExamples.absenceWithdrawn;
import static org.larum.domain.schedule.AgreementExamples.declare;
import static org.larum.domain.schedule.AgreementExamples.declared;
import static org.larum.domain.schedule.AgreementExamples.hours;
import static org.larum.domain.schedule.ScheduleExamples.ADA;
import static org.larum.domain.schedule.ScheduleExamples.GRACE;
import static org.larum.domain.shared.Refusal.Kind.CONFLICT;
import static org.larum.domain.shared.Refusal.Kind.INVALID;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.larum.domain.schedule.ScheduleCommand.WithdrawAbsence;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refused;

class AbsenceTest {

    private final AggregateTestFixture<Absence> absence = new AggregateTestFixture<>(Absence.class);

    private static WithdrawAbsence withdraw(int minute) {
        return new WithdrawAbsence(ABSENCE, BY_ADA, Monday.at(minute));
    }

    @Test
    void somebodyIsAway() {
        absence.givenNoPriorActivity().when(declare(hours(1, 30), 0)).expectEvents(declared(hours(1, 30), 0));
    }

    @Test
    void itIsDeclaredOnce() {
        absence.given(declared(hours(1, 30), 0)).when(declare(hours(1, 30), 9)).expectNoEvents();
        absence.given(declared(hours(1, 30), 0), absenceWithdrawn(5))
                .when(declare(hours(1, 30), 9))
                .expectNoEvents();
    }

    @Test
    void nobodyHasBeenAwayAfterwards() {
        absence.givenNoPriorActivity().when(declare(hours(0, 30), 60)).expectEvents(declared(hours(1, 30), 60));
        absence.givenNoPriorActivity()
                .when(declare(hours(0, 1), 60))
                .expectException(Refused.with(INVALID, "in_the_past"));
    }

    @Test
    void theyAreBackOnce() {
        absence.given(declared(hours(1, 30), 0)).when(withdraw(90)).expectEvents(absenceWithdrawn(90));
        absence.given(declared(hours(1, 30), 0), absenceWithdrawn(90))
                .when(withdraw(95))
                .expectNoEvents();
    }

    @Test
    void whatIsOverStays() {
        absence.given(declared(hours(1, 2), 0)).when(withdraw(120)).expectException(Refused.with(CONFLICT, "over"));
    }

    @Test
    void whatACalendarCallsItIsTheSameTomorrow() {
        var series = AbsenceId.series(ADA, "1@example.test");
        assertThat(series)
                .isEqualTo(AbsenceId.series(ADA, "1@example.test"))
                .isNotEqualTo(AbsenceId.series(GRACE, "1@example.test"));
        assertThat(AbsenceId.of(series, hours(1, 2), 0))
                .isEqualTo(AbsenceId.of(series, hours(1, 2), 0))
                .isNotEqualTo(AbsenceId.of(series, hours(1, 3), 0))
                .isNotEqualTo(AbsenceId.of(series, hours(1, 2), 1));
    }
}
