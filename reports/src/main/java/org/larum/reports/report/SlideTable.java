package org.larum.reports.report;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.jspecify.annotations.Nullable;

/** Tables of slides: as many rows as people read from a wall, on as many slides as they take. */
final class SlideTable {

    /** Whoever wants all of them takes the workbook. */
    static final int MOST_ROWS = 45;

    private static final int MOST_COLUMNS = 8;
    private static final int ROWS = 15;
    private static final int ROW = 23;
    private static final int HEAD = 26;
    private static final int HEAT_ROWS = 15;

    private final Report report;
    private final Wording wording;

    SlideTable(Report report) {
        this.report = report;
        this.wording = new Wording(report.period().zone());
    }

    /** The rows of a slide stay together. */
    List<PptxReport.Part> parts(Block.Table table) {
        var rows = new ArrayList<List<Cell>>();
        boolean isCut;
        try (var all = table.rows().get()) {
            var each = all.iterator();
            while (each.hasNext() && rows.size() < MOST_ROWS) {
                rows.add(each.next());
            }
            isCut = each.hasNext();
        }
        if (rows.isEmpty()) {
            rows.add(List.of(Cell.of("None in this period.")));
        }
        var parts = new ArrayList<PptxReport.Part>();
        for (int from = 0; from < rows.size(); from += ROWS) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS));
            boolean isLast = from + ROWS >= rows.size();
            parts.add(part(table, some, isCut && isLast));
        }
        return parts;
    }

    private PptxReport.Part part(Block.Table table, List<List<Cell>> rows, boolean isCut) {
        var columns = table.columns()
                .subList(0, Math.min(MOST_COLUMNS, table.columns().size()));
        int height = HEAD + ROW * (rows.size() + 1);
        return new PptxReport.Part(height + (isCut ? 24 : 0), (slide, top) -> {
            slide.text(new Rectangle(Slide.LEFT, top, Slide.ACROSS, 24), table.title(), Slide.Look.HEAD);
            var drawn = slide.table(
                    rows.size() + 1,
                    columns.size(),
                    new Rectangle(Slide.LEFT, top + HEAD, Slide.ACROSS, height - HEAD));
            widths(columns, drawn::setColumnWidth);
            for (int row = 0; row <= rows.size(); row++) {
                drawn.setRowHeight(row, ROW);
                for (int column = 0; column < columns.size(); column++) {
                    var head = columns.get(column);
                    var words = row == 0 ? head.name() : words(rows.get(row - 1), column);
                    cell(drawn.getCell(row, column), words, row == 0, isFigure(head));
                }
            }
            if (isCut) {
                slide.text(
                        new Rectangle(Slide.LEFT, top + height, Slide.ACROSS, 20),
                        "The first " + MOST_ROWS + " rows; the workbook has them all.",
                        Slide.Look.FOOT);
            }
        });
    }

    private String words(List<Cell> row, int column) {
        return ChartSvg.cut(wording.of(column < row.size() ? row.get(column) : Cell.None.NONE), 120);
    }

    private interface Widths {
        void set(int column, double width);
    }

    /** Text is wider than figures; a moment needs what it takes. */
    private static void widths(List<Block.Column> columns, Widths widths) {
        double all = columns.stream().mapToDouble(SlideTable::weight).sum();
        for (int column = 0; column < columns.size(); column++) {
            widths.set(column, Slide.ACROSS * weight(columns.get(column)) / all);
        }
    }

    private static double weight(Block.Column column) {
        return column.kind() == Block.Column.Kind.TEXT ? 2.4 : 1.2;
    }

    private static boolean isFigure(Block.Column column) {
        return column.kind() == Block.Column.Kind.NUMBER || column.kind() == Block.Column.Kind.DURATION;
    }

    /** PowerPoint has no heat map: a table, whose cells are the darker the more there is. */
    List<PptxReport.Part> heat(Block.Chart chart) {
        var most = chart.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        var parts = new ArrayList<PptxReport.Part>();
        for (int from = 0; from < chart.series().size(); from += HEAT_ROWS) {
            parts.add(heat(
                    chart, chart.series().subList(from, Math.min(chart.series().size(), from + HEAT_ROWS)), most));
        }
        return parts;
    }

    private PptxReport.Part heat(Block.Chart chart, List<Block.Series> rows, double most) {
        int names = 130;
        int columns = chart.labels().size();
        int height = HEAD + ROW * (rows.size() + 1);
        return new PptxReport.Part(height, (slide, top) -> {
            slide.text(
                    new Rectangle(Slide.LEFT, top, Slide.ACROSS, 24),
                    chart.title() + " (" + chart.unit() + ")",
                    Slide.Look.HEAD);
            var table = slide.table(
                    rows.size() + 1, columns + 1, new Rectangle(Slide.LEFT, top + HEAD, Slide.ACROSS, height - HEAD));
            for (int row = 0; row <= rows.size(); row++) {
                table.setRowHeight(row, ROW);
                var series = row == 0 ? new Block.Series("", Collections.nCopies(columns, null)) : rows.get(row - 1);
                cell(table.getCell(row, 0), ChartSvg.cut(series.name(), 20), row == 0, false);
                for (int column = 0; column < columns; column++) {
                    var cell = table.getCell(row, column + 1);
                    if (row == 0) {
                        cell(cell, chart.labels().get(column), true, true);
                        tight(cell);
                    } else {
                        shade(cell, series.values().get(column), most);
                    }
                }
            }
            table.setColumnWidth(0, names);
            for (int column = 1; column <= columns; column++) {
                table.setColumnWidth(column, (double) (Slide.ACROSS - names) / columns);
            }
        });
    }

    private void shade(XSLFTableCell cell, @Nullable Double value, double most) {
        double share = value == null || most <= 0 ? 0 : Math.max(0, value / most);
        cell(cell, value == null || value == 0 ? "" : Wording.number(value), false, true);
        tight(cell);
        var full = Color.decode(report.brand().ink());
        cell.setFillColor(value == null ? Color.WHITE : mixed(full, 0.04 + 0.96 * share));
        if (share > 0.5) {
            cell.getTextParagraphs().getFirst().getTextRuns().forEach(run -> run.setFontColor(Color.WHITE));
        }
    }

    private static void tight(XSLFTableCell cell) {
        cell.setLeftInset(1);
        cell.setRightInset(3);
        cell.getTextParagraphs().getFirst().getTextRuns().forEach(run -> run.setFontSize(9.0));
    }

    private static Color mixed(Color full, double share) {
        return new Color(mixed(full.getRed(), share), mixed(full.getGreen(), share), mixed(full.getBlue(), share));
    }

    private static int mixed(int part, double share) {
        return (int) Math.round(255 + (part - 255) * share);
    }

    private static void cell(XSLFTableCell cell, String words, boolean isHead, boolean isFigure) {
        cell.setLeftInset(6);
        cell.setRightInset(6);
        cell.setTopInset(3);
        cell.setBottomInset(2);
        cell.setVerticalAlignment(VerticalAlignment.MIDDLE);
        cell.setBorderColor(BorderEdge.bottom, isHead ? Slide.MUTED : Slide.LINE);
        cell.setBorderWidth(BorderEdge.bottom, isHead ? 1.5 : 0.75);
        cell.clearText();
        var paragraph = cell.addNewTextParagraph();
        paragraph.setTextAlign(isFigure ? TextAlign.RIGHT : TextAlign.LEFT);
        Slide.run(paragraph, words, 11, isHead, isHead ? Slide.MUTED : Slide.INK);
    }
}
