package org.larum.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.schedule.AgreementExamples.ABSENCE;
import static org.larum.domain.schedule.AgreementExamples.OVERRIDE;
import static org.larum.domain.schedule.AgreementExamples.PAYMENTS;
import static org.larum.domain.schedule.AgreementExamples.REQUEST;
import static org.larum.domain.schedule.AgreementExamples.absenceWithdrawn;
import static org.larum.domain.schedule.AgreementExamples.agreed;
import static org.larum.domain.schedule.AgreementExamples.asked;
import static org.larum.domain.schedule.AgreementExamples.begun;
import static org.larum.domain.schedule.AgreementExamples.declared;
import static org.larum.domain.schedule.AgreementExamples.hours;
import static org.larum.domain.schedule.AgreementExamples.overrideWithdrawn;
import static org.larum.domain.schedule.AgreementExamples.requestWithdrawn;
import static org.larum.domain.schedule.AgreementExamples.restEnded;
import static org.larum.domain.schedule.AgreementExamples.taken;
import static org.larum.domain.schedule.ScheduleExamples.ADA;
import static org.larum.domain.schedule.ScheduleExamples.GRACE;
import static org.larum.domain.schedule.ScheduleExamples.LINUS;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Directory.Undisturbed;
import org.larum.domain.directory.Schedule.ShiftOverride;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class AgreementsTest {

    private final Agreements agreements = new Agreements();

    private static ShiftOverride override(int from, int until) {
        return new ShiftOverride(GRACE, ADA, Monday.at(from * 60), Monday.at(until * 60), OVERRIDE.value());
    }

    @Test
    void nothingIsKnownOfWhatNobodyAgreedOn() {
        assertThat(agreements.overrides(PAYMENTS, 9)).isEmpty();
        assertThat(agreements.agreed(PAYMENTS)).isEmpty();
        assertThat(agreements.agreed(OVERRIDE)).isEmpty();
        assertThat(agreements.absence(ABSENCE)).isEmpty();
        assertThat(agreements.request(REQUEST)).isEmpty();
    }

    @Test
    void whoeverWantsToBeLeftAloneIsUntilThen() {
        agreements.evolve(5, begun(60, 0));
        agreements.evolve(8, restEnded(20));
        var rest = new Undisturbed(Monday.at(60), List.of(Severity.CRITICAL));
        assertThat(agreements.undisturbed(ADA, Monday.at(30), 4)).isEmpty();
        assertThat(agreements.undisturbed(ADA, Monday.at(30), 7)).contains(rest);
        assertThat(agreements.undisturbed(ADA, Monday.at(60), 7)).isEmpty();
        assertThat(agreements.undisturbed(ADA, Monday.at(30), 8)).isEmpty();
        assertThat(agreements.undisturbed(GRACE, Monday.at(30), 8)).isEmpty();
    }

    @Test
    void anOverrideIsKnownFromItsEventOn() {
        agreements.evolve(5, agreed(hours(1, 4), 0));
        assertThat(agreements.overrides(PAYMENTS, 4)).isEmpty();
        assertThat(agreements.overrides(PAYMENTS, 5)).containsExactly(override(1, 4));
        assertThat(agreements.overrides(ScheduleId.of("other"), 5)).isEmpty();
    }

    @Test
    void ofAnOverrideThatIsWithdrawnThePastStays() {
        agreements.evolve(5, agreed(hours(1, 4), 0));
        agreements.evolve(8, overrideWithdrawn(hours(1, 4), 120));
        assertThat(agreements.overrides(PAYMENTS, 7)).containsExactly(override(1, 4));
        assertThat(agreements.overrides(PAYMENTS, 8)).containsExactly(override(1, 2));
        assertThat(agreements.agreed(OVERRIDE).orElseThrow().when()).contains(hours(1, 2));
    }

    @Test
    void anOverrideThatHasNotBegunIsGone() {
        agreements.evolve(5, agreed(hours(1, 4), 0));
        agreements.evolve(8, overrideWithdrawn(hours(1, 4), 10));
        assertThat(agreements.overrides(PAYMENTS, 8)).isEmpty();
        assertThat(agreements.agreed(PAYMENTS)).singleElement().satisfies(one -> {
            assertThat(one.when()).isEmpty();
            assertThat(one.withdrawn()).isEqualTo(Monday.at(10));
        });
    }

    @Test
    void anAbsenceEndsWhenTheyAreBack() {
        agreements.evolve(5, declared(hours(1, 30), 0));
        agreements.evolve(8, absenceWithdrawn(120));
        assertThat(agreements.away(4)).isEmpty();
        assertThat(agreements.away(7)).containsExactly(new Away(ADA, hours(1, 30)));
        assertThat(agreements.away(8)).containsExactly(new Away(ADA, hours(1, 2)));
        assertThat(agreements.absences())
                .singleElement()
                .satisfies(one -> assertThat(one.when()).contains(hours(1, 2)));
        var absent = agreements.absence(ABSENCE).orElseThrow();
        assertThat(agreements.series(Objects.requireNonNull(absent.event().series())))
                .containsExactly(absent);
        assertThat(agreements.series(ABSENCE.value())).isEmpty();
    }

    @Test
    void aRequestIsOpenWhereNobodyHasSaidYes() {
        agreements.evolve(5, asked());
        agreements.evolve(6, taken(GRACE, hours(4, 6), 5));
        agreements.evolve(7, taken(LINUS, hours(10, 12), 6));
        var request = agreements.requests().getFirst();
        assertThat(request.open(Monday.NINE)).containsExactly(hours(2, 4), hours(6, 10));
        assertThat(request.open(Monday.at(420))).containsExactly(hours(7, 10));
        assertThat(request.open(Monday.at(720))).isEmpty();
        agreements.evolve(8, requestWithdrawn(10));
        assertThat(agreements.request(REQUEST).orElseThrow().open(Monday.NINE)).isEmpty();
    }
}
