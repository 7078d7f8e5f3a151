package org.larum.reports.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A report as one page for screen and mail, which fetches nothing. It is well-formed XML, so that PDF is made of the same page; cards
 * stand in a table because neither mail programs nor PDF know newer ways.
 */
final class HtmlReport {

    /** Whoever wants all of them takes the workbook. */
    static final int MOST_ROWS = 1_000;

    private final Report report;
    private final Wording wording;
    private final Writer out;
    private int charts;

    private HtmlReport(Report report, Writer out) {
        this.report = report;
        this.wording = new Wording(report.period().zone());
        this.out = out;
    }

    static void write(Report report, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        write(report, writer);
        writer.flush();
    }

    static void write(Report report, Writer out) throws IOException {
        new HtmlReport(report, out).page();
    }

    private void page() throws IOException {
        add("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>");
        add(Markup.text(report.title()) + "</title><style>" + Style.of(report.brand()) + "</style></head><body>");
        add("<div class=\"running\">" + Markup.text(report.title()) + " · "
                + Markup.text(report.period().words()) + "</div>");
        head();
        add("<main>");
        if (report.sections().isEmpty()) {
            add("<p class=\"lacking\">" + Report.NOTHING + "</p>");
        }
        for (var section : report.sections()) {
            section(section);
        }
        add("</main><footer>" + Markup.text(report.brand().name()) + " · all times in "
                + Markup.text(report.period().zone().getId()) + "</footer></body></html>\n");
    }

    private void head() throws IOException {
        add("<header><div class=\"brand\">");
        var logo = report.brand().logo();
        if (logo != null) {
            add("<img class=\"logo\" alt=\"\" src=\"data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(logo) + "\"/>");
        }
        add("<span>" + Markup.text(report.brand().name()) + "</span></div><h1>" + Markup.text(report.title())
                + "</h1>");
        if (!report.subtitle().isBlank()) {
            add("<p class=\"subtitle\">" + Markup.text(report.subtitle()) + "</p>");
        }
        add("<p class=\"period\">" + Markup.text(report.period().words()) + "</p></header>");
    }

    private void section(Report.Section section) throws IOException {
        add("<section><h2>" + Markup.text(section.heading()) + "</h2>");
        if (section.blocks().isEmpty()) {
            add("<p class=\"lacking\">" + Report.NOTHING + "</p>");
        }
        for (var block : section.blocks()) {
            switch (block) {
                case Block.Paragraph(var text) -> add("<p>" + Markup.text(text) + "</p>");
                case Block.Cards(var cards) -> cards(cards);
                case Block.Table table -> table(table);
                case Block.Chart chart -> chart(chart);
                case Block.Lacking lacking -> lacking(lacking.title(), lacking.words());
            }
        }
        add("</section>");
    }

    private void cards(List<Block.Card> cards) throws IOException {
        for (int from = 0; from < cards.size(); from += 4) {
            add("<table class=\"cards\" role=\"presentation\"><tr>");
            for (int at = from; at < from + 4; at++) {
                if (at < cards.size()) {
                    card(cards.get(at));
                } else if (from > 0) {
                    add("<td class=\"gap\"></td>");
                }
            }
            add("</tr></table>");
        }
    }

    private void card(Block.Card card) throws IOException {
        add("<td class=\"card\"><div class=\"label\">" + Markup.text(card.label()) + "</div><div class=\"value\">"
                + Markup.text(card.value()) + "</div>");
        if (card.change() != null) {
            add("<div class=\"note\">" + Markup.text(Wording.change(card.change())) + "</div>");
        }
        if (card.target() != null) {
            add("<div class=\"note " + (card.target().isMet() ? "met" : "missed") + "\">"
                    + Markup.text(Wording.target(card.target())) + "</div>");
        }
        add("</td>");
    }

    private void table(Block.Table table) throws IOException {
        add("<h3>" + Markup.text(table.title()) + "</h3><div class=\"wide\"><table class=\"rows\"><thead><tr>");
        for (var column : table.columns()) {
            add("<th scope=\"col\"" + side(column) + ">" + Markup.text(column.name()) + "</th>");
        }
        add("</tr></thead><tbody>");
        int count = 0;
        boolean isCut = false;
        try (var rows = table.rows().get()) {
            for (var each = rows.iterator(); each.hasNext() && !isCut; ) {
                isCut = count == MOST_ROWS;
                if (!isCut) {
                    row(table.columns(), each.next());
                    count++;
                }
            }
        }
        if (count == 0) {
            add("<tr><td class=\"none\" colspan=\"" + table.columns().size() + "\">None in this period.</td></tr>");
        }
        add("</tbody></table></div>");
        if (isCut) {
            add("<p class=\"note\">The first " + Wording.number(MOST_ROWS) + " rows; the workbook has them all.</p>");
        }
    }

    private void row(List<Block.Column> columns, List<Cell> row) throws IOException {
        add("<tr>");
        for (int at = 0; at < columns.size(); at++) {
            var cell = at < row.size() ? row.get(at) : Cell.None.NONE;
            add("<td" + side(columns.get(at)) + ">" + Markup.text(wording.of(cell)) + "</td>");
        }
        add("</tr>");
    }

    private static String side(Block.Column column) {
        return switch (column.kind()) {
            case NUMBER, DURATION -> " class=\"figure\"";
            case MOMENT -> " class=\"moment\"";
            case TEXT -> "";
        };
    }

    private void chart(Block.Chart chart) throws IOException {
        if (chart.isEmpty()) {
            lacking(chart.title(), "Not enough data.");
            return;
        }
        add("<div class=\"chart\"><h3>" + Markup.text(chart.title()) + "</h3>");
        add(ChartSvg.of(chart, report.brand(), "c" + ++charts));
        add("</div>");
        numbers(chart);
    }

    /** The same in numbers, for whom no picture reaches; the longer side goes down. */
    private void numbers(Block.Chart chart) throws IOException {
        boolean isWide = chart.labels().size() < chart.series().size();
        add("<div class=\"wide\"><table class=\"rows numbers\"><thead><tr><th scope=\"col\">"
                + Markup.text(chart.unit()) + "</th>");
        var across = isWide
                ? chart.labels()
                : chart.series().stream().map(Block.Series::name).toList();
        var down = isWide ? chart.series().stream().map(Block.Series::name).toList() : chart.labels();
        for (var name : across) {
            add("<th scope=\"col\" class=\"figure\">" + Markup.text(name) + "</th>");
        }
        add("</tr></thead><tbody>");
        for (int row = 0; row < down.size(); row++) {
            add("<tr><th scope=\"row\">" + Markup.text(down.get(row)) + "</th>");
            for (int at : IntStream.range(0, across.size()).toArray()) {
                var value = isWide
                        ? chart.series().get(row).values().get(at)
                        : chart.series().get(at).values().get(row);
                add("<td class=\"figure\">" + (value == null ? "–" : Wording.number(Objects.requireNonNull(value)))
                        + "</td>");
            }
            add("</tr>");
        }
        add("</tbody></table></div>");
    }

    private void lacking(String title, String words) throws IOException {
        add("<h3>" + Markup.text(title) + "</h3><p class=\"lacking\">" + Markup.text(words) + "</p>");
    }

    private void add(String markup) throws IOException {
        out.write(markup);
    }
}
