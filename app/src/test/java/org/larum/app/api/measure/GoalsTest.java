package org.larum.app.api.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.larum.app.api.measure.GoalsView.GoalView;
import org.larum.projections.measure.MeasuresView.MeasureFigures;
import org.larum.projections.measure.MeasuresView.MeasureSpread;

class GoalsTest {

    private static final MeasureSpread NEVER = new MeasureSpread(0, null, null, null, null);

    private static MeasureFigures figures(long over, double mean, long handless, long told, long judged, long useful) {
        var repair = over == 0 ? NEVER : new MeasureSpread(over, mean, mean, mean, mean);
        return new MeasureFigures(
                over, 0, over, NEVER, repair, null, 0, 0, 0, 0, 0, handless, told, judged, useful, 0, 0, 0, 0, 0, 0,
                100, 0, 0, 0, 0, 0);
    }

    private static GoalView goal(String goal, MeasureFigures now, MeasureFigures before) {
        return Goals.of(now, before).stream()
                .filter(one -> one.goal().equals(goal))
                .findFirst()
                .orElseThrow();
    }

    private static final MeasureFigures GOOD = figures(10, 3600, 9, 10, 10, 10);
    private static final MeasureFigures BAD = figures(10, 9000, 1, 40, 10, 5);

    @Test
    void eachIsHeldAgainstItsTarget() {
        assertThat(goal("repair", GOOD, BAD).state()).isEqualTo("met");
        assertThat(goal("repair", BAD, BAD).state()).isEqualTo("missed");
        assertThat(goal("handless", GOOD, BAD)).returns("met", GoalView::state).returns(90.0, GoalView::measured);
        assertThat(goal("noise", GOOD, BAD)).returns("met", GoalView::state).returns(90.0, GoalView::measured);
        assertThat(goal("noise", BAD, BAD)).returns("missed", GoalView::state).returns(60.0, GoalView::measured);
        assertThat(goal("precision", BAD, BAD))
                .returns("missed", GoalView::state)
                .returns(50.0, GoalView::measured);
        assertThat(goal("false_alarms", GOOD, BAD))
                .returns("met", GoalView::state)
                .returns(100.0, GoalView::measured);
    }

    @Test
    void fourOfAnythingProveNothing() {
        var few = figures(4, 60, 4, 4, 4, 4);
        assertThat(goal("repair", few, few))
                .returns("unknown", GoalView::state)
                .returns(null, GoalView::measured)
                .returns("Not enough to say: 4 incidents that are over, and 5 are needed.", GoalView::missing);
        assertThat(goal("found_first", GOOD, BAD).state()).isEqualTo("unknown");
    }

    @Test
    void withoutFalseAlarmsBeforeTheyCannotBecomeFewer() {
        assertThat(goal("false_alarms", GOOD, GOOD).state()).isEqualTo("unknown");
    }
}
