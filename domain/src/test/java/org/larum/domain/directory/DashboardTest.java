package org.larum.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Dashboard.Show;
import org.larum.domain.directory.DirectoryEvent.DashboardDefined;

class DashboardTest {

    @Test
    void eachPanelHasAWordThatNamesIt() {
        assertThat(Show.WOKEN_AT_NIGHT.word()).isEqualTo("woken-at-night");
        assertThat(Arrays.stream(Show.values()).map(Show::word).map(Show::of))
                .allSatisfy(show -> assertThat(show).isPresent());
        assertThat(Show.of("mttx")).isEmpty();
        assertThat(Show.of("MTTA")).isEmpty();
    }

    @Test
    void onlyTheLoadOfPeopleNamesThem() {
        assertThat(Arrays.stream(Show.values()).filter(Show::isOfPeople)).containsExactly(Show.PEOPLE);
    }

    @Test
    void isNamedByItsWord() {
        var board = DirectoryExamples.dashboard();
        assertThat(board.id()).isEqualTo(DashboardId.of(board.word())).isNotEqualTo(DashboardId.of("other"));
        assertThat(board.id()).hasToString(board.id().value().toString());
        assertThat(board.defined(2, "api")).isEqualTo(new DashboardDefined(board, 2, "api"));
    }
}
