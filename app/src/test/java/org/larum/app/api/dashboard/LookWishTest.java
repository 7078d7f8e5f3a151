package org.larum.app.api.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Dashboard.Panel;
import org.larum.domain.directory.Dashboard.Show;
import org.larum.domain.shared.Refusal;

class LookWishTest {

    @Test
    void panelsAreNamedByTheirWordsEachOnce() {
        assertThat(LookWish.panels("debt, mtta,debt,"))
                .extracting(Panel::show)
                .isEqualTo(List.of(Show.DEBT, Show.MTTA));
    }

    @Test
    void whatIsNoPanelIsToldWhichThereAre() {
        assertThatThrownBy(() -> LookWish.panels("mtta,mttx"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no panel \"mttx\"; write one of incidents, mtta,");
        assertThatThrownBy(() -> LookWish.panels(" , ")).hasMessageContaining("names 1 to 24 panels");
        var all = Arrays.stream(Show.values()).map(Show::word).collect(Collectors.joining(","));
        assertThatThrownBy(() -> LookWish.panels(all)).hasMessageContaining("names 1 to 24 panels");
    }

    @Test
    void eachPanelIsExplained() {
        assertThat(Vocabulary.all()).hasSize(Show.values().length).allSatisfy(word -> {
            assertThat(word.title()).isNotBlank();
            assertThat(word.about()).endsWith(".");
        });
    }
}
