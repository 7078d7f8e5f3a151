package org.larum.domain.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PriorityTest {

    /** Deleting a rule that wakes people for nothing: helps much, an hour's work, hardly a risk. */
    private static final Priority DELETE_A_RULE = new Priority(4, 5, 1, 1);

    private static final Priority WRITE_A_RUNBOOK = new Priority(3, 5, 2, 1);
    private static final Priority SPLIT_THE_DATABASE = new Priority(5, 2, 5, 4);
    private static final Priority EVEN = new Priority(3, 3, 3, 3);

    @Test
    void theSmallSafeThingComesBeforeTheGreatOne() {
        assertThat(Stream.of(SPLIT_THE_DATABASE, EVEN, DELETE_A_RULE, WRITE_A_RUNBOOK)
                        .sorted(Comparator.comparingInt(Priority::hundredths).reversed()))
                .containsExactly(DELETE_A_RULE, WRITE_A_RUNBOOK, EVEN, SPLIT_THE_DATABASE);
    }

    @Test
    void evenOnAllCountsIsOne() {
        assertThat(EVEN.hundredths()).isEqualTo(100);
        assertThat(new Priority(5, 5, 1, 1).hundredths()).isEqualTo(Priority.HIGHEST);
        assertThat(new Priority(1, 1, 5, 5).hundredths()).isEqualTo(4);
    }

    @Test
    void itShowsItsArithmetic() {
        assertThat(WRITE_A_RUNBOOK.arithmetic()).isEqualTo("(impact 3 × feasibility 5) ÷ (effort 2 × risk 1) = 7.50");
        assertThat(new Priority(2, 2, 3, 1).arithmetic()).endsWith("= 1.33");
    }
}
