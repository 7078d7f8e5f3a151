package org.larum.projections.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.larum.projections.report.ReportQuery.OpenRuns;
import org.larum.projections.report.ReportQuery.Run;
import org.larum.projections.report.ReportQuery.Runs;
import org.larum.projections.shared.Page;

/** Answers which reports were made. */
public final class ReportAnswers {

    private final ReportTable table;

    public ReportAnswers(ReportTable table) {
        this.table = table;
    }

    public Page<ReportRunView> answer(Runs query) {
        return Page.of(table.find(query), query.asked());
    }

    public Optional<ReportRunView> answer(Run query) {
        return table.find(query.id());
    }

    public List<UUID> answer(OpenRuns query) {
        return table.open(query.limit());
    }
}
