package org.larum.projections.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.AnswerCounted;
import org.larum.domain.escalation.EscalationEvent.EscalationExhausted;
import org.larum.domain.escalation.EscalationEvent.EscalationRaised;
import org.larum.domain.escalation.EscalationEvent.EscalationReminded;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.ResponderUnreached;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepPassed;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.EscalationEvent.TurnTaken;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementAdded;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentEvent.AcknowledgementWithdrawn;
import org.larum.domain.incident.IncidentEvent.AlertHeld;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsForwarded;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.ImpactStartCorrected;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentAssigned;
import org.larum.domain.incident.IncidentEvent.IncidentEscalated;
import org.larum.domain.incident.IncidentEvent.IncidentHandedOver;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentPassedOn;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.MergeSuggested;
import org.larum.domain.incident.IncidentEvent.PriorityOverridden;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.MajorIncidentEnded;
import org.larum.domain.major.MajorEvent.MajorIncidentMerged;
import org.larum.domain.major.MajorEvent.MajorIncidentStoodDown;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps the list of incidents. */
public final class IncidentProjector implements Projector {

    private final IncidentTable table;
    private final IncidentLifeTable life;

    public IncidentProjector(IncidentTable table) {
        this.table = table;
        this.life = table.life();
    }

    @Override
    public String room() {
        return "incident";
    }

    @Override
    public List<String> tables() {
        return List.of("incident_views", "incident_roots");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(IncidentEvent.class, EscalationEvent.class, MajorEvent.class, RootSuspected.class);
    }

    /** Alerts that come and go by the thousand are added up until something else happens to their incident. */
    @Override
    public void on(List<Logged> page) {
        var tallies = new LinkedHashMap<IncidentId, Tally>();
        for (var logged : page) {
            long index = logged.index();
            switch (logged.event()) {
                case AlertsJoined e ->
                    tally(tallies, e.incident()).join(e.alerts().size(), index);
                case AlertSettled e -> tally(tallies, e.incident()).settle(index);
                case IncidentEvent e -> {
                    write(tallies.remove(e.incident()));
                    write(e, index);
                }
                case EscalationEvent e -> {
                    write(tallies.remove(e.incident()));
                    write(e, index);
                }
                case MajorEvent e -> {
                    write(tallies.remove(e.incident()));
                    write(e, index);
                }
                case RootSuspected e -> life.suspect(e, index);
                default -> {}
            }
        }
        tallies.values().forEach(this::write);
    }

    private static final class Tally {

        final IncidentId incident;
        int joined;
        int settled;
        long index;

        Tally(IncidentId incident) {
            this.incident = incident;
        }

        void join(int alerts, long at) {
            joined += alerts;
            index = at;
        }

        void settle(long at) {
            settled++;
            index = at;
        }
    }

    private static Tally tally(Map<IncidentId, Tally> tallies, IncidentId incident) {
        return tallies.computeIfAbsent(incident, Tally::new);
    }

    private void write(@Nullable Tally tally) {
        if (tally != null) {
            table.count(tally.incident, tally.joined, tally.settled, tally.index);
        }
    }

    private void write(IncidentEvent event, long index) {
        switch (event) {
            case IncidentOpened e -> table.insert(e, index);
            case IncidentWorsened e -> table.severity(e.incident(), e.to(), index);
            case IncidentAcknowledged e -> table.acknowledge(e, index);
            case IncidentResolved e -> table.resolve(e, index);
            case IncidentReopened e -> table.reopen(e, index);
            case IncidentNoted e -> table.touch(e.incident(), index);
            case IncidentRerouted e -> table.reroute(e, index);
            case IncidentPassedOn e -> table.touch(e.incident(), index);
            case AlertsTurnedAway e -> table.touch(e.incident(), index);
            case AlertsJoined e -> table.count(e.incident(), e.alerts().size(), 0, index);
            case AlertSettled e -> table.count(e.incident(), 0, 1, index);
            case AlertHeld e -> table.touch(e.incident(), index);
            case AcknowledgementAdded e -> table.touch(e.incident(), index);
            case AcknowledgementRenewed e -> life.renew(e, index);
            case AcknowledgementExpired e -> life.expire(e, index);
            case HelpCalled e -> life.callHelp(e, index);
            case IncidentEscalated e -> table.touch(e.incident(), index);
            case AcknowledgementWithdrawn e -> life.withdraw(e, index);
            case IncidentAssigned e -> life.assign(e.incident(), e.to(), index);
            case IncidentHandedOver e -> life.assign(e.incident(), e.to(), index);
            case IncidentMitigated e -> life.mitigate(e, index);
            case IncidentSnoozed e -> life.snooze(e, index);
            case SnoozeEnded e -> life.wake(e, index);
            case IncidentHushed e -> life.hush(e, index);
            case HushEnded e -> life.endHush(e, index);
            case SeverityChanged e -> table.severity(e.incident(), e.to(), index);
            case PriorityOverridden e -> life.prioritise(e, index);
            case ImpactStartCorrected e -> life.impact(e.incident(), e.began(), index);
            case ResolutionWithdrawn e -> life.restore(e, index);
            case IncidentMerged e -> life.merge(e, index);
            case MergeSuggested e -> life.suggest(e.incident(), e.into(), index);
            case IncidentUnmerged e -> life.unmerge(e, index);
            case IncidentSplit e -> life.move(e.incident(), -e.alerts().size(), index);
            case AlertsMovedOut e -> life.move(e.incident(), -e.alerts().size(), index);
            case AlertsMovedIn e -> life.move(e.incident(), e.alerts().size(), index);
            case AlertsForwarded e -> table.touch(e.incident(), index);
        }
    }

    private void write(EscalationEvent event, long index) {
        switch (event) {
            case EscalationStarted e -> table.start(e, index);
            case StepScheduled e -> table.schedule(e, index);
            case EscalationStopped e -> table.escalation(e.incident(), "stopped", index);
            case EscalationExhausted e -> table.escalation(e.incident(), "exhausted", index);
            case StepReached e -> table.reach(e, index);
            case TurnTaken e -> table.touch(e.incident(), index);
            case AnswerCounted e -> table.count(e, index);
            case RespondersFound e -> table.touch(e.incident(), index);
            case ResponderUnreached e -> table.touch(e.incident(), index);
            case StepPassed e -> table.touch(e.incident(), index);
            case EscalationRaised e -> table.touch(e.incident(), index);
            case EscalationReminded e -> table.touch(e.incident(), index);
        }
    }

    private void write(MajorEvent event, long index) {
        switch (event) {
            case MajorIncidentDeclared e ->
                life.declare(e.incident(), e.at(), e.clock().due(), index);
            case MajorIncidentStoodDown e -> life.standDown(e.incident(), index);
            case MajorIncidentEnded e -> life.endMajor(e.incident(), index);
            case MajorIncidentMerged e -> life.endMajor(e.incident(), index);
            case UpdatePosted e ->
                life.promise(e.incident(), e.clock() == null ? null : e.clock().due(), index);
            // The rest is shown on the page of the incident alone.
            default -> {}
        }
    }
}
