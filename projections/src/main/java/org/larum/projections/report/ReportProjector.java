package org.larum.projections.report;

import java.util.List;
import org.larum.domain.report.ReportEvent;
import org.larum.domain.report.ReportEvent.DeliveryBegun;
import org.larum.domain.report.ReportEvent.DeliveryMissed;
import org.larum.domain.report.ReportEvent.DeliveryPostponed;
import org.larum.domain.report.ReportEvent.ReportAsked;
import org.larum.domain.report.ReportEvent.ReportDelivered;
import org.larum.domain.report.ReportEvent.ReportFailed;
import org.larum.domain.report.ReportEvent.ReportFileMade;
import org.larum.domain.report.ReportEvent.ReportFinished;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps the list of reports. */
public final class ReportProjector implements Projector {

    private final ReportTable table;

    public ReportProjector(ReportTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "report";
    }

    @Override
    public List<String> tables() {
        return List.of("report_runs", "report_files", "report_readers");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(ReportEvent.class);
    }

    @Override
    public void on(List<Logged> page) {
        for (var logged : page) {
            if (logged.event() instanceof ReportEvent event) {
                write(event, logged.index());
                table.touch(event.run().value(), logged.index());
            }
        }
    }

    private void write(ReportEvent event, long index) {
        switch (event) {
            case ReportAsked e -> table.insert(e, index);
            case ReportFileMade e -> table.file(e);
            case DeliveryBegun e -> table.reader(e.run(), e.reader(), "waiting", null);
            case DeliveryPostponed e -> table.reader(e.run(), e.reader(), "waiting", e.reason());
            case ReportDelivered e -> table.reader(e.run(), e.reader(), "told", null);
            case DeliveryMissed e -> table.reader(e.run(), e.reader(), "missed", e.reason());
            case ReportFinished e -> table.end(e.run(), "done", null, e.at());
            case ReportFailed e -> table.end(e.run(), "failed", e.reason(), e.at());
        }
    }
}
