package org.larum.app.api.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.report.ReportRunView;

/** A report that is made again and again. {@code next}: when it is due; {@code readers}: how many get it; {@code last}: null before the first. */
public record ReportPlanView(
        String report,
        String title,
        String schedule,
        String timeZone,
        Instant next,
        List<String> sections,
        List<String> formats,
        int readers,
        @Nullable ReportRunView last) {}
