package org.larum.app.api.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.dashboard.PanelView.PanelCell;
import org.larum.app.api.dashboard.PanelView.PanelRow;
import org.larum.app.api.dashboard.PanelView.PanelTable;
import org.larum.domain.directory.Dashboard.Show;
import org.larum.domain.directory.Slo;
import org.larum.projections.slo.CountPoint;

/**
 * How much was bad of what senders counted: of each SLO that is measured by counts, the worst first. {@code moments}: where each day, week
 * or month of the period begins, also those in which nothing was counted.
 */
record ErrorRates(List<Slo> slos, List<CountPoint> now, List<CountPoint> before, String unit, List<Instant> moments) {

    /** Curves that can be told apart. */
    private static final int MOST_CURVES = 3;

    private static final int MOST_ROWS = 20;

    /** Good and all. */
    private record Tally(long good, long total) {

        Tally and(Tally other) {
            return new Tally(good + other.good, total + other.total);
        }

        @Nullable
        Double rate() {
            return FigurePanels.percent(total - good, total);
        }
    }

    /** {@code before}: null when nothing was counted then. */
    private record Line(Slo slo, Tally tally, @Nullable Double before) {

        double rate() {
            var rate = tally.rate();
            return rate == null ? 0 : rate;
        }
    }

    PanelView view(Sight sight) {
        var title = Vocabulary.of(Show.ERROR_RATES).title();
        var earlier = tallies(before);
        var lines = tallies(now).entrySet().stream()
                .filter(one -> one.getValue().total() > 0)
                .flatMap(one -> slo(one.getKey()).stream()
                        .map(slo -> new Line(slo, one.getValue(), rate(earlier.get(one.getKey())))))
                .sorted(Comparator.comparingDouble(Line::rate)
                        .reversed()
                        .thenComparing(line -> line.slo().word()))
                .toList();
        return new PanelView(
                Show.ERROR_RATES.word(),
                title,
                null,
                "bad, of all that senders counted",
                "lines",
                null,
                List.of(course(lines, sight), list(lines, sight)),
                lines.isEmpty()
                        ? "Nothing was counted in the period. Describe an SLO with from: counts, and send counts to"
                                + " /api/slos."
                        : null);
    }

    private List<Slo> slo(UUID id) {
        return slos.stream().filter(slo -> slo.id().value().equals(id)).toList();
    }

    private static Map<UUID, Tally> tallies(Collection<CountPoint> points) {
        var found = new HashMap<UUID, Tally>();
        points.forEach(point -> found.merge(point.slo(), new Tally(point.good(), point.total()), Tally::and));
        return found;
    }

    private static @Nullable Double rate(@Nullable Tally tally) {
        return tally == null ? null : tally.rate();
    }

    private PanelTable course(List<Line> lines, Sight sight) {
        var curves = lines.stream().limit(MOST_CURVES).toList();
        var columns = new ArrayList<String>(List.of(unit));
        curves.forEach(line -> columns.add(name(line, lines, sight)));
        var rows = moments.stream()
                .map(at -> {
                    var cells = new ArrayList<PanelCell>(List.of(PanelCell.day(at)));
                    curves.forEach(line -> cells.add(PanelCell.of(
                            rate(tallies(now.stream()
                                            .filter(point -> point.at().equals(at))
                                            .toList())
                                    .get(line.slo().id().value())),
                            "rate")));
                    return new PanelRow(cells, null);
                })
                .toList();
        return new PanelTable("error-rates-course", columns, rows);
    }

    /** By the service, and by the word too where it has several. */
    private static String name(Line line, List<Line> lines, Sight sight) {
        var service = line.slo().service();
        boolean isAlone = lines.stream()
                        .filter(one -> one.slo().service().equals(service))
                        .count()
                == 1;
        return isAlone
                ? sight.names().service(service.value()).name()
                : line.slo().word();
    }

    private static PanelTable list(List<Line> lines, Sight sight) {
        var rows = lines.stream()
                .limit(MOST_ROWS)
                .map(line -> PanelRow.of(
                        sight.open("/slos/" + line.slo().word()),
                        PanelCell.text(sight.names()
                                .service(line.slo().service().value())
                                .name()),
                        PanelCell.text(line.slo().word()),
                        PanelCell.count(line.tally().total()),
                        PanelCell.count(line.tally().total() - line.tally().good()),
                        PanelCell.of(line.tally().rate(), "rate"),
                        PanelCell.of(line.before(), "rate"),
                        PanelCell.of(100 - line.slo().objective(), "rate")))
                .toList();
        return new PanelTable(
                "error-rates", List.of("service", "SLO", "counted", "bad", "rate", "before", "allowed"), rows);
    }
}
