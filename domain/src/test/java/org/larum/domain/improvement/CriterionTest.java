package org.larum.domain.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CriterionTest {

    private static Criterion of(Measure measure, Direction direction, double target) {
        return new Criterion(measure, direction, target, null, null);
    }

    @Test
    void theTargetItselfIsGoodEnough() {
        var few = of(Measure.NIGHTS_A_WEEK, Direction.AT_MOST, 1);
        assertThat(few.metBy(1)).isTrue();
        assertThat(few.metBy(1.01)).isFalse();
        var content = of(Measure.STARS, Direction.AT_LEAST, 4);
        assertThat(content.metBy(4)).isTrue();
        assertThat(content.metBy(3.9)).isFalse();
    }

    @Test
    void itIsSaidInWords() {
        assertThat(of(Measure.LATE_ANSWERS_PERCENT, Direction.AT_MOST, 5).words())
                .isEqualTo("late answers, of those promised: at most 5 %");
        assertThat(of(Measure.STARS, Direction.AT_LEAST, 4.25).words())
                .isEqualTo("what people give incidents: at least 4.25 of 5 stars");
    }
}
