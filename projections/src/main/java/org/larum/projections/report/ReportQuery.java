package org.larum.projections.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about reports. */
public sealed interface ReportQuery {

    /** Newest first. {@code plan}: null for all reports. */
    record Runs(@Nullable UUID plan, Asked asked) implements ReportQuery {}

    record Run(UUID id) implements ReportQuery {}

    /** Those that are not over, oldest first. */
    record OpenRuns(int limit) implements ReportQuery {}
}
