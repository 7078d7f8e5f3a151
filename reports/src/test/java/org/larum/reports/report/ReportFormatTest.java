package org.larum.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Every file is opened again by a library that did not write it, or as text. */
class ReportFormatTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Period OCTOBER =
            new Period(Instant.parse("2026-09-30T22:00:00Z"), Instant.parse("2026-10-31T23:00:00Z"), BERLIN);
    private static final String EVIL = "=HYPERLINK(\"http://evil\")<script>alert(1)</script>&\u0000\uD800";

    @Test
    void pageEscapesAndFetchesNothing() throws IOException {
        var page = new String(written(ReportFormat.HTML, month()), StandardCharsets.UTF_8);
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script").doesNotContain("\u0000");
        assertThat(page.replace("http://www.w3.org/2000/svg", "").replace("http://evil", ""))
                .doesNotContain("http");
        assertThat(page).contains("Not enough data: 12 of the 30 days that it takes.", "2 h 14 min", "王小明");
        assertThat(page).contains("<desc id=\"c1-d\">Line chart of Opened, Resolved in incidents");
    }

    @Test
    void paperHasItsTitlePagesAndChineseNames() throws IOException {
        timed(ReportFormat.PDF, "first");
        timed(ReportFormat.PPTX, "first");
        timed(ReportFormat.PPTX, "again");
        var bytes = timed(ReportFormat.PDF, "again");
        try (var document = Loader.loadPDF(bytes)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Operations in October", "Page 1 of", "王小明", "<script>");
            var look = Files.createDirectories(Path.of("target", "look"));
            Files.write(look.resolve("month.pdf"), bytes);
            for (int at = 0; at < document.getNumberOfPages(); at++) {
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(at, 80),
                        "png",
                        look.resolve("page-" + at + ".png").toFile());
            }
        }
    }

    @Test
    void workbookHasTypedCellsAndNoFormula() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(written(ReportFormat.XLSX, month())))) {
            var sheet = book.getSheet("Incidents");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            var row = sheet.getRow(2);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getStringCellValue()).startsWith("=HYPERLINK");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(7);
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(0.25);
            assertThat(row.getCell(3).getLocalDateTimeCellValue()).hasToString("2026-10-25T02:30");
        }
    }

    @Test
    void commasQuotesAndFormulasDoNoHarmInCsv() throws IOException {
        var out = new ByteArrayOutputStream();
        var rows = List.of(
                List.of(Cell.of("a, \"b\"\nc"), Cell.of(-1.5), Cell.of(Duration.ofMinutes(2)), Cell.of(Instant.EPOCH)),
                List.of(Cell.of(" +1"), Cell.None.NONE, Cell.None.NONE, Cell.None.NONE));
        CsvTable.write(Block.Table.of("t", columns(), rows), BERLIN, out);
        assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "|")).isEqualTo("""
                        "Title","Alerts","Answered after","Opened"|"a, ""b""
                        c",-1.5,120,1970-01-01T01:00:00+01:00|"' +1",,,|""");
    }

    @Test
    void reportWithoutAnythingSaysSo() throws IOException {
        var empty = new Report("Nothing", "", OCTOBER, Brand.LARUM, List.of());
        assertThat(new String(written(ReportFormat.HTML, empty), StandardCharsets.UTF_8))
                .contains(Report.NOTHING);
        try (var document = Loader.loadPDF(written(ReportFormat.PDF, empty))) {
            assertThat(new PDFTextStripper().getText(document)).contains(Report.NOTHING);
        }
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(written(ReportFormat.XLSX, empty)))) {
            assertThat(book.getSheetAt(0).getRow(4).getCell(0).getStringCellValue())
                    .isEqualTo(Report.NOTHING);
        }
    }

    @Test
    void hundredThousandRowsAreWrittenAsTheyCome() throws IOException {
        var table = new Block.Table(
                "Incidents",
                columns(),
                () -> IntStream.range(0, 100_000)
                        .mapToObj(at -> List.of(
                                Cell.of("Incident " + at),
                                Cell.of(at),
                                Cell.of(Duration.ofSeconds(at)),
                                Cell.of(Instant.ofEpochSecond(at)))));
        var report = new Report("Many", "", OCTOBER, Brand.LARUM, List.of(new Report.Section("All", List.of(table))));
        long begun = System.nanoTime();
        ReportFormat.XLSX.write(report, OutputStream.nullOutputStream());
        var took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println("100,000 rows as XLSX: " + took.toMillis() + " ms");
        begun = System.nanoTime();
        var page = new String(written(ReportFormat.HTML, report), StandardCharsets.UTF_8);
        System.out.println("100,000 rows as HTML: "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
        assertThat(page)
                .contains("Incident 999<")
                .doesNotContain("Incident 1000<")
                .contains("The first 1,000 rows");
    }

    @Test
    void logoIsPictureOfKnownSize() {
        assertThatThrownBy(() ->
                        new Brand("A", "#0a5fb4", "<svg onload=x>".repeat(9).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("PNG");
        assertThatThrownBy(() -> new Brand("A", "red;}", new byte[0])).hasMessageContaining("#0a5fb4");
    }

    private static byte[] timed(ReportFormat format, String which) throws IOException {
        long begun = System.nanoTime();
        var bytes = written(format, month());
        System.out.println("a month as " + format + ", " + which + ": "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
        return bytes;
    }

    static byte[] written(ReportFormat format, Report report) throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(report, out);
        return out.toByteArray();
    }

    private static List<Block.Column> columns() {
        return List.of(
                new Block.Column("Title", Block.Column.Kind.TEXT),
                new Block.Column("Alerts", Block.Column.Kind.NUMBER),
                new Block.Column("Answered after", Block.Column.Kind.DURATION),
                new Block.Column("Opened", Block.Column.Kind.MOMENT));
    }

    static Report month() {
        var days = IntStream.rangeClosed(1, 31).mapToObj(Integer::toString).toList();
        var opened = IntStream.range(0, 31)
                .mapToObj(at -> 6 + at * 7 % 11 + (at > 20 ? -3.0 : 2.0))
                .toList();
        var resolved = opened.stream().map(value -> value - 1).toList();

        var cards = new Block.Cards(List.of(
                new Block.Card("Incidents", "214", new Block.Change("12 % fewer", Block.Turn.BETTER), null),
                new Block.Card(
                        "Time to answer",
                        "4 min 10 s",
                        new Block.Change("8 % longer", Block.Turn.WORSE),
                        new Block.Target("5 min", true)),
                new Block.Card("Time to resolve", "2 h 14 min", null, new Block.Target("2 h", false)),
                new Block.Card("Noise", "31 %", new Block.Change("as before", Block.Turn.SAME), null)));
        var heat = new Block.Chart(
                "When incidents open",
                Block.Chart.Shape.HEATMAP,
                "incidents",
                IntStream.range(0, 24).mapToObj("%02d"::formatted).toList(),
                List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").stream()
                        .map(day -> new Block.Series(
                                day,
                                IntStream.range(0, 24)
                                        .mapToObj(at -> (double) ((at * 5 + day.hashCode()) % 9 & 7))
                                        .toList()))
                        .toList());
        return new Report(
                "Operations in October",
                "Payments and checkout",
                OCTOBER,
                Brand.LARUM,
                List.of(
                        new Report.Section(
                                "In short",
                                List.of(
                                        cards,
                                        new Block.Paragraph(
                                                "Fewer incidents than in September; they took longer to end."))),
                        new Report.Section(
                                "Incidents by day",
                                List.of(new Block.Chart(
                                        "Opened and resolved",
                                        Block.Chart.Shape.LINE,
                                        "incidents",
                                        days,
                                        List.of(
                                                new Block.Series("Opened", opened),
                                                new Block.Series("Resolved", resolved))))),
                        new Report.Section(
                                "By team",
                                List.of(
                                        new Block.Chart(
                                                "Alerts by team",
                                                Block.Chart.Shape.BAR,
                                                "alerts",
                                                List.of("Payments", "Checkout", "Search"),
                                                List.of(
                                                        new Block.Series("October", Arrays.asList(120.0, 64.0, 30.0)),
                                                        new Block.Series(
                                                                "September", Arrays.asList(140.0, 60.0, null)))),
                                        heat)),
                        new Report.Section("Trend", List.of(new Block.Lacking("Time to resolve", 12, 30, "days"))),
                        new Report.Section(
                                "All",
                                List.of(Block.Table.of(
                                        "Incidents",
                                        columns(),
                                        List.of(
                                                List.of(
                                                        Cell.of("王小明 took over: 支付失败"),
                                                        Cell.of(3),
                                                        Cell.of(Duration.ofMinutes(14)),
                                                        Cell.of(Instant.parse("2026-10-02T07:00:00Z"))),
                                                List.of(
                                                        Cell.of(EVIL),
                                                        Cell.of(7),
                                                        Cell.of(Duration.ofHours(6)),
                                                        Cell.of(Instant.parse("2026-10-25T01:30:00Z")))))))));
    }
}
