package org.larum.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, HIGH, true",
        "HIGH, MEDIUM, true",
        "MEDIUM, LOW, true",
        "LOW, CRITICAL, false",
        "HIGH, CRITICAL, false"
    })
    void criticalIsWorst(Severity one, Severity other, boolean isWorse) {
        assertThat(one.isWorseThan(other)).isEqualTo(isWorse);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWorseThanItself(Severity severity) {
        assertThat(severity.isWorseThan(severity)).isFalse();
        assertThat(Severity.of(severity.mark())).isEqualTo(severity);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -1})
    void thereAreFourMarks(int mark) {
        assertThatThrownBy(() -> Severity.of(mark)).hasMessage("no severity has the mark " + mark);
    }

    @Test
    void criticalIsMarkOne() {
        assertThat(Severity.of(1)).isEqualTo(Severity.CRITICAL);
    }
}
