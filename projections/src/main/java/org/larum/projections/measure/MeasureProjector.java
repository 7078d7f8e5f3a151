package org.larum.projections.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.directory.DirectoryEvent.PersonDefined;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementWithdrawn;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.ImpactStartCorrected;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentAssigned;
import org.larum.domain.incident.IncidentEvent.IncidentEscalated;
import org.larum.domain.incident.IncidentEvent.IncidentHandedOver;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Event;
import org.larum.domain.sla.SlaEvent.ClockBreached;
import org.larum.domain.sla.SlaEvent.ClockRecomputed;
import org.larum.domain.sla.SlaEvent.ClockStarted;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps the facts that figures are made of; it counts nothing twice. */
public final class MeasureProjector implements Projector {

    private final MeasureTable table;

    public MeasureProjector(MeasureTable table) {
        this.table = table;
    }

    @Override
    public String room() {
        return "measure";
    }

    @Override
    public List<String> tables() {
        return List.of("measure_incidents", "measure_pages", "measure_people", "measure_raised", "measure_alerts");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(
                AlertRaised.class,
                AlertSuppressed.class,
                IncidentEvent.class,
                StepReached.class,
                NotificationRequested.class,
                NotificationSent.class,
                PersonDefined.class,
                ClockStarted.class,
                ClockRecomputed.class,
                ClockBreached.class);
    }

    /** Alerts come by the thousand: those of a page are written together, and before the incidents that they open. */
    @Override
    public void on(List<Logged> page) {
        var raised = new ArrayList<AlertRaised>();
        var held = new ArrayList<AlertSuppressed>();
        for (var logged : page) {
            switch (logged.event()) {
                case AlertRaised e -> raised.add(e);
                case AlertSuppressed e -> held.add(e);
                default -> {}
            }
        }
        table.raise(raised);
        table.hold(held);
        for (var logged : page) {
            long index = logged.index();
            switch (logged.event()) {
                case IncidentEvent e -> write(e, index);
                case StepReached e -> {
                    if (e.position().round() > 0 || e.position().step() > 0) {
                        table.escalate(e.incident(), index);
                    }
                }
                case NotificationRequested e -> ask(e, index);
                case NotificationSent e -> table.send(e.notification(), e.at(), index);
                case PersonDefined e -> table.live(e.definition(), index);
                case ClockStarted e -> table.promise(e.incident(), e.kind(), e.target() != null, index);
                case ClockRecomputed e ->
                    table.promise(e.incident(), e.kind(), e.now().target() != null, index);
                case ClockBreached e -> table.breach(e.incident(), e.kind(), index);
                default -> {}
            }
        }
    }

    private void ask(NotificationRequested e, long index) {
        var incident = e.incident();
        var channel = e.recipient().channel();
        boolean isPerson = channel != ChannelKind.WEBHOOK && channel != ChannelKind.SOURCE;
        if (incident != null && e.kind() == NotificationKind.PAGE && isPerson) {
            table.ask(e, incident, channel.name().toLowerCase(Locale.ROOT), index);
        }
    }

    private void write(IncidentEvent event, long index) {
        switch (event) {
            case IncidentOpened e -> table.open(e, index);
            case IncidentWorsened e -> table.severity(e.incident(), e.to(), 0, index);
            case SeverityChanged e -> table.severity(e.incident(), e.to(), 1, index);
            case IncidentRerouted e -> table.move(e.incident(), e.to(), index);
            case IncidentAcknowledged e -> table.answer(e, index);
            case AcknowledgementWithdrawn e -> table.takeBackAnswer(e, index);
            case IncidentMitigated e -> table.mitigate(e, index);
            case IncidentResolved e -> table.resolve(e, index);
            case IncidentReopened e -> table.reopen(e, index);
            case ResolutionWithdrawn e -> table.takeBackEnd(e, index);
            case IncidentMerged e -> table.merge(e, index);
            case HelpCalled e -> table.callHelp(e, index);
            case IncidentEscalated e -> table.escalate(e.incident(), index);
            case ImpactStartCorrected e -> table.begin(e.incident(), e.began(), index);
            case IncidentAssigned e -> table.touch(e.incident(), e.by(), index);
            case IncidentHandedOver e -> table.touch(e.incident(), Actor.person(e.from()), index);
            case IncidentSnoozed e -> table.touch(e.incident(), e.by(), index);
            case IncidentNoted e -> table.touch(e.incident(), e.by(), index);
            case Turn e -> table.turn(e, index);
            default -> {}
        }
    }
}
