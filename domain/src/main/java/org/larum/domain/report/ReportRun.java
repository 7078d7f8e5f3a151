package org.larum.domain.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ReportPlan.Format;
import org.larum.domain.report.ReportCommand.AskReport;
import org.larum.domain.report.ReportCommand.BeginDelivery;
import org.larum.domain.report.ReportCommand.FailReport;
import org.larum.domain.report.ReportCommand.FinishReport;
import org.larum.domain.report.ReportCommand.MakeFile;
import org.larum.domain.report.ReportCommand.MissDelivery;
import org.larum.domain.report.ReportCommand.NoteDelivered;
import org.larum.domain.report.ReportCommand.PostponeDelivery;
import org.larum.domain.report.ReportEvent.DeliveryBegun;
import org.larum.domain.report.ReportEvent.DeliveryMissed;
import org.larum.domain.report.ReportEvent.DeliveryPostponed;
import org.larum.domain.report.ReportEvent.ReportAsked;
import org.larum.domain.report.ReportEvent.ReportDelivered;
import org.larum.domain.report.ReportEvent.ReportFailed;
import org.larum.domain.report.ReportEvent.ReportFileMade;
import org.larum.domain.report.ReportEvent.ReportFinished;
import org.larum.domain.shared.Refusal;

/** One report of one period: its steps, each of which happens once, whichever node takes it. */
public final class ReportRun {

    private enum Mail {
        BEGUN,
        POSTPONED,
        SETTLED
    }

    private record Delivery(Mail mail, int tries) {}

    @AggregateIdentifier
    private @Nullable ReportRunId id;

    private boolean isOver;
    private final Set<Format> made = EnumSet.noneOf(Format.class);
    private final Map<UUID, Delivery> deliveries = new HashMap<>();

    ReportRun() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(AskReport c) {
        if (id == null) {
            apply(new ReportAsked(c.run(), c.plan(), c.from(), c.until(), c.mailed(), c.by(), c.at()));
        }
    }

    @CommandHandler
    public void decide(MakeFile c) {
        if (!isOver && !made.contains(c.format())) {
            apply(new ReportFileMade(c.run(), c.format(), c.size(), c.digest(), c.at()));
        }
    }

    @CommandHandler
    public void decide(BeginDelivery c) {
        var delivery = deliveries.get(c.reader());
        if (isOver || (delivery != null && delivery.mail() != Mail.POSTPONED)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "mail_begun",
                    "This report is being sent to this recipient, or was. Nothing was sent again.");
        }
        apply(new DeliveryBegun(c.run(), c.reader(), delivery == null ? 1 : delivery.tries() + 1, c.at()));
    }

    @CommandHandler
    public void decide(NoteDelivered c) {
        if (isBegun(c.reader())) {
            apply(new ReportDelivered(c.run(), c.reader(), c.at()));
        }
    }

    @CommandHandler
    public void decide(PostponeDelivery c) {
        if (isBegun(c.reader())) {
            apply(new DeliveryPostponed(c.run(), c.reader(), c.reason(), c.until(), c.at()));
        }
    }

    /** Also of somebody to whom nothing can be sent at all. */
    @CommandHandler
    public void decide(MissDelivery c) {
        var delivery = deliveries.get(c.reader());
        if (!isOver && (delivery == null || delivery.mail() != Mail.SETTLED)) {
            apply(new DeliveryMissed(c.run(), c.reader(), c.reason(), c.at()));
        }
    }

    @CommandHandler
    public void decide(FinishReport c) {
        if (!isOver) {
            apply(new ReportFinished(c.run(), c.at()));
        }
    }

    @CommandHandler
    public void decide(FailReport c) {
        if (!isOver) {
            apply(new ReportFailed(c.run(), c.reason(), c.at()));
        }
    }

    private boolean isBegun(UUID reader) {
        var delivery = deliveries.get(reader);
        return delivery != null && delivery.mail() == Mail.BEGUN;
    }

    // ------------------------------------------------------------ evolve

    @EventSourcingHandler
    void evolve(ReportAsked e) {
        id = e.run();
    }

    @EventSourcingHandler
    void evolve(ReportFileMade e) {
        made.add(e.format());
    }

    @EventSourcingHandler
    void evolve(DeliveryBegun e) {
        deliveries.put(e.reader(), new Delivery(Mail.BEGUN, e.tries()));
    }

    @EventSourcingHandler
    void evolve(ReportDelivered e) {
        settle(e.reader(), Mail.SETTLED);
    }

    @EventSourcingHandler
    void evolve(DeliveryPostponed e) {
        settle(e.reader(), Mail.POSTPONED);
    }

    @EventSourcingHandler
    void evolve(DeliveryMissed e) {
        settle(e.reader(), Mail.SETTLED);
    }

    @EventSourcingHandler
    void evolve(ReportFinished e) {
        isOver = true;
    }

    @EventSourcingHandler
    void evolve(ReportFailed e) {
        isOver = true;
    }

    private void settle(UUID reader, Mail mail) {
        var delivery = deliveries.get(reader);
        deliveries.put(reader, new Delivery(mail, delivery == null ? 0 : delivery.tries()));
    }
}
