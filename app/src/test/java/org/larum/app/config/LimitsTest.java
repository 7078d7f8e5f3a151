package org.larum.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @Test
    void withoutSettingsTheSpoolMayTakeAGibibyteAndNoKeyIsLimited() {
        assertThat(Limits.from(Map.of("LARUM_KEY_LIMIT", " "))).isEqualTo(new Limits(1L << 30, 0));
        assertThat(Limits.from(Map.of("LARUM_KEY_LIMIT", "480", "LARUM_SPOOL_MIB", "2")))
                .isEqualTo(new Limits(2 << 20, 480));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1 GiB", "99999999999999999999", "1048577"})
    void whatIsNoNumberStopsTheStartWithWhatToWrite(String text) {
        assertThatThrownBy(() -> Limits.from(Map.of("LARUM_SPOOL_MIB", text)))
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining("LARUM_SPOOL_MIB is \"" + text + "\"; write a whole number");
    }
}
