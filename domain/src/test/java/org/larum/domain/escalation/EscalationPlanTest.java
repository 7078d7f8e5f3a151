package org.larum.domain.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.escalation.EscalationExamples.ADA_AGAIN;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.GRACE_AGAIN;
import static org.larum.domain.escalation.EscalationExamples.GRACE_FIRST;
import static org.larum.domain.escalation.EscalationExamples.PLAN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.escalation.EscalationPlan.Position;

class EscalationPlanTest {

    @Test
    void itGoesThroughItsStepsAndThenThroughItsRounds() {
        assertThat(way(PLAN)).containsExactly(ADA_FIRST, GRACE_FIRST, ADA_AGAIN, GRACE_AGAIN);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "1, 3", "2, 0", "5, 2"})
    void everyStepIsReachedOnceInEveryRound(int steps, int repeat) {
        var step = DirectoryExamples.steps().getFirst();
        var plan = new EscalationPlan(java.util.Collections.nCopies(steps, step), repeat);
        assertThat(way(plan)).hasSize(steps * (repeat + 1)).doesNotHaveDuplicates();
    }

    @Test
    void aPlanWithoutStepsHasNoBeginning() {
        assertThat(EscalationPlan.NOBODY.first()).isEmpty();
        assertThat(new EscalationPlan(List.<Step>of(), 3).first()).isEmpty();
    }

    @Test
    void theLastStepOfTheLastRoundHasNoNext() {
        assertThat(PLAN.after(GRACE_AGAIN)).isEmpty();
    }

    @Test
    void aPositionNamesItsStepInEveryRound() {
        assertThat(PLAN.step(GRACE_AGAIN))
                .isEqualTo(PLAN.step(GRACE_FIRST))
                .isEqualTo(PLAN.steps().get(1));
    }

    private static List<Position> way(EscalationPlan plan) {
        var way = new ArrayList<Position>();
        for (var at = plan.first(); at.isPresent(); at = plan.after(at.get())) {
            way.add(at.get());
        }
        return way;
    }
}
