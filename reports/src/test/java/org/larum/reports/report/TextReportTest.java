package org.larum.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static final String REVIEW = """
            # A smaller pool stopped the checkout

            INC-1001: *Checkout is down*. All times are UTC.

            ## What happened
            - [2026-11-23 09:00 it began](https://larum.example.test/i/1#event-1)
            - 王小明 rolled `payments-db` back
              1. first the pool
              2. then the service

            > Nobody had looked at the pool since March.

            | when | who |
            |------|-----|
            | 09:00 | ada |

            ```
            pool: 5
            ```
            ![the picture](http://evil.example.test/pixel.png)
            <script>alert(1)</script> <b>bold & unclosed
            [press](javascript:alert(1))
            - [x] done \u0000
            """;

    @Test
    void whatPeopleWroteStandsOnPaper() throws IOException {
        var out = new ByteArrayOutputStream();
        TextReport.write("A smaller pool <b> & more", REVIEW, Brand.LARUM, out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("A smaller pool stopped the checkout", "王小明 rolled", "pool: 5", "the picture", "[x] done")
                    .contains("<script>alert(1)</script>");
            var look = Files.createDirectories(Path.of("target", "look"));
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 80),
                    "png",
                    look.resolve("review.png").toFile());
        }
    }

    @Test
    void nothingInItIsMarkupThatWasNotMarkdown() {
        assertThat(TextReport.html(REVIEW))
                .contains("&lt;script&gt;", "the picture")
                .doesNotContain("<script", "<img", "evil", "javascript:", "\u0000");
    }
}
