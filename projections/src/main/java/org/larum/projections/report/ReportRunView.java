package org.larum.projections.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report of one period. {@code formats}: what it is made as, {@code files}: those that are there; {@code mailed}: recipients get
 * it. {@code failure}: why it could not be made.
 */
public record ReportRunView(
        UUID id,
        String report,
        String title,
        Instant from,
        Instant until,
        String timeZone,
        boolean mailed,
        Instant askedAt,
        String state,
        @Nullable String failure,
        List<String> formats,
        List<ReportFile> files,
        ReportReaders readers,
        long index) {

    public record ReportFile(String format, long size) {}

    /** {@code waiting}: under way, or tried again soon; {@code reasons}: why mail did not reach somebody. */
    public record ReportReaders(long told, long waiting, long missed, List<String> reasons) {}
}
