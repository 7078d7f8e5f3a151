package org.larum.projections.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.larum.domain.status.ComponentState.DEGRADED;
import static org.larum.domain.status.ComponentState.MAJOR_OUTAGE;
import static org.larum.domain.status.ComponentState.OPERATIONAL;
import static org.larum.domain.status.ComponentState.PARTIAL_OUTAGE;
import static org.larum.domain.status.ComponentState.UNDER_MAINTENANCE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.status.ComponentState;
import org.larum.projections.status.DayBars.Span;

class DayBarsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    private static Span span(ComponentState state, String starts, @Nullable String ends) {
        return new Span(state, Instant.parse(starts), ends == null ? null : Instant.parse(ends));
    }

    private static DayBars bars(Instant since, Span... spans) {
        return new DayBars(since, List.of(spans), NOON);
    }

    /** Of so many days ago. */
    private static @Nullable ComponentState day(DayBars bars, int ago) {
        return bars.days().get(DayBars.DAYS - 1 - ago);
    }

    @Test
    void withoutTroubleEveryDayIsGood() {
        var bars = bars(LONG_AGO);
        assertThat(bars.days()).hasSize(90).containsOnly(OPERATIONAL);
        assertThat(bars.percentWithoutOutage()).isEqualTo(100);
    }

    @Test
    void aDayIsAsBadAsItsWorstMoment() {
        var bars = bars(
                LONG_AGO,
                span(DEGRADED, "2026-11-22T01:00:00Z", "2026-11-22T02:00:00Z"),
                span(MAJOR_OUTAGE, "2026-11-22T03:00:00Z", "2026-11-22T03:01:00Z"),
                span(UNDER_MAINTENANCE, "2026-11-22T04:00:00Z", "2026-11-22T05:00:00Z"));
        assertThat(day(bars, 0)).isEqualTo(OPERATIONAL);
        assertThat(day(bars, 1)).isEqualTo(MAJOR_OUTAGE);
        assertThat(day(bars, 2)).isEqualTo(OPERATIONAL);
    }

    @Test
    void whatEndsAtMidnightDoesNotTouchTheNextDay() {
        var bars = bars(LONG_AGO, span(DEGRADED, "2026-11-20T23:00:00Z", "2026-11-21T00:00:00Z"));
        assertThat(day(bars, 3)).isEqualTo(DEGRADED);
        assertThat(day(bars, 2)).isEqualTo(OPERATIONAL);
    }

    @Test
    void whatIsNotOverLastsUntilNow() {
        var bars = bars(LONG_AGO, span(PARTIAL_OUTAGE, "2026-11-21T12:00:00Z", null));
        assertThat(bars.days().subList(86, 90))
                .containsExactly(OPERATIONAL, PARTIAL_OUTAGE, PARTIAL_OUTAGE, PARTIAL_OUTAGE);
    }

    @Test
    void nothingIsClaimedForTheTimeBeforeItWasShown() {
        var bars = bars(Instant.parse("2026-11-22T18:00:00Z"));
        assertThat(day(bars, 0)).isEqualTo(OPERATIONAL);
        assertThat(day(bars, 1)).isEqualTo(OPERATIONAL);
        assertThat(day(bars, 2)).isNull();
    }

    @Test
    void outagesAtTheSameTimeCountOnceAndOtherTroubleDoesNotCount() {
        var since = NOON.minus(Duration.ofHours(100));
        var bars = bars(
                since,
                span(MAJOR_OUTAGE, "2026-11-22T00:00:00Z", "2026-11-22T02:00:00Z"),
                span(PARTIAL_OUTAGE, "2026-11-22T01:00:00Z", "2026-11-22T03:00:00Z"),
                span(PARTIAL_OUTAGE, "2026-11-22T01:30:00Z", "2026-11-22T02:30:00Z"),
                span(DEGRADED, "2026-11-22T10:00:00Z", "2026-11-22T20:00:00Z"));
        assertThat(bars.percentWithoutOutage()).isCloseTo(97, within(1e-9));
    }

    @Test
    void anOutageThatBeganBeforeItWasShownCountsFromThen() {
        var bars = bars(NOON.minus(Duration.ofHours(10)), span(MAJOR_OUTAGE, "2026-11-01T00:00:00Z", null));
        assertThat(bars.percentWithoutOutage()).isZero();
    }

    @Test
    void whatWasShownThisMomentHadNoOutage() {
        assertThat(bars(NOON, span(MAJOR_OUTAGE, "2026-11-01T00:00:00Z", null)).percentWithoutOutage())
                .isEqualTo(100);
    }
}
