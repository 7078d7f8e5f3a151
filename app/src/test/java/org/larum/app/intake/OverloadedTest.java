package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverloadedTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "0.33, 1", "0.34, 2", "0.66, 2", "0.67, 3", "1, 3", "-1, 1", "7, 3"})
    void theTimeToComeBackIsSpreadOverThreeSeconds(double jitter, int seconds) {
        assertThat(Overloaded.seconds(jitter)).isEqualTo(seconds);
    }
}
