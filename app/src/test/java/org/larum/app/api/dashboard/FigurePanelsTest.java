package org.larum.app.api.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.larum.app.api.dashboard.PanelView.PanelNote;
import org.larum.app.api.measure.BusinessView.BusinessFigures;
import org.larum.domain.directory.Dashboard.Show;
import org.larum.projections.measure.MeasureQuery.Narrowed;

class FigurePanelsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    private static Sight sight() {
        var narrowed = new Narrowed(Set.of(), Set.of(), Set.of());
        return new Sight(7, ZoneOffset.UTC, narrowed, NOW, true, new CallingByWord());
    }

    @Test
    void pagingCostsPagesTimesWhatOneCostsAndSaysSo() {
        var view = FigurePanels.paging(40, 20, 12.5, sight());
        var figure = Objects.requireNonNull(view.figure());
        assertThat(figure.value()).isEqualTo(500);
        assertThat(figure.before()).isEqualTo(250);
        assertThat(figure.notes()).extracting(PanelNote::words).containsExactly("40 pages × 12.5 each");
        assertThat(figure.href()).isEqualTo("/insights/list?list=pages&days=7&which=all");
    }

    @Test
    void whatNobodyHasPricedIsNoAmount() {
        assertThat(FigurePanels.paging(40, 20, null, sight()).missing()).contains("LARUM_PAGE_COST");
        var unpriced = new BusinessFigures(99.0, 60, 1, null, null, 0);
        assertThat(FigurePanels.business(Show.REVENUE_LOST, unpriced, unpriced, sight())
                        .missing())
                .contains("revenuePerMinute");
    }

    @Test
    void outagesOpenTheIncidentsThatMakeThem() {
        var figures = new BusinessFigures(99.0, 60, 1, null, 4.5, 2);
        var view = FigurePanels.business(Show.AVAILABILITY, figures, figures, sight());
        assertThat(Objects.requireNonNull(view.figure()).href())
                .isEqualTo("/insights/list?list=incidents&days=7&severity=critical%2Chigh&which=all");
    }

    @Test
    void aPartOfNothingIsNoShare() {
        assertThat(FigurePanels.percent(0, 0)).isNull();
        assertThat(FigurePanels.percent(1, 4)).isEqualTo(25);
    }
}
