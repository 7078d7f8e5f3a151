package org.larum.reports.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;

/** The page of {@link HtmlReport} on paper. */
final class PdfReport {

    private PdfReport() {}

    static void write(Report report, OutputStream out) throws IOException {
        var page = new StringWriter();
        HtmlReport.write(report, page);
        Pdf.write(page.toString().replace("</style>", Style.PAPER + "</style>"), out);
    }
}
