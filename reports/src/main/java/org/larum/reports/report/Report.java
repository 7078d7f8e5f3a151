package org.larum.reports.report;

import java.util.List;

/** What is told of a time, whatever it is written as. One without sections says that there was nothing. */
public record Report(String title, String subtitle, Period period, Brand brand, List<Section> sections) {

    /** What somebody reads in one go; on slides, a slide. */
    public record Section(String heading, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    static final String NOTHING = "There is nothing to report for this period.";

    public Report {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A report has no title");
        }
        sections = List.copyOf(sections);
    }

    /** What the file is called: letters that every mail program and disk takes. */
    public String fileName(ReportFormat format) {
        var words = title.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return (words.isEmpty() ? "report" : words.substring(0, words.offsetByCodePoints(0, cut(words)))) + "-"
                + period.fromDay() + "." + format.ending();
    }

    private static int cut(String words) {
        return Math.min(60, words.codePointCount(0, words.length()));
    }
}
