package org.larum.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.incident.PriorityWeights;

class WeightsTest {

    @Test
    void withoutAWordTheyAreAsUsual() {
        assertThat(Weights.from(Map.of())).isEqualTo(PriorityWeights.USUAL);
        assertThat(Weights.from(Map.of(Weights.NAME, "  "))).isEqualTo(PriorityWeights.USUAL);
    }

    @Test
    void whatIsNotNamedStays() {
        assertThat(Weights.from(Map.of(Weights.NAME, " severity = 50, users=0 ")))
                .isEqualTo(new PriorityWeights(50, 25, 0, 10, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"severity", "severity=", "severity=much", "worth=3", "users=-1", "severity=0", "effort=1001"})
    void aWrongOneStopsTheStartAndSaysWhatToWrite(String text) {
        assertThatThrownBy(() -> Weights.from(Map.of(Weights.NAME, text)))
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining(text)
                .hasMessageContaining("severity=50,users=0");
    }
}
