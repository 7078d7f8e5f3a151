package org.larum.domain.report;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;

/** Everything that can happen to one report of one period. {@code reader}: a person's id, or that of an address. */
public sealed interface ReportEvent extends Event {

    ReportRunId run();

    Instant at();

    /** {@code plan}: as it was then; {@code mailed}: its recipients get it, otherwise it is for the archive alone. */
    @Revision("1")
    record ReportAsked(
            ReportRunId run, ReportPlan plan, Instant from, Instant until, boolean mailed, Actor by, Instant at)
            implements ReportEvent {}

    /** The bytes lie in the archive. {@code digest}: SHA-256. */
    @Revision("1")
    record ReportFileMade(ReportRunId run, Format format, long size, String digest, Instant at)
            implements ReportEvent {}

    /** Somebody is about to be told; committed before the mail leaves, so that nobody is told twice. */
    @Revision("1")
    record DeliveryBegun(ReportRunId run, UUID reader, int tries, Instant at) implements ReportEvent {}

    @Revision("1")
    record ReportDelivered(ReportRunId run, UUID reader, Instant at) implements ReportEvent {}

    /** It is known that the mail was not taken. */
    @Revision("1")
    record DeliveryPostponed(ReportRunId run, UUID reader, String reason, Instant until, Instant at)
            implements ReportEvent {}

    @Revision("1")
    record DeliveryMissed(ReportRunId run, UUID reader, String reason, Instant at) implements ReportEvent {}

    /** All files are made, and of each recipient it is known what became of the mail. */
    @Revision("1")
    record ReportFinished(ReportRunId run, Instant at) implements ReportEvent {}

    /** It could not be made. */
    @Revision("1")
    record ReportFailed(ReportRunId run, String reason, Instant at) implements ReportEvent {}
}
