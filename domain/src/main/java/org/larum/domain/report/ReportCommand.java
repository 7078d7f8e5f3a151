package org.larum.domain.report;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;

/** Everything that can be asked of a report. Asking for what already is changes nothing, but for a mail that is begun twice. */
public sealed interface ReportCommand extends Command {

    ReportRunId run();

    @Override
    default UUID target() {
        return run().value();
    }

    record AskReport(
            @TargetAggregateIdentifier ReportRunId run,
            ReportPlan plan,
            Instant from,
            Instant until,
            boolean mailed,
            Actor by,
            Instant at)
            implements ReportCommand {}

    record MakeFile(@TargetAggregateIdentifier ReportRunId run, Format format, long size, String digest, Instant at)
            implements ReportCommand {}

    /** Whoever is refused must not send it. */
    record BeginDelivery(@TargetAggregateIdentifier ReportRunId run, UUID reader, Instant at)
            implements ReportCommand {}

    record NoteDelivered(@TargetAggregateIdentifier ReportRunId run, UUID reader, Instant at)
            implements ReportCommand {}

    record PostponeDelivery(
            @TargetAggregateIdentifier ReportRunId run, UUID reader, String reason, Instant until, Instant at)
            implements ReportCommand {}

    record MissDelivery(@TargetAggregateIdentifier ReportRunId run, UUID reader, String reason, Instant at)
            implements ReportCommand {}

    record FinishReport(@TargetAggregateIdentifier ReportRunId run, Instant at) implements ReportCommand {}

    record FailReport(@TargetAggregateIdentifier ReportRunId run, String reason, Instant at) implements ReportCommand {}
}
