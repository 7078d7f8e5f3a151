package org.larum.reports.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A table as RFC 4180 has it, in UTF-8. Text that a spreadsheet would take for a formula is told that it is text; numbers are plain,
 * durations seconds, moments ISO 8601 with the offset of the zone.
 */
final class CsvTable {

    private CsvTable() {}

    static void write(Block.Table table, ZoneId zone, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(writer, table.columns().stream().map(column -> text(column.name())).toList());
        try (var rows = table.rows().get()) {
            for (var row : (Iterable<List<Cell>>) rows::iterator) {
                line(writer, row.stream().map(cell -> field(cell, zone)).toList());
            }
        }
        writer.flush();
    }

    private static void line(Writer writer, List<String> fields) throws IOException {
        writer.write(String.join(",", fields));
        writer.write("\r\n");
    }

    private static String field(Cell cell, ZoneId zone) {
        return switch (cell) {
            case Cell.Text(var text) -> text(text);
            case Cell.Numeric(var number) -> number.toPlainString();
            case Cell.Lasting(var duration) -> Long.toString(duration.toSeconds());
            case Cell.Moment(var at) ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
            case Cell.None none -> "";
        };
    }

    /** Blanks in front do not hide a formula from a spreadsheet that strips them. */
    static String text(String text) {
        var bare = text.stripLeading();
        boolean isLikeFormula = (!text.isEmpty() && "\t\r".indexOf(text.charAt(0)) >= 0)
                || (!bare.isEmpty() && "=+-@＝＋－＠".indexOf(bare.charAt(0)) >= 0);
        return '"' + (isLikeFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
