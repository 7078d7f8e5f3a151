package org.larum.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A titled table, filled row by row. */
public final class Table {

    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    /** Text, whole numbers and figures with at most one decimal; arrays are several cells. */
    public Table row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) {
            if (cell instanceof String[] several) {
                row.addAll(List.of(several));
            } else {
                row.add(shown(cell));
            }
        }
        rows.add(row);
        return this;
    }

    private static String shown(Object cell) {
        return switch (cell) {
            case Double d when Double.isNaN(d) || Double.isInfinite(d) -> "-";
            case Double d when Math.abs(d) < 10 -> String.format(Locale.ROOT, "%.2f", d);
            case Double d -> String.format(Locale.ROOT, "%,.0f", d);
            case Long n -> String.format(Locale.ROOT, "%,d", n);
            case Integer n -> String.format(Locale.ROOT, "%,d", n);
            default -> cell.toString();
        };
    }

    String title() {
        return title;
    }

    List<String> columns() {
        return columns;
    }

    List<List<String>> rows() {
        return rows;
    }

    String text() {
        var widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).length();
            for (var row : rows) {
                widths[i] = Math.max(widths[i], i < row.size() ? row.get(i).length() : 0);
            }
        }
        var text = new StringBuilder("\n").append(title).append('\n');
        line(text, columns, widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        for (int i = 0; i < cells.size() && i < widths.length; i++) {
            var pad = " ".repeat(widths[i] - cells.get(i).length());
            text.append("  ").append(i == 0 ? cells.get(i) + pad : pad + cells.get(i));
        }
        text.append('\n');
    }
}
