package org.larum.app.api.incident;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.larum.app.api.incident.TimelineController.Export;
import org.larum.projections.timeline.TimelineView;

/** A timeline as a document. What senders and people wrote stays text: no mark-up of theirs becomes a part of it. */
final class TimelineMarkdown {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private TimelineMarkdown() {}

    static String of(Export export) {
        var incident = export.incident();
        var text = new StringBuilder()
                .append("# INC-")
                .append(incident.number())
                .append(": ")
                .append(plain(incident.title()))
                .append("\n\n")
                .append(plain(incident.service().name()))
                .append(", ")
                .append(incident.severity())
                .append(", ")
                .append(incident.state())
                .append(". Opened ")
                .append(MOMENT.format(incident.openedAt()))
                .append(". All times are UTC.\n\n");
        export.entries().forEach(entry -> line(text, entry));
        if (!export.isWhole()) {
            text.append("\nThe timeline goes on; only its beginning is here.\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, TimelineView entry) {
        text.append("- ").append(MOMENT.format(entry.at())).append(" ").append(plain(entry.sentence()));
        if (entry.detail() != null) {
            text.append(" (").append(plain(entry.detail())).append(')');
        }
        text.append('\n');
        for (var file : entry.attachments()) {
            text.append("  - File: ")
                    .append(plain(file.name()))
                    .append(", ")
                    .append(file.type())
                    .append(", ")
                    .append(file.size())
                    .append(" bytes, SHA-256 ")
                    .append(file.digest())
                    .append('\n');
        }
    }

    private static String plain(String words) {
        return words.lines()
                .map(line -> line.strip().replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1"))
                .collect(Collectors.joining("  \n  "));
    }
}
