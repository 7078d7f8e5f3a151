package org.larum.domain.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.larum.domain.improvement.Round.Stretch;
import org.larum.domain.shared.Monday;

class RoundTest {

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void roundsOfTwoWeeksFollowEachOtherFromAMonday() {
        var round = Round.at(Monday.NINE);
        assertThat(round.number()).isEqualTo(ImprovementExamples.ROUND);
        assertThat(round.from()).isEqualTo(day("2026-11-23"));
        assertThat(round.until()).isEqualTo(day("2026-12-06"));
        assertThat(new Round(25).from()).isEqualTo(day("2026-12-07"));
        assertThat(new Round(1).from().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void theirEdgesAreAtMidnightOfEverybody() {
        assertThat(Round.at(Instant.parse("2026-12-06T23:59:59Z")).number()).isEqualTo(24);
        assertThat(Round.at(Instant.parse("2026-12-07T00:00:00Z")).number()).isEqualTo(25);
        assertThat(Round.at(Instant.parse("2026-01-04T12:00:00Z")).number()).isZero();
    }

    @Test
    void theTenWorkingDaysAreSharedByThePhases() {
        var round = new Round(24);
        assertThat(round.stretch(Phase.RESEARCH))
                .isEqualTo(new Stretch(Phase.RESEARCH, 2, day("2026-11-23"), day("2026-11-24")));
        assertThat(round.stretch(Phase.BUILD))
                .isEqualTo(new Stretch(Phase.BUILD, 6, day("2026-11-25"), day("2026-12-02")));
        assertThat(round.stretch(Phase.VALIDATE))
                .isEqualTo(new Stretch(Phase.VALIDATE, 2, day("2026-12-03"), day("2026-12-04")));
    }

    @Test
    void everyDayIsOfOnePhase() {
        var round = new Round(24);
        assertThat(round.phaseOn(day("2026-11-24"))).isEqualTo(Phase.RESEARCH);
        assertThat(round.phaseOn(day("2026-11-28"))).isEqualTo(Phase.BUILD);
        assertThat(round.phaseOn(day("2026-12-06"))).isEqualTo(Phase.VALIDATE);
    }
}
