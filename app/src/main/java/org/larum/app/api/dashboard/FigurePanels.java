package org.larum.app.api.dashboard;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.dashboard.PanelView.PanelCell;
import org.larum.app.api.dashboard.PanelView.PanelFigure;
import org.larum.app.api.dashboard.PanelView.PanelNote;
import org.larum.app.api.dashboard.PanelView.PanelRow;
import org.larum.app.api.dashboard.PanelView.PanelTable;
import org.larum.app.api.measure.BusinessView.BusinessFigures;
import org.larum.domain.directory.Dashboard.Show;
import org.larum.projections.measure.MeasuresView;
import org.larum.projections.measure.MeasuresView.MeasureFigures;
import org.larum.projections.measure.MeasuresView.MeasurePoint;
import org.larum.projections.measure.MeasuresView.MeasureSpread;

/** Single figures, each beside that of the period before. */
final class FigurePanels {

    private FigurePanels() {}

    static PanelView measured(Show show, MeasuresView found, Sight sight) {
        var now = found.figures();
        return switch (show) {
            case INCIDENTS ->
                course(
                        show,
                        found,
                        of(found, figures -> (double) figures.incidents(), "count", sight.incidents("all"))
                                .with(new PanelNote(now.between(), "seconds", "for one each")),
                        point -> (double) point.incidents());
            case MTTA ->
                course(
                        show,
                        found,
                        of(found, figures -> figures.answer().p50(), "seconds", sight.incidents("answered"))
                                .with(spread(now.answer())),
                        MeasurePoint::answerP50);
            case MTTR ->
                course(
                        show,
                        found,
                        of(found, figures -> figures.repair().p50(), "seconds", sight.incidents("over"))
                                .with(spread(now.repair())),
                        MeasurePoint::repairP50);
            case WOKEN_AT_NIGHT ->
                course(
                        show,
                        found,
                        of(found, figures -> (double) figures.nights(), "count", sight.pages("nights"))
                                .with(new PanelNote(now.sleepSeconds(), "seconds", "of sleep lost")),
                        point -> (double) point.nights());
            case ACTED_ON ->
                alone(
                        show,
                        of(found, one -> percent(one.useful(), one.judged()), "percent", sight.incidents("idle"))
                                .with(
                                        said(now.useful(), "of", now.judged(), "that told somebody and are over"),
                                        PanelNote.words("goal 95 %")));
            case NOISE ->
                alone(
                        show,
                        of(
                                        found,
                                        one -> percent(one.alerts() - Math.min(one.told(), one.alerts()), one.alerts()),
                                        "percent",
                                        sight.incidents("told"))
                                .with(
                                        said(now.alerts(), "alerts told of", now.told(), "incidents"),
                                        PanelNote.words("goal 80 %")));
            case PROMISES ->
                alone(
                        show,
                        of(
                                        found,
                                        FigurePanels::kept,
                                        "percent",
                                        sight.incidents(now.answersLate() > 0 ? "answer_late" : "repair_late"))
                                .with(said(now.answersLate(), "answers and", now.repairsLate(), "repairs were late")));
            case HANDLESS ->
                alone(
                        show,
                        of(found, one -> percent(one.handless(), one.over()), "percent", sight.incidents("handless"))
                                .with(said(now.handless(), "of", now.over(), "that are over")));
            default -> throw new IllegalArgumentException(show + " is no figure that is measured");
        };
    }

    static PanelView business(Show show, BusinessFigures now, BusinessFigures before, Sight sight) {
        var list = sight.severe().incidents("all");
        return switch (show) {
            case AVAILABILITY ->
                alone(
                        show,
                        new Figure(now.availability(), before.availability(), "availability", list)
                                .with(PanelNote.words("mean of all services")));
            case SERVICES_OUT ->
                alone(
                        show,
                        new Figure(now.outSeconds(), before.outSeconds(), "seconds", list)
                                .with(new PanelNote((double) now.incidents(), "count", "critical and high incidents")));
            case REVENUE_LOST ->
                now.revenue() == null
                        ? missing(show, "No service says what a minute is worth: write revenuePerMinute.")
                        : alone(
                                show,
                                new Figure(now.revenue(), before.revenue(), "amount", list)
                                        .with(PanelNote.words("minutes out, times what each is worth")));
            case SATISFACTION ->
                alone(
                        show,
                        new Figure(now.satisfaction(), before.satisfaction(), "stars", sight.open("/feedback"))
                                .with(new PanelNote((double) now.ratings(), "count", "rated an incident")));
            default -> throw new IllegalArgumentException(show + " is no figure of business");
        };
    }

    /** What the pages came to, when the house has said what one costs. */
    static PanelView paging(long now, long before, @Nullable Double cost, Sight sight) {
        return cost == null
                ? missing(
                        Show.PAGING_COST,
                        "Nobody has said what a page costs. Set LARUM_PAGE_COST to an amount, such as 25.")
                : alone(
                        Show.PAGING_COST,
                        new Figure(now * cost, before * cost, "amount", sight.pages("all"))
                                .with(PanelNote.words("%,d pages × %s each"
                                        .formatted(
                                                now,
                                                BigDecimal.valueOf(cost)
                                                        .stripTrailingZeros()
                                                        .toPlainString()))));
    }

    // ------------------------------------------------------------ parts

    private record Figure(
            @Nullable Double value,
            @Nullable Double before,
            String unit,
            @Nullable String href) {

        PanelFigure with(PanelNote... notes) {
            return new PanelFigure(value, before, unit, List.of(notes), href);
        }
    }

    private static Figure of(
            MeasuresView found, Function<MeasureFigures, @Nullable Double> value, String unit, @Nullable String href) {
        return new Figure(value.apply(found.figures()), value.apply(found.before()), unit, href);
    }

    private static PanelNote[] spread(MeasureSpread of) {
        return new PanelNote[] {new PanelNote(of.p90(), "seconds", "p90"), new PanelNote(of.mean(), "seconds", "mean")};
    }

    private static PanelNote said(long one, String between, long other, String after) {
        return PanelNote.words("%,d %s %,d %s".formatted(one, between, other, after));
    }

    static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : 100.0 * part / whole;
    }

    private static @Nullable Double kept(MeasureFigures one) {
        long promised = one.answersPromised() + one.repairsPromised();
        return percent(promised - one.answersLate() - one.repairsLate(), promised);
    }

    private static PanelView course(
            Show show, MeasuresView found, PanelFigure figure, Function<MeasurePoint, @Nullable Double> value) {
        var rows = found.series().stream()
                .map(point ->
                        PanelRow.of(null, PanelCell.day(point.at()), PanelCell.of(value.apply(point), figure.unit())))
                .toList();
        return view(show, figure, List.of(found.unit(), Vocabulary.of(show).title()), rows);
    }

    private static PanelView alone(Show show, PanelFigure figure) {
        return view(
                show,
                figure,
                List.of("period", Vocabulary.of(show).title()),
                List.of(
                        PanelRow.of(null, PanelCell.text("now"), PanelCell.of(figure.value(), figure.unit())),
                        PanelRow.of(null, PanelCell.text("before"), PanelCell.of(figure.before(), figure.unit()))));
    }

    private static PanelView view(Show show, PanelFigure figure, List<String> columns, List<PanelRow> rows) {
        return new PanelView(
                show.word(),
                Vocabulary.of(show).title(),
                null,
                null,
                "figure",
                figure,
                List.of(new PanelTable(show.word(), columns, rows)),
                null);
    }

    private static PanelView missing(Show show, String why) {
        return new PanelView(show.word(), Vocabulary.of(show).title(), null, null, "figure", null, List.of(), why);
    }
}
