package org.larum.reports.report;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/**
 * Slides, all of which can be edited: text is text, tables are tables, charts have their numbers in a workbook inside. A section begins a
 * slide; what does not fit goes on on the next, under the same heading.
 */
final class PptxReport {

    private final Report report;
    private final XMLSlideShow show;
    private final SlideChart charts;
    private final SlideTable tables;

    private PptxReport(Report report, XMLSlideShow show) {
        this.report = report;
        this.show = show;
        this.charts = new SlideChart(show, report.brand());
        this.tables = new SlideTable(report);
    }

    static void write(Report report, OutputStream out) throws IOException {
        try (var show = new XMLSlideShow()) {
            show.setPageSize(new java.awt.Dimension(Slide.WIDTH, Slide.HEIGHT));
            show.getProperties().getCoreProperties().setTitle(Markup.held(report.title()));
            show.getProperties().getCoreProperties().setCreator("Larum");
            new PptxReport(report, show).slides();
            show.write(out);
        }
    }

    private void slides() {
        first();
        if (report.sections().isEmpty()) {
            note(slide("Nothing", 1), Report.NOTHING);
        }
        for (var section : report.sections()) {
            section(section);
        }
    }

    private void first() {
        var slide = new Slide(show.createSlide(), report.brand());
        slide.bar(new Rectangle(0, 0, 18, Slide.HEIGHT));
        int left = Slide.LEFT + 24;
        var logo = report.brand().logo();
        if (logo != null) {
            int width = (int) Math.min(400, 48 * report.brand().logoRatio());
            slide.picture(show.addPicture(logo, PictureType.PNG), new Rectangle(left, 90, width, 48));
        }
        slide.text(new Rectangle(left, 150, 800, 30), report.brand().name(), Slide.Look.BRAND);
        slide.title(new Rectangle(left, 184, 820, 110), report.title(), Slide.Look.COVER);
        slide.text(new Rectangle(left, 296, 820, 34), report.subtitle(), Slide.Look.SUBTITLE);
        slide.text(new Rectangle(left, 336, 820, 28), report.period().words(), Slide.Look.NOTE);
    }

    private void section(Report.Section section) {
        int of = 1;
        var slide = slide(section.heading(), of);
        if (section.blocks().isEmpty()) {
            note(slide, Report.NOTHING);
        }
        for (var part : parts(section)) {
            if (!slide.isEmpty() && part.height() > slide.room()) {
                slide = slide(section.heading(), ++of);
            }
            part.put(slide);
        }
    }

    /** What must stand together on one slide, from top to bottom. */
    private List<Part> parts(Report.Section section) {
        var parts = new ArrayList<Part>();
        for (var block : section.blocks()) {
            switch (block) {
                case Block.Paragraph(var text) -> parts.add(paragraph(text, Slide.Look.TEXT));
                case Block.Cards(var cards) -> {
                    for (int from = 0; from < cards.size(); from += 4) {
                        parts.add(cards(cards.subList(from, Math.min(cards.size(), from + 4))));
                    }
                }
                case Block.Table table -> parts.addAll(tables.parts(table));
                case Block.Chart chart when chart.isEmpty() -> parts.add(lacking(chart.title(), "Not enough data."));
                case Block.Chart chart
                when chart.shape() == Block.Chart.Shape.HEATMAP -> parts.addAll(tables.heat(chart));
                case Block.Chart chart -> parts.add(charts.part(chart));
                case Block.Lacking lacking -> parts.add(lacking(lacking.title(), lacking.words()));
            }
        }
        return parts;
    }

    /** Something of a known height that is put where the slide has come to. */
    record Part(int height, Drawn drawn) {
        interface Drawn {
            void on(Slide slide, int top);
        }

        void put(Slide slide) {
            drawn.on(slide, slide.take(height));
        }
    }

    private static Part paragraph(String text, Slide.Look look) {
        int lines = text.lines().mapToInt(line -> 1 + Slide.letters(line) / 105).sum();
        int height = Math.min(380, 8 + 21 * Math.max(1, lines));
        return new Part(
                height, (slide, top) -> slide.text(new Rectangle(Slide.LEFT, top, Slide.ACROSS, height), text, look));
    }

    private static Part lacking(String title, String words) {
        return new Part(64, (slide, top) -> {
            slide.text(new Rectangle(Slide.LEFT, top, Slide.ACROSS, 24), title, Slide.Look.HEAD);
            slide.box(new Rectangle(Slide.LEFT, top + 26, Slide.ACROSS, 32), List.of(words), Slide.Look.NOTE);
        });
    }

    private static Part cards(List<Block.Card> cards) {
        return new Part(104, (slide, top) -> {
            int gap = 12;
            int width = (Slide.ACROSS - 3 * gap) / 4;
            for (int at = 0; at < cards.size(); at++) {
                var card = cards.get(at);
                var notes = new ArrayList<String>(List.of(card.label(), card.value()));
                if (card.change() != null) {
                    notes.add(Wording.change(card.change()));
                }
                if (card.target() != null) {
                    notes.add(Wording.target(card.target()));
                }
                slide.card(new Rectangle(Slide.LEFT + at * (width + gap), top, width, 96), notes);
            }
        });
    }

    private static void note(Slide slide, String words) {
        paragraph(words, Slide.Look.NOTE).put(slide);
    }

    private Slide slide(String heading, int of) {
        var slide = new Slide(show.createSlide(), report.brand());
        slide.bar(new Rectangle(0, 0, Slide.WIDTH, 8));
        slide.title(
                new Rectangle(Slide.LEFT, 26, Slide.ACROSS, 44),
                of == 1 ? heading : heading + " (" + of + ")",
                Slide.Look.HEADING);
        slide.text(
                new Rectangle(Slide.LEFT, Slide.HEIGHT - 32, Slide.ACROSS - 60, 22),
                report.brand().name() + " · " + report.title() + " · "
                        + report.period().words(),
                Slide.Look.FOOT);
        slide.text(
                new Rectangle(Slide.LEFT + Slide.ACROSS - 60, Slide.HEIGHT - 32, 60, 22),
                Integer.toString(show.getSlides().size()),
                Slide.Look.PAGE);
        return slide;
    }
}
