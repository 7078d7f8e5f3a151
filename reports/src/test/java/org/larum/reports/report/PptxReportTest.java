package org.larum.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class PptxReportTest {

    @Test
    void sectionBeginsSlideAndKeepsItsWords() throws IOException {
        var bytes = ReportFormatTest.written(ReportFormat.PPTX, ReportFormatTest.month());
        Files.write(Files.createDirectories(Path.of("target", "look")).resolve("month.pptx"), bytes);
        try (var show = new XMLSlideShow(new ByteArrayInputStream(bytes))) {
            assertThat(show.getSlides().stream().map(slide -> slide.getTitle()))
                    .containsExactly(
                            "Operations in October",
                            "In short",
                            "Incidents by day",
                            "By team",
                            "By team (2)",
                            "Trend",
                            "All");
            assertThat(text(show, 1)).contains("Time to answer", "4 min 10 s", "Target 5 min: met");
            assertThat(text(show, 5)).contains("Not enough data: 12 of the 30 days that it takes.");
            var table = tables(show, 6).getFirst();
            assertThat(table.getCell(0, 3).getText()).isEqualTo("Opened");
            assertThat(table.getCell(1, 0).getText()).contains("王小明");
            assertThat(table.getCell(2, 0).getText()).startsWith("=HYPERLINK").doesNotContain("\u0000");
            assertThat(table.getCell(2, 3).getText()).isEqualTo("2026-10-25 02:30");
            assertThat(tables(show, 4).getFirst().getNumberOfColumns()).isEqualTo(25);
        }
    }

    @Test
    void chartHasItsNumbersInWorkbookInside() throws IOException {
        var parts = parts(ReportFormatTest.written(ReportFormat.PPTX, ReportFormatTest.month()));
        var charts = parts.keySet().stream()
                .filter(name -> name.matches("ppt/charts/chart\\d+\\.xml"))
                .sorted()
                .toList();
        assertThat(charts).hasSize(2);
        var line = new String(parts.get(charts.getFirst()), StandardCharsets.UTF_8);
        assertThat(line).contains("lineChart", "externalData", "dispBlanksAs val=\"gap\"", "Opened");
        for (var name : charts) {
            var rels =
                    new String(parts.get(name.replace("charts/", "charts/_rels/") + ".rels"), StandardCharsets.UTF_8);
            var inside = rels.replaceAll("(?s).*Target=\"[^\"]*/(embeddings/[^\"]+\\.xlsx)\".*", "ppt/$1");
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(parts.get(inside)))) {
                assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThanOrEqualTo(3);
            }
        }
        var bars = new String(parts.get(charts.get(1)), StandardCharsets.UTF_8);
        assertThat(bars).contains("barChart").doesNotContain("NaN");
    }

    @Test
    void longTableGoesOnAndSaysWhereItIsCut() throws IOException {
        var table = Block.Table.of(
                "Incidents",
                List.of(new Block.Column("Title", Block.Column.Kind.TEXT)),
                IntStream.range(0, 100)
                        .mapToObj(at -> List.of(Cell.of("Incident " + at)))
                        .toList());
        var report = new Report(
                "Many",
                "",
                ReportFormatTest.OCTOBER,
                Brand.LARUM,
                List.of(new Report.Section("All", List.of(table)), new Report.Section("Nought", List.of())));
        try (var show =
                new XMLSlideShow(new ByteArrayInputStream(ReportFormatTest.written(ReportFormat.PPTX, report)))) {
            assertThat(show.getSlides()).hasSize(5);
            assertThat(tables(show, 3).getFirst().getCell(15, 0).getText()).isEqualTo("Incident 44");
            assertThat(text(show, 3)).contains("The first 45 rows");
            assertThat(text(show, 4)).contains(Report.NOTHING);
        }
    }

    private static List<XSLFTable> tables(XMLSlideShow show, int slide) {
        return show.getSlides().get(slide).getShapes().stream()
                .filter(XSLFTable.class::isInstance)
                .map(XSLFTable.class::cast)
                .toList();
    }

    private static String text(XMLSlideShow show, int slide) {
        return show.getSlides().get(slide).getShapes().stream()
                .filter(XSLFTextShape.class::isInstance)
                .map(shape -> ((XSLFTextShape) shape).getText())
                .reduce("", (one, other) -> one + "\n" + other);
    }

    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        var parts = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
