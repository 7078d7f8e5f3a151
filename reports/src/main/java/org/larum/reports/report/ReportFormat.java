package org.larum.reports.report;

import java.io.IOException;
import java.io.OutputStream;

/** What a report can be written as. The stream stays open: it is its owner's. */
public enum ReportFormat {
    HTML("html", "text/html;charset=utf-8") {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
            HtmlReport.write(report, out);
        }
    },
    PDF("pdf", "application/pdf") {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
            PdfReport.write(report, out);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
            XlsxReport.write(report, out);
        }
    },
    PPTX("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation") {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
            PptxReport.write(report, out);
        }
    };

    private final String ending;
    private final String mediaType;

    ReportFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public abstract void write(Report report, OutputStream out) throws IOException;

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }
}
