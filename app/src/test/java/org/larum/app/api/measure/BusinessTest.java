package org.larum.app.api.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.larum.domain.directory.DirectoryExamples.checkoutService;
import static org.larum.domain.directory.DirectoryExamples.searchService;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Definition.Service;
import org.larum.projections.feedback.FeedbackFiguresView.IncidentFigures;
import org.larum.projections.measure.MeasureQuery.Period;
import org.larum.projections.measure.OutageMeasure;
import org.larum.projections.shared.Named;

class BusinessTest {

    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final Period TEN_HOURS = new Period(NOW.minus(Duration.ofHours(10)), NOW);
    private static final IncidentFigures SILENCE = new IncidentFigures(0, null, List.of(0, 0, 0, 0, 0));

    private static OutageMeasure out(Service service, int minutes) {
        return new OutageMeasure(new Named(service.id().value(), service.word(), service.name()), 1, minutes * 60.0);
    }

    @Test
    void anHourOfTenIsTenPercentAndItsMinutesArePaid() {
        var business = new Business(List.of(checkoutService()), NOW);
        var figures = business.figures(TEN_HOURS, List.of(out(checkoutService(), 60)), SILENCE);
        assertThat(figures.availability()).isCloseTo(90, within(1e-9));
        assertThat(figures.revenue()).isEqualTo(60 * 1200.0);
        assertThat(figures.satisfaction()).isNull();
    }

    @Test
    void availabilityIsTheMeanOfAllServices() {
        var business = new Business(List.of(checkoutService(), searchService()), NOW);
        assertThat(business.figures(TEN_HOURS, List.of(out(checkoutService(), 60)), SILENCE)
                        .availability())
                .isCloseTo(95, within(1e-9));
    }

    @Test
    void timeToComeCountsForNothing() {
        var business = new Business(List.of(checkoutService()), NOW);
        var period = new Period(TEN_HOURS.from(), NOW.plus(Duration.ofHours(90)));
        assertThat(business.costs(period, List.of(out(checkoutService(), 60)))
                        .getFirst()
                        .availability())
                .isCloseTo(90, within(1e-9));
    }

    @Test
    void whatNobodyAskedAboutOrIsGoneIsLeftOut() {
        var business = new Business(List.of(checkoutService()), NOW);
        var gone = new OutageMeasure(new Named(new UUID(0, 9), "gone", "Gone"), 3, 600);
        assertThat(business.costs(TEN_HOURS, List.of(gone))).isEmpty();
        assertThat(business.figures(TEN_HOURS, List.of(gone), SILENCE).incidents())
                .isZero();
        assertThat(new Business(List.of(), NOW)
                        .figures(TEN_HOURS, List.of(), SILENCE)
                        .availability())
                .isNull();
    }
}
