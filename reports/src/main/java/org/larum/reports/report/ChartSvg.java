package org.larum.reports.report;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A chart as SVG, for the page and for PDF: told apart by weight, dash and names, never by color alone. Its table stands beside it. */
final class ChartSvg {

    private static final int WIDTH = 640;
    private static final int LEFT = 56;
    private static final int RIGHT = 16;
    private static final int TOP = 34;
    private static final int PLOT = 190;
    private static final int CELL = 26;
    private static final int NAMES = 130;
    private static final String INK = "#12181f";
    private static final String MUTED = "#4a5764";
    static final List<String> FILLS = List.of("#7a8794", "#12181f", "#b9c2cb", "#4a5764");
    private static final List<String> DASHES = List.of("", "7 4", "2 3", "10 3 2 3");

    private final Block.Chart chart;
    private final Brand brand;
    private final StringBuilder svg = new StringBuilder(4096);

    private ChartSvg(Block.Chart chart, Brand brand) {
        this.chart = chart;
        this.brand = brand;
    }

    static String of(Block.Chart chart, Brand brand, String id) {
        var drawing = new ChartSvg(chart, brand);
        int height = chart.shape() == Block.Chart.Shape.HEATMAP
                ? TOP + chart.series().size() * CELL + 26
                : TOP + PLOT + 30;
        drawing.open(height, id);
        switch (chart.shape()) {
            case LINE -> drawing.lines();
            case BAR -> drawing.bars();
            case HEATMAP -> drawing.heat();
        }
        return drawing.svg.append("</svg>").toString();
    }

    /** What the picture shows, for whom it is read to. */
    static String told(Block.Chart chart) {
        var kind = switch (chart.shape()) {
            case LINE -> "Line chart";
            case BAR -> "Bar chart";
            case HEATMAP -> "Heat map";
        };
        var names = chart.series().stream().map(Block.Series::name).toList();
        return kind + " of " + String.join(", ", names) + (chart.unit().isEmpty() ? "" : " in " + chart.unit())
                + ", from "
                + chart.labels().getFirst() + " to " + chart.labels().getLast() + "; least "
                + Wording.number(values(chart).min().orElse(0)) + ", most "
                + Wording.number(values(chart).max().orElse(0)) + ".";
    }

    private void open(int height, String id) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"%s-t %s-d\" width=\"%d\" height=\"%d\" "
                        + "viewBox=\"0 0 %d %d\" font-family=\"Larum Sans, Larum CJK, system-ui, sans-serif\" font-size=\"11\">",
                id, id, WIDTH, height, WIDTH, height);
        svg.append("<title id=\"" + id + "-t\">" + Markup.text(chart.title()) + "</title>");
        svg.append("<desc id=\"" + id + "-d\">" + Markup.text(told(chart)) + "</desc>");
    }

    private void lines() {
        var axis = frame();
        legend();
        for (int s = 0; s < chart.series().size(); s++) {
            var values = chart.series().get(s).values();
            var stroke = "stroke=\"%s\" stroke-width=\"%s\"%s".formatted(ink(s), s == 0 ? "2.5" : "1.75", dash(s));
            line(values, axis, stroke);
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null && (values.size() <= 40 || isAlone(values, i))) {
                    add(
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\" fill=\"%s\"/>",
                            x(i), y(axis, values.get(i)), ink(s));
                }
            }
        }
    }

    /** A value that is missing is a gap, not a nought. */
    private void line(List<@Nullable Double> values, Axis axis, String stroke) {
        var path = new StringBuilder();
        boolean isDrawing = false;
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", isDrawing ? "L" : "M", x(i), y(axis, value)));
            }
            isDrawing = value != null;
        }
        add("<path d=\"%s\" fill=\"none\" stroke-linejoin=\"round\" %s/>", path, stroke);
    }

    private static boolean isAlone(List<@Nullable Double> values, int at) {
        return (at == 0 || values.get(at - 1) == null) && (at == values.size() - 1 || values.get(at + 1) == null);
    }

    private void bars() {
        var axis = frame();
        legend();
        double slot = (double) (WIDTH - LEFT - RIGHT) / chart.labels().size();
        double width = slot * 0.72 / chart.series().size();
        for (int s = 0; s < chart.series().size(); s++) {
            for (int i = 0; i < chart.labels().size(); i++) {
                var value = chart.series().get(s).values().get(i);
                if (value != null) {
                    double from = Math.min(y(axis, value), y(axis, 0));
                    add(
                            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                            x(i) - slot * 0.36 + s * width,
                            from,
                            Math.max(0.8, width - 1),
                            Math.abs(y(axis, value) - y(axis, 0)),
                            fill(s));
                }
            }
        }
    }

    private Axis frame() {
        var axis = Axis.of(values(chart).min().orElse(0), values(chart).max().orElse(1));
        text(0, 12, "start", MUTED, chart.unit());
        for (double mark : axis.marks()) {
            add(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"1\"/>",
                    LEFT, WIDTH - RIGHT, y(axis, mark), y(axis, mark), mark == 0 ? "#7a8794" : "#dce2e8");
            text(LEFT - 8, y(axis, mark) + 4, "end", MUTED, Wording.number(mark));
        }
        int every = every(12);
        for (int i = 0; i < chart.labels().size(); i += every) {
            text(x(i), TOP + PLOT + 18, "middle", MUTED, cut(chart.labels().get(i), 14));
        }
        return axis;
    }

    private void legend() {
        double at = WIDTH - RIGHT;
        for (int s = chart.series().size() - 1; s >= 0; s--) {
            var name = cut(chart.series().get(s).name(), 28);
            at -= name.codePointCount(0, name.length()) * 6.8;
            text(at, 12, "start", INK, name);
            at -= 30;
            if (chart.shape() == Block.Chart.Shape.BAR) {
                add("<rect x=\"%.1f\" y=\"3\" width=\"12\" height=\"10\" fill=\"%s\"/>", at + 12, fill(s));
            } else {
                add(
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"8\" y2=\"8\" stroke=\"%s\" stroke-width=\"2.5\"%s/>",
                        at, at + 24, ink(s), dash(s));
            }
            at -= 14;
        }
    }

    private void heat() {
        double most = values(chart).max().orElse(1);
        double least = Math.min(0, values(chart).min().orElse(0));
        double width = (double) (WIDTH - NAMES - RIGHT) / chart.labels().size();
        text(0, 12, "start", MUTED, chart.unit());
        for (int row = 0; row < chart.series().size(); row++) {
            double y = TOP - 8.0 + row * CELL;
            text(NAMES - 8, y + 17, "end", INK, cut(chart.series().get(row).name(), 18));
            for (int i = 0; i < chart.labels().size(); i++) {
                heatCell(chart.series().get(row).values().get(i), NAMES + i * width, y, width, least, most);
            }
        }
        int every = every(width < 18 ? 12 : 24);
        for (int i = 0; i < chart.labels().size(); i += every) {
            text(
                    NAMES + (i + 0.5) * width,
                    TOP + chart.series().size() * CELL + 10,
                    "middle",
                    MUTED,
                    cut(chart.labels().get(i), 12));
        }
    }

    private void heatCell(@Nullable Double value, double x, double y, double width, double least, double most) {
        double share = value == null || most == least ? 0 : (value - least) / (most - least);
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\" fill-opacity=\"%.2f\" stroke=\"#dce2e8\" stroke-width=\"0.5\"/>",
                x + 0.5,
                y,
                width - 1,
                CELL - 2,
                value == null ? "#ffffff" : brand.ink(),
                value == null ? 1 : 0.04 + 0.96 * share);
        if (value != null && width >= 17 && value != 0) {
            text(x + width / 2, y + 16, "middle", share > 0.5 ? "#ffffff" : INK, Wording.number(value));
        }
    }

    /** So many labels fit; the others are left out evenly. */
    private int every(int most) {
        return Math.max(1, (int) Math.ceil((double) chart.labels().size() / most));
    }

    private double x(int at) {
        double slot = (double) (WIDTH - LEFT - RIGHT) / chart.labels().size();
        return LEFT + (at + 0.5) * slot;
    }

    private static double y(Axis axis, double value) {
        return TOP + PLOT * (1 - axis.share(value));
    }

    private String ink(int series) {
        return series == 0 ? brand.ink() : List.of(INK, MUTED, "#7a8794").get((series - 1) % 3);
    }

    private String fill(int series) {
        return series == 0 ? brand.ink() : FILLS.get((series - 1) % FILLS.size());
    }

    private static String dash(int series) {
        var dash = DASHES.get(series % DASHES.size());
        return dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"";
    }

    private void text(double x, double y, String anchor, String color, String words) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">", x, y, anchor, color);
        svg.append(Markup.text(words)).append("</text>");
    }

    /** The annotation that the check asks for is of a library that nothing else here needs. */
    @SuppressWarnings("AnnotateFormatMethod")
    private void add(String format, Object... values) {
        new Formatter(svg, Locale.ROOT).format(format, values);
    }

    static String cut(String words, int most) {
        return words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static DoubleStream values(Block.Chart chart) {
        return IntStream.range(0, chart.series().size())
                .boxed()
                .flatMap(at -> chart.series().get(at).values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
    }
}
