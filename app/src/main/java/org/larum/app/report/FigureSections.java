package org.larum.app.report;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ReportPlan.Part;
import org.larum.projections.measure.MeasuresView;
import org.larum.projections.measure.MeasuresView.MeasureFigures;
import org.larum.projections.measure.MeasuresView.MeasurePoint;
import org.larum.projections.measure.MeasuresView.PlaceMeasure;
import org.larum.reports.report.Block;
import org.larum.reports.report.Block.Card;
import org.larum.reports.report.Block.Change;
import org.larum.reports.report.Block.Chart;
import org.larum.reports.report.Block.Chart.Shape;
import org.larum.reports.report.Block.Column;
import org.larum.reports.report.Block.Column.Kind;
import org.larum.reports.report.Block.Series;
import org.larum.reports.report.Block.Turn;
import org.larum.reports.report.Cell;
import org.larum.reports.report.Report.Section;

/** Sections that are made of the figures of a period and of the one before. */
record FigureSections(MeasuresView found, ZoneId zone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    Section of(Part part) {
        return switch (part) {
            case SUMMARY -> new Section("In short", List.of(cards()));
            case COURSE -> new Section("Course", course());
            case SEVERITIES -> new Section("By severity", List.of(severities()));
            case SERVICES -> new Section("By service", places("Services", found.services()));
            case TEAMS -> new Section("By team", places("Teams", found.teams()));
            case LOAD -> new Section("Load", load());
            case HOURS -> new Section("When people are paged", List.of(hours()));
            case NOISE, LOW, INCIDENTS -> throw new IllegalArgumentException("a list is not made of figures");
        };
    }

    // ------------------------------------------------------------ in short

    private Block cards() {
        var now = found.figures();
        var before = found.before();
        return new Block.Cards(List.of(
                count("Incidents", now.incidents(), before.incidents()),
                lasting(
                        "Time to answer, median",
                        now.answer().p50(),
                        before.answer().p50()),
                lasting(
                        "Time to answer, p90",
                        now.answer().p90(),
                        before.answer().p90()),
                lasting(
                        "Time to repair, median",
                        now.repair().p50(),
                        before.repair().p50()),
                count("Alerts", now.alerts(), before.alerts()),
                share("Acted on, of those told", now.useful(), now.judged(), before.useful(), before.judged()),
                count("People woken", now.wakes(), before.wakes()),
                count("Of these at night", now.nights(), before.nights()),
                lasting("Sleep lost", now.sleepSeconds(), before.sleepSeconds()),
                count("Escalated", now.escalated(), before.escalated()),
                kept("Answered in time", now, MeasureFigures::answersPromised, MeasureFigures::answersLate),
                kept("Resolved in time", now, MeasureFigures::repairsPromised, MeasureFigures::repairsLate)));
    }

    private static Card count(String label, long now, long before) {
        return new Card(label, "%,d".formatted(now), change((double) now, (double) before), null);
    }

    private static Card lasting(String label, @Nullable Double now, @Nullable Double before) {
        return new Card(
                label,
                now == null ? "–" : Spoken.duration(now),
                now == null || before == null ? null : change(now, before),
                null);
    }

    private static Card share(String label, long part, long whole, long partBefore, long wholeBefore) {
        Change change = null;
        if (whole > 0 && wholeBefore > 0) {
            long points = Math.round(100.0 * part / whole - 100.0 * partBefore / wholeBefore);
            change = new Change(
                    points == 0 ? "as before" : "%+d points".formatted(points),
                    points == 0 ? Turn.SAME : points > 0 ? Turn.BETTER : Turn.WORSE);
        }
        return new Card(label, Spoken.share(part, whole), change, null);
    }

    private static Card kept(
            String label,
            MeasureFigures now,
            Function<MeasureFigures, Long> promised,
            Function<MeasureFigures, Long> late) {
        long all = promised.apply(now);
        return new Card(label, Spoken.share(all - late.apply(now), all), null, null);
    }

    /** Of all these, less is better. */
    private static Change change(double now, double before) {
        if (before == 0) {
            return now == 0 ? new Change("as before", Turn.SAME) : new Change("none before", Turn.WORSE);
        }
        long percent = Math.round(100 * (now - before) / before);
        if (percent == 0) {
            return new Change("as before", Turn.SAME);
        }
        return percent < 0
                ? new Change(-percent + " % less", Turn.BETTER)
                : new Change(percent + " % more", Turn.WORSE);
    }

    // ------------------------------------------------------------ course

    private List<Block> course() {
        var blocks = new ArrayList<Block>();
        var points = found.series();
        if (!points.isEmpty()) {
            blocks.add(line("Incidents by " + found.unit(), "incidents", "Incidents", MeasurePoint::incidents));
            var labels = points.stream().map(this::label).toList();
            var incidents =
                    points.stream().map(point -> (double) point.incidents()).toList();
            blocks.addAll(new CourseWords("incidents", found.unit(), labels).of(incidents));
            blocks.add(line("Alerts by " + found.unit(), "alerts", "Alerts", MeasurePoint::alerts));
            blocks.add(line(
                    "Time to answer by " + found.unit(), "minutes", "Median", point -> minutes(point.answerP50())));
        }
        return blocks;
    }

    private Chart line(String title, String unit, String name, ToDoubleFunction<MeasurePoint> value) {
        var labels = found.series().stream().map(this::label).toList();
        var values = found.series().stream().mapToDouble(value).toArray();
        return new Chart(title, Shape.LINE, unit, labels, List.of(Series.of(name, values)));
    }

    private String label(MeasurePoint point) {
        return DAY.format(point.at().atZone(zone));
    }

    private static double minutes(@Nullable Double seconds) {
        return seconds == null ? Double.NaN : seconds / 60;
    }

    // ------------------------------------------------------------ whose

    private Block severities() {
        var columns = List.of(
                new Column("Severity", Kind.TEXT),
                new Column("Incidents", Kind.NUMBER),
                new Column("Open", Kind.NUMBER),
                new Column("Answered after", Kind.DURATION),
                new Column("Repaired after", Kind.DURATION),
                new Column("Answered late", Kind.NUMBER),
                new Column("Resolved late", Kind.NUMBER));
        return Block.Table.of(
                "Severities",
                columns,
                found.severities().stream()
                        .map(one -> List.of(
                                Cell.of(one.severity()),
                                Cell.of(one.incidents()),
                                Cell.of(one.open()),
                                Spoken.cell(one.answerP50()),
                                Spoken.cell(one.repairP50()),
                                Cell.of(one.answersLate()),
                                Cell.of(one.repairsLate())))
                        .toList());
    }

    private static List<Block> places(String title, List<PlaceMeasure> places) {
        var columns = List.of(
                new Column("Name", Kind.TEXT),
                new Column("Incidents", Kind.NUMBER),
                new Column("Open", Kind.NUMBER),
                new Column("Answered after", Kind.DURATION),
                new Column("Repaired after", Kind.DURATION),
                new Column("Broken for", Kind.DURATION),
                new Column("Repeated", Kind.NUMBER));
        var table = Block.Table.of(
                title,
                columns,
                places.stream()
                        .map(one -> List.of(
                                Cell.of(name(one)),
                                Cell.of(one.incidents()),
                                Cell.of(one.open()),
                                Spoken.cell(one.answerP50()),
                                Spoken.cell(one.repairP50()),
                                Spoken.cell(one.brokenSeconds()),
                                Cell.of(one.repeated())))
                        .toList());
        var most = places.stream().limit(10).toList();
        if (most.size() < 2) {
            return List.of(table);
        }
        var chart = new Chart(
                "Incidents",
                Shape.BAR,
                "incidents",
                most.stream().map(FigureSections::name).toList(),
                List.of(Series.of(
                        "Incidents",
                        most.stream().mapToDouble(PlaceMeasure::incidents).toArray())));
        return List.of(chart, table);
    }

    private static String name(PlaceMeasure one) {
        var place = one.place();
        return place == null ? "of no team" : place.name();
    }

    private List<Block> load() {
        var columns = List.of(
                new Column("Person", Kind.TEXT),
                new Column("Messages", Kind.NUMBER),
                new Column("Woken", Kind.NUMBER),
                new Column("At night", Kind.NUMBER),
                new Column("Sleep lost", Kind.DURATION));
        return List.of(Block.Table.of(
                "People",
                columns,
                found.people().stream()
                        .map(one -> List.of(
                                Cell.of(one.person().name()),
                                Cell.of(one.messages()),
                                Cell.of(one.wakes()),
                                Cell.of(one.nights()),
                                Cell.of(Duration.ofSeconds(Math.round(one.sleepSeconds())))))
                        .toList()));
    }

    private Block hours() {
        var counts = new double[7][24];
        found.pageHours().forEach(hour -> counts[hour.day() - 1][hour.hour()] += hour.wakes());
        if (found.pageHours().isEmpty()) {
            return new Block.Paragraph("Nobody was paged.");
        }
        return new Chart(
                "Pages by hour, where people live",
                Shape.HEATMAP,
                "pages",
                IntStream.range(0, 24).mapToObj("%02d"::formatted).toList(),
                IntStream.range(0, 7)
                        .mapToObj(day -> Series.of(DAYS.get(day), counts[day]))
                        .toList());
    }
}
