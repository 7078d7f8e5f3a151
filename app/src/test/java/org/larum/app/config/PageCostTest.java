package org.larum.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCostTest {

    @Test
    void nobodyNeedSayIt() {
        assertThat(PageCost.from(Map.of()).amount()).isNull();
        assertThat(PageCost.from(Map.of(PageCost.NAME, " ")).amount()).isNull();
    }

    @Test
    void isAnAmount() {
        assertThat(PageCost.from(Map.of(PageCost.NAME, " 12.50 ")).amount()).isEqualTo(12.5);
        assertThat(PageCost.from(Map.of(PageCost.NAME, "0")).amount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "25 EUR", "1e9", "9999999", "NaN", "12,50"})
    void whatIsNoneStopsTheStart(String text) {
        assertThatThrownBy(() -> PageCost.from(Map.of(PageCost.NAME, text)))
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining("such as 25");
    }
}
