package org.larum.domain.report;

import java.util.UUID;
import org.larum.domain.directory.ReportId;
import org.larum.domain.report.ReportCalendar.Due;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names one report of one period: version 5 of both, so that two nodes whose clocks strike at once make one. */
public record ReportRunId(UUID value) implements Identifier {

    public static ReportRunId of(ReportId report, Due due) {
        return new ReportRunId(Ids.of("report-run", report, due.from(), due.until()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
