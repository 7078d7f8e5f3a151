package org.larum.reports.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** A page of well-formed HTML on paper, with fonts of its own; nothing outside of it is ever opened. */
final class Pdf {

    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";
    private static final Set<FSFontUseCase> TEXT = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
    private static final Set<FSFontUseCase> CHINESE =
            EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG, FSFontUseCase.FALLBACK_FINAL);

    private Pdf() {}

    static void write(String html, OutputStream out) throws IOException {
        try (var drawer = new BatikSVGDrawer()) {
            var builder = new PdfRendererBuilder()
                    .useSVGDrawer(drawer)
                    .withHtmlContent(html, null)
                    .withProducer("Larum")
                    .usePdfUaAccessibility(true);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> uri.startsWith("data:image/png;"),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> uri.startsWith("data:image/png;"),
                    ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            // Accessible PDF falls back on a family called serif.
            for (var family : new String[] {"Larum Sans", "serif", "sans-serif"}) {
                font(builder, DEJAVU + "DejaVuSans.ttf", family, 400, FontStyle.NORMAL, TEXT);
                font(builder, DEJAVU + "DejaVuSans-Bold.ttf", family, 700, FontStyle.NORMAL, TEXT);
                font(builder, DEJAVU + "DejaVuSans-Oblique.ttf", family, 400, FontStyle.ITALIC, TEXT);
            }
            font(builder, DEJAVU + "DejaVuSansMono.ttf", "Larum Mono", 400, FontStyle.NORMAL, TEXT);
            font(builder, "NotoSansSC-Regular.ttf", "Larum CJK", 400, FontStyle.NORMAL, CHINESE);
            builder.toStream(out).run();
        }
    }

    private static void font(
            PdfRendererBuilder builder,
            String file,
            String family,
            int weight,
            FontStyle style,
            Set<FSFontUseCase> uses) {
        FSSupplier<InputStream> source = () ->
                Objects.requireNonNull(Pdf.class.getResourceAsStream(file), "The font " + file + " is not in the jar");
        builder.useFont(source, family, weight, style, true, uses);
    }
}
