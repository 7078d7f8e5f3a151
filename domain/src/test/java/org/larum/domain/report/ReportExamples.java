package org.larum.domain.report;

import java.time.Instant;
import java.util.UUID;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.report.ReportEvent.DeliveryBegun;
import org.larum.domain.report.ReportEvent.DeliveryMissed;
import org.larum.domain.report.ReportEvent.DeliveryPostponed;
import org.larum.domain.report.ReportEvent.ReportAsked;
import org.larum.domain.report.ReportEvent.ReportDelivered;
import org.larum.domain.report.ReportEvent.ReportFailed;
import org.larum.domain.report.ReportEvent.ReportFileMade;
import org.larum.domain.report.ReportEvent.ReportFinished;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;

/** The weekly report of the shop: Ada gets it, the mail server is away at first. */
public final class ReportExamples {

    public static final Instant FROM = Instant.parse("2026-11-16T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2026-11-23T00:00:00Z");
    public static final UUID ADA = DirectoryExamples.ADA.value();
    public static final ReportRunId RUN = ReportRunId.of(
            DirectoryExamples.report().id(),
            new ReportCalendar.Due(Instant.parse("2026-11-23T08:00:00Z"), FROM, UNTIL));

    private ReportExamples() {}

    public static ReportAsked asked() {
        return new ReportAsked(RUN, DirectoryExamples.report(), FROM, UNTIL, true, Actor.LARUM, Monday.at(0));
    }

    public static ReportFileMade made() {
        return new ReportFileMade(RUN, Format.PDF, 81_234, "9f86d081884c7d65", Monday.at(1));
    }

    public static DeliveryBegun begun(int tries) {
        return new DeliveryBegun(RUN, ADA, tries, Monday.at(2));
    }

    public static ReportDelivered delivered() {
        return new ReportDelivered(RUN, ADA, Monday.at(3));
    }

    public static DeliveryPostponed postponed() {
        return new DeliveryPostponed(RUN, ADA, "The mail server does not answer.", Monday.at(8), Monday.at(3));
    }

    public static DeliveryMissed missed() {
        return new DeliveryMissed(RUN, ADA, "There is no e-mail address of this person.", Monday.at(3));
    }

    public static ReportFinished finished() {
        return new ReportFinished(RUN, Monday.at(4));
    }

    public static ReportFailed failed() {
        return new ReportFailed(RUN, "The database went away three times.", Monday.at(4));
    }
}
