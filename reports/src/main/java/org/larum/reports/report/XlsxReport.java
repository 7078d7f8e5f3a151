package org.larum.reports.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with a sheet for each table, written row by row. Text is text, also where it looks like a formula. */
final class XlsxReport {

    static final int MOST_ROWS = 1_048_575;
    private static final int MOST_LETTERS = 32_767;
    private static final BigDecimal SECONDS_OF_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private XlsxReport() {}

    static void write(Report report, OutputStream out) throws IOException {
        var names = new HashSet<String>();
        try (var book = new Workbook(out, "Larum", "1.0")) {
            var first = book.newWorksheet(name("Report", names));
            first.value(0, 0, held(report.title()));
            first.value(1, 0, held(report.subtitle()));
            first.value(2, 0, held(report.period().words()));
            int at = 4;
            for (var section : report.sections()) {
                first.value(at++, 0, held(section.heading()));
                for (var block : section.blocks()) {
                    at = about(first, at, block);
                }
            }
            if (report.sections().isEmpty()) {
                first.value(at, 0, Report.NOTHING);
            }
            first.finish();
            for (var section : report.sections()) {
                for (var block : section.blocks()) {
                    if (block instanceof Block.Table table) {
                        table(book, table, report, names);
                    }
                }
            }
        }
    }

    private static int about(Worksheet sheet, int at, Block block) {
        switch (block) {
            case Block.Paragraph(var text) -> sheet.value(at++, 0, held(text));
            case Block.Cards(var cards) -> {
                for (var card : cards) {
                    sheet.value(at, 0, held(card.label()));
                    sheet.value(at, 1, held(card.value()));
                    sheet.value(at, 2, card.change() == null ? "" : held(Wording.change(card.change())));
                    sheet.value(at++, 3, card.target() == null ? "" : held(Wording.target(card.target())));
                }
            }
            case Block.Table table -> sheet.value(at++, 0, held(table.title()));
            case Block.Chart chart -> {
                sheet.value(at, 0, held(chart.title() + (chart.isEmpty() ? ": not enough data" : "")));
                for (int column = 0; column < chart.series().size(); column++) {
                    sheet.value(at, column + 1, held(chart.series().get(column).name()));
                }
                at++;
                for (int row = 0; row < chart.labels().size(); row++, at++) {
                    sheet.value(at, 0, held(chart.labels().get(row)));
                    for (int column = 0; column < chart.series().size(); column++) {
                        sheet.value(
                                at,
                                column + 1,
                                chart.series().get(column).values().get(row));
                    }
                }
            }
            case Block.Lacking lacking -> sheet.value(at++, 0, held(lacking.title() + ": " + lacking.words()));
        }
        return at;
    }

    private static void table(Workbook book, Block.Table table, Report report, Set<String> names) throws IOException {
        var sheet = sheet(book, table, report, names);
        int at = 1;
        try (var rows = table.rows().get()) {
            for (var row : (Iterable<List<Cell>>) rows::iterator) {
                if (at > MOST_ROWS) {
                    sheet.finish();
                    sheet = sheet(book, table, report, names);
                    at = 1;
                }
                for (int column = 0; column < row.size(); column++) {
                    cell(sheet, at, column, row.get(column), report);
                }
                if (at++ % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        sheet.finish();
    }

    private static Worksheet sheet(Workbook book, Block.Table table, Report report, Set<String> names) {
        var sheet = book.newWorksheet(name(table.title(), names));
        sheet.freezePane(0, 1);
        for (int column = 0; column < table.columns().size(); column++) {
            var head = table.columns().get(column);
            var zone = head.kind() == Block.Column.Kind.MOMENT
                    ? " (" + report.period().zone() + ")"
                    : "";
            sheet.value(0, column, held(head.name() + zone));
            sheet.style(0, column).bold().set();
            sheet.width(column, head.kind() == Block.Column.Kind.TEXT ? 30 : 18);
            switch (head.kind()) {
                case DURATION -> sheet.style(column).format("[h]:mm:ss").set();
                case MOMENT -> sheet.style(column).format("yyyy-mm-dd hh:mm:ss").set();
                default -> {}
            }
        }
        return sheet;
    }

    private static void cell(Worksheet sheet, int row, int column, Cell cell, Report report) {
        switch (cell) {
            case Cell.Text(var text) -> sheet.inlineString(row, column, held(text));
            case Cell.Numeric(var number) -> sheet.value(row, column, number);
            case Cell.Lasting(var duration) ->
                sheet.value(
                        row,
                        column,
                        BigDecimal.valueOf(duration.toSeconds()).divide(SECONDS_OF_DAY, MathContext.DECIMAL64));
            case Cell.Moment(var at) ->
                sheet.value(row, column, at.atZone(report.period().zone()).toLocalDateTime());
            case Cell.None none -> {}
        }
    }

    private static String held(String text) {
        var held = Markup.held(text);
        return held.length() <= MOST_LETTERS ? held : held.substring(0, MOST_LETTERS);
    }

    /** Excel takes 31 letters, none of some, and no name twice. */
    private static String name(String title, Set<String> names) {
        var bare = Markup.held(title)
                .replaceAll("[\\\\/?*\\[\\]:'\\p{Cntrl}]", " ")
                .strip();
        var start = bare.isEmpty()
                ? "Table"
                : bare.substring(0, Math.min(25, bare.length())).strip();
        var name = start;
        for (int again = 2; !names.add(name.toLowerCase(Locale.ROOT)); again++) {
            name = start + " " + again;
        }
        return name;
    }
}
