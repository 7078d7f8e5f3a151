package org.larum.reports.report;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.TextShape.TextAutofit;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFPictureData;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** One slide of 16 to 9, in points, and how far down it is written. */
final class Slide {

    static final int WIDTH = 960;
    static final int HEIGHT = 540;
    static final int LEFT = 48;
    static final int ACROSS = WIDTH - 2 * LEFT;
    private static final int TOP = 84;
    private static final int BOTTOM = HEIGHT - 40;
    private static final int GAP = 10;

    /** The most that one slide holds below its heading. */
    static final int ROOM = BOTTOM - TOP;

    /** PowerPoint and those that read its files have it, or know what to take instead. */
    static final String FONT = "Arial";

    static final Color INK = new Color(0x12181f);
    static final Color MUTED = new Color(0x4a5764);
    static final Color LINE = new Color(0xdce2e8);
    static final Color PALE = new Color(0xf5f7f9);

    enum Look {
        COVER(36, true),
        BRAND(16, true),
        SUBTITLE(20, false),
        HEADING(26, true),
        HEAD(14, true),
        TEXT(14, false),
        NOTE(13, false),
        LABEL(12, false),
        VALUE(24, true),
        FOOT(10, false),
        PAGE(10, false);

        private final double size;
        private final boolean isBold;

        Look(double size, boolean isBold) {
            this.size = size;
            this.isBold = isBold;
        }
    }

    private final XSLFSlide slide;
    private final Brand brand;
    private int at = TOP;

    Slide(XSLFSlide slide, Brand brand) {
        this.slide = slide;
        this.brand = brand;
    }

    XSLFSlide bare() {
        return slide;
    }

    boolean isEmpty() {
        return at == TOP;
    }

    int room() {
        return BOTTOM - at;
    }

    /** Takes so much of it, and says from where. */
    int take(int height) {
        int from = at;
        at += height + GAP;
        return from;
    }

    /** As many letters as it is wide: Chinese ones count twice. */
    static int letters(String text) {
        return text.codePoints().map(point -> point >= 0x2e80 ? 2 : 1).sum();
    }

    void bar(Rectangle where) {
        var bar = slide.createAutoShape();
        bar.setShapeType(ShapeType.RECT);
        bar.setAnchor(where);
        bar.setFillColor(Color.decode(brand.accent()));
        bar.setLineColor(null);
    }

    void picture(XSLFPictureData data, Rectangle where) {
        slide.createPicture(data).setAnchor(where);
    }

    /** A title is known as one: outlines and readers aloud find their way by it. */
    void title(Rectangle where, String words, Look look) {
        var box = slide.createTextBox();
        box.setPlaceholder(Placeholder.TITLE);
        fill(box, where, List.of(words), List.of(look));
        box.setVerticalAlignment(look == Look.COVER ? VerticalAlignment.BOTTOM : VerticalAlignment.MIDDLE);
    }

    void text(Rectangle where, String words, Look look) {
        if (!words.isBlank()) {
            fill(slide.createTextBox(), where, words.lines().toList(), List.of(look));
        }
    }

    void box(Rectangle where, List<String> lines, Look look) {
        var box = slide.createAutoShape();
        box.setShapeType(ShapeType.RECT);
        box.setFillColor(PALE);
        box.setLineColor(LINE);
        fill(box, where, lines, List.of(look));
        box.setLeftInset(10.0);
        box.setVerticalAlignment(VerticalAlignment.MIDDLE);
    }

    /** A label, a figure, and notes below it. */
    void card(Rectangle where, List<String> lines) {
        var box = slide.createAutoShape();
        box.setShapeType(ShapeType.RECT);
        box.setFillColor(PALE);
        box.setLineColor(LINE);
        fill(box, where, lines, List.of(Look.LABEL, Look.VALUE, Look.LABEL));
        box.setLeftInset(12.0);
        box.setTopInset(8.0);
    }

    XSLFTable table(int rows, int columns, Rectangle where) {
        var table = slide.createTable(rows, columns);
        table.setAnchor(where);
        return table;
    }

    private void fill(XSLFTextShape box, Rectangle where, List<String> lines, List<Look> looks) {
        box.setAnchor(where);
        box.setTextAutofit(TextAutofit.NORMAL);
        box.setWordWrap(true);
        box.setLeftInset(0.0);
        box.setRightInset(0.0);
        box.setTopInset(2.0);
        box.setBottomInset(2.0);
        box.setVerticalAlignment(VerticalAlignment.TOP);
        box.clearText();
        for (int line = 0; line < lines.size(); line++) {
            var look = looks.get(Math.min(line, looks.size() - 1));
            var paragraph = box.addNewTextParagraph();
            paragraph.setTextAlign(look == Look.PAGE ? TextAlign.RIGHT : TextAlign.LEFT);
            run(paragraph, lines.get(line), look.size, look.isBold, color(look));
        }
    }

    static void run(XSLFTextParagraph paragraph, String words, double size, boolean isBold, Color color) {
        var run = paragraph.addNewTextRun();
        run.setText(Markup.held(words));
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(isBold);
        run.setFontColor(color);
    }

    private Color color(Look look) {
        return switch (look) {
            case BRAND -> Color.decode(brand.ink());
            case SUBTITLE, NOTE, LABEL, FOOT, PAGE -> MUTED;
            default -> INK;
        };
    }
}
