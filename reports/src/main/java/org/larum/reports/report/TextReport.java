package org.larum.reports.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A text of Markdown as PDF: what people wrote, and not what was measured. HTML in it is shown as it stands; pictures are not fetched. */
public final class TextReport {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private TextReport() {}

    /** The stream stays open: it is its owner's. {@code title}: stands on every page but the first. */
    public static void write(String title, String markdown, Brand brand, OutputStream out) throws IOException {
        var words = Markup.text(title);
        Pdf.write(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><title>" + words + "</title><style>" + Style.of(brand)
                        + Style.PAPER + Style.WRITTEN + "</style></head><body><div class=\"running\">" + words
                        + "</div><header><div class=\"brand\">" + Markup.text(brand.name()) + "</div></header><main>"
                        + html(markdown) + "</main></body></html>\n",
                out);
    }

    static String html(String markdown) {
        var text = PARSER.parse(Markup.held(markdown));
        text.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                var words = image.getFirstChild();
                while (words != null) {
                    Node next = words.getNext();
                    image.insertBefore(words);
                    words = next;
                }
                image.unlink();
            }
        });
        return HTML.render(text);
    }
}
