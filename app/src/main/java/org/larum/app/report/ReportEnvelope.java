package org.larum.app.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.report.ReportEvent.ReportAsked;
import org.larum.notifiers.email.Letter;
import org.larum.reports.report.ReportFormat;

/** The mail that a report goes out with: the page as its body, other files beside it as far as mail servers take them. */
final class ReportEnvelope {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final ReportArchiveTable archive;
    private final ReportPaper paper;
    private final String url;

    ReportEnvelope(ReportArchiveTable archive, ReportPaper paper, String url) {
        this.archive = archive;
        this.paper = paper;
        this.url = url;
    }

    Letter letter(ReportAsked asked, UUID id) {
        var plan = asked.plan();
        var period = paper.period(asked).words();
        var files = new ArrayList<Letter.File>();
        var left = new ArrayList<String>();
        long taken = 0;
        for (var format : plan.formats()) {
            if (format != Format.HTML) {
                var bytes = archive.bytes(asked.run().value(), format).orElseThrow();
                taken += bytes.length;
                var name = paper.fileName(asked, format);
                if (taken <= MOST_BYTES) {
                    files.add(new Letter.File(
                            name, ReportFormat.valueOf(format.name()).mediaType(), bytes));
                } else {
                    left.add(name);
                }
            }
        }
        var text = plan.title() + "\n" + period + "\n\n"
                + (left.isEmpty() ? "" : "Too large for mail: " + String.join(", ", left) + ".\n")
                + "All files: " + url + "/reports\n\nYou get it because Larum's configuration says so (reports."
                + plan.word() + ").\n";
        return new Letter(id, plan.title() + ", " + period, text, html(asked, text), files);
    }

    private String html(ReportAsked asked, String text) {
        return archive.bytes(asked.run().value(), Format.HTML)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                        + escaped(asked.plan().title()) + "</title></head><body><p>"
                        + escaped(text).replace("\n", "<br>") + "</p></body></html>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
