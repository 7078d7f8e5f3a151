package org.larum.app.api.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.larum.app.api.dashboard.PanelView.PanelRow;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SloId;
import org.larum.projections.measure.MeasureQuery.Narrowed;
import org.larum.projections.slo.CountPoint;

class ErrorRatesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));
    private static final List<Instant> DAYS = List.of(MONDAY, TUESDAY, WEDNESDAY);
    private static final Slo ORDERS = slo("orders", "checkout");
    private static final Slo SEARCHES = slo("searches", "search");

    private static Slo slo(String word, String service) {
        return new Slo(
                SloId.of(word),
                word,
                ServiceId.of(service),
                Slo.Kind.ERRORS,
                99,
                Duration.ofDays(30),
                Slo.Policy.MODERATE,
                Slo.Source.COUNTS,
                List.of(),
                null);
    }

    private static Sight sight(boolean isOpen) {
        var narrowed = new Narrowed(Set.of(), Set.of(), Set.of());
        return new Sight(
                7,
                ZoneOffset.UTC,
                narrowed,
                TUESDAY,
                isOpen,
                new CallingByWord(
                        ORDERS.service().value(), "checkout", SEARCHES.service().value(), "search"));
    }

    private static CountPoint counted(Slo slo, Instant at, long good, long total) {
        return new CountPoint(slo.id().value(), at, good, total);
    }

    private static List<Object> values(PanelRow row) {
        return row.cells().stream()
                .<Object>map(cell -> cell.text() != null ? cell.text() : String.valueOf(cell.number()))
                .toList();
    }

    @Test
    void theRateIsBadOfAllWorstFirstBesideThePeriodBefore() {
        var view = new ErrorRates(
                        List.of(ORDERS, SEARCHES),
                        List.of(
                                counted(SEARCHES, MONDAY, 999, 1000),
                                counted(ORDERS, MONDAY, 90, 100),
                                counted(ORDERS, TUESDAY, 100, 100)),
                        List.of(counted(ORDERS, MONDAY.minus(Duration.ofDays(7)), 80, 100)),
                        "day",
                        DAYS)
                .view(sight(true));
        assertThat(view.missing()).isNull();
        assertThat(view.tables().getLast().rows())
                .extracting(ErrorRatesTest::values)
                .containsExactly(
                        List.of("checkout", "orders", "200.0", "10.0", "5.0", "20.0", "1.0"),
                        List.of("search", "searches", "1000.0", "1.0", "0.1", "null", "1.0"));
        assertThat(view.tables().getLast().rows())
                .extracting(PanelRow::href)
                .containsExactly("/slos/orders", "/slos/searches");
        assertThat(view.tables().getFirst().columns()).containsExactly("day", "checkout", "search");
        assertThat(view.tables().getFirst().rows())
                .extracting(ErrorRatesTest::values)
                .containsExactly(
                        List.of(MONDAY.toString(), "10.0", "0.1"),
                        List.of(TUESDAY.toString(), "0.0", "null"),
                        List.of(WEDNESDAY.toString(), "null", "null"));
    }

    @Test
    void whereNothingWasCountedItSaysWhatToDo() {
        var view = new ErrorRates(List.of(ORDERS), List.of(counted(ORDERS, MONDAY, 0, 0)), List.of(), "day", DAYS)
                .view(sight(true));
        assertThat(view.missing()).contains("/api/slos");
    }

    @Test
    void whoHasNotSignedInOpensNoList() {
        var view = new ErrorRates(List.of(ORDERS), List.of(counted(ORDERS, MONDAY, 1, 2)), List.of(), "day", DAYS)
                .view(sight(false));
        assertThat(view.tables().getLast().rows()).extracting(PanelRow::href).containsOnlyNulls();
    }
}
