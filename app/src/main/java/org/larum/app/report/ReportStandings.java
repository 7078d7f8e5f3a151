package org.larum.app.report;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.report.ReportEvent;
import org.larum.domain.report.ReportEvent.DeliveryBegun;
import org.larum.domain.report.ReportEvent.DeliveryMissed;
import org.larum.domain.report.ReportEvent.DeliveryPostponed;
import org.larum.domain.report.ReportEvent.ReportAsked;
import org.larum.domain.report.ReportEvent.ReportDelivered;
import org.larum.domain.report.ReportEvent.ReportFailed;
import org.larum.domain.report.ReportEvent.ReportFileMade;
import org.larum.domain.report.ReportEvent.ReportFinished;

/** How far a report is, by the log. */
final class ReportStandings {

    enum Mail {
        BEGUN,
        POSTPONED,
        SETTLED
    }

    record Delivery(Mail mail, int tries, @Nullable Instant until) {}

    private @Nullable ReportAsked asked;
    private boolean isOver;
    private final Set<Format> made = EnumSet.noneOf(Format.class);
    private final Map<UUID, Delivery> deliveries = new HashMap<>();

    static ReportStandings of(List<ReportEvent> events) {
        var standings = new ReportStandings();
        events.forEach(standings::evolve);
        return standings;
    }

    private void evolve(ReportEvent event) {
        switch (event) {
            case ReportAsked e -> asked = e;
            case ReportFileMade e -> made.add(e.format());
            case DeliveryBegun e -> deliveries.put(e.reader(), new Delivery(Mail.BEGUN, e.tries(), null));
            case DeliveryPostponed e ->
                deliveries.computeIfPresent(
                        e.reader(), (reader, was) -> new Delivery(Mail.POSTPONED, was.tries(), e.until()));
            case ReportDelivered e -> deliveries.put(e.reader(), new Delivery(Mail.SETTLED, 0, null));
            case DeliveryMissed e -> deliveries.put(e.reader(), new Delivery(Mail.SETTLED, 0, null));
            case ReportFinished e -> isOver = true;
            case ReportFailed e -> isOver = true;
        }
    }

    @Nullable
    ReportAsked asked() {
        return asked;
    }

    boolean isOver() {
        return isOver;
    }

    boolean isMade(Format format) {
        return made.contains(format);
    }

    @Nullable
    Delivery delivery(UUID reader) {
        return deliveries.get(reader);
    }
}
