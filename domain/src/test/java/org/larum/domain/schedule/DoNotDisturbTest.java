package org.larum.domain.schedule;

import static org.larum.domain.schedule.AgreementExamples.BY_ADA;
import static org.larum.domain.schedule.AgreementExamples.begun;
import static org.larum.domain.schedule.AgreementExamples.restEnded;
import static org.larum.domain.schedule.ScheduleExamples.ADA;
import static org.larum.domain.shared.Refusal.Kind.INVALID;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.larum.domain.schedule.ScheduleCommand.BeginDoNotDisturb;
import org.larum.domain.schedule.ScheduleCommand.EndDoNotDisturb;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refused;
import org.larum.domain.shared.Severity;

class DoNotDisturbTest {

    private final AggregateTestFixture<DoNotDisturb> rest = new AggregateTestFixture<>(DoNotDisturb.class);

    private static BeginDoNotDisturb begin(int until, int minute) {
        return new BeginDoNotDisturb(
                DoNotDisturbId.of(ADA), ADA, Monday.at(until), List.of(Severity.CRITICAL), BY_ADA, Monday.at(minute));
    }

    private static EndDoNotDisturb end(int minute) {
        return new EndDoNotDisturb(DoNotDisturbId.of(ADA), BY_ADA, Monday.at(minute));
    }

    @Test
    void somebodyIsLeftAloneUntilATime() {
        rest.givenNoPriorActivity().when(begin(60, 0)).expectEvents(begun(60, 0));
    }

    @Test
    void theSameAgainChangesNothing() {
        rest.given(begun(60, 0)).when(begin(60, 5)).expectNoEvents();
    }

    @Test
    void whatIsSaidLastHolds() {
        rest.given(begun(60, 0)).when(begin(30, 5)).expectEvents(begun(30, 5));
        rest.given(begun(60, 0), restEnded(5)).when(begin(60, 6)).expectEvents(begun(60, 6));
    }

    @Test
    void itEndsOnce() {
        rest.given(begun(60, 0)).when(end(20)).expectEvents(restEnded(20));
        rest.given(begun(60, 0), restEnded(20)).when(end(25)).expectNoEvents();
        rest.given(begun(60, 0)).when(end(60)).expectNoEvents();
        rest.givenNoPriorActivity().when(end(1)).expectNoEvents();
    }

    @Test
    void whatWouldBeOverOrLastForDaysIsRefused() {
        rest.givenNoPriorActivity().when(begin(5, 5)).expectException(Refused.with(INVALID, "bad_time"));
        rest.givenNoPriorActivity().when(begin(24 * 60 + 1, 0)).expectException(Refused.with(INVALID, "too_long"));
        rest.givenNoPriorActivity().when(begin(24 * 60, 0)).expectEvents(begun(24 * 60, 0));
    }
}
