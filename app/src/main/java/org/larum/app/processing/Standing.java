package org.larum.app.processing;

import java.util.List;
import java.util.function.LongFunction;
import org.larum.domain.alert.Alert;
import org.larum.domain.correlation.CorrelationGroup;
import org.larum.domain.correlation.Fates;
import org.larum.domain.correlation.WhenAlertAdmittedThenCorrelate;
import org.larum.domain.correlation.WhenAlertChangedThenTellIncident;
import org.larum.domain.correlation.WhenAlertCorrelatedThenJoinIncident;
import org.larum.domain.correlation.WhenAlertMovedThenWorsenIncident;
import org.larum.domain.correlation.WhenAlertRaisedThenCorrelate;
import org.larum.domain.correlation.WhenAlertsTurnedAwayThenCorrelateAgain;
import org.larum.domain.correlation.WhenIncidentResolvedThenCloseGroup;
import org.larum.domain.correlation.WhenIncidentResolvedThenEndKnownIssues;
import org.larum.domain.correlation.WhenIncidentResolvedThenResolveAlerts;
import org.larum.domain.correlation.WhenKnownIssueDefinedThenEndIfOver;
import org.larum.domain.directory.Device;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.ServiceChange;
import org.larum.domain.escalation.EscalationRun;
import org.larum.domain.escalation.RoundRobin;
import org.larum.domain.escalation.WhenEscalationAsksThenNotify;
import org.larum.domain.escalation.WhenIncidentChangedThenTellWebhooks;
import org.larum.domain.escalation.WhenIncidentConcernsSomebodyThenTell;
import org.larum.domain.escalation.WhenIncidentNeedsAnswerThenEscalate;
import org.larum.domain.feedback.IncidentRating;
import org.larum.domain.feedback.PageRating;
import org.larum.domain.feedback.QuarterSheet;
import org.larum.domain.feedback.SurveySheet;
import org.larum.domain.feedback.Ticket;
import org.larum.domain.improvement.Improvement;
import org.larum.domain.incident.Incident;
import org.larum.domain.incident.IncidentNumbers;
import org.larum.domain.major.MajorIncident;
import org.larum.domain.major.MajorKnown;
import org.larum.domain.major.WhenAlertCorrelatedThenWeigh;
import org.larum.domain.major.WhenImpactNotedThenDeclare;
import org.larum.domain.major.WhenIncidentGrowsThenWeigh;
import org.larum.domain.major.WhenMajorDeclaredThenEscalate;
import org.larum.domain.major.WhenMajorIncidentTurnsThenTell;
import org.larum.domain.notification.Notification;
import org.larum.domain.postmortem.Postmortem;
import org.larum.domain.reach.ReachRun;
import org.larum.domain.reach.WhenPageFailsThenGoOn;
import org.larum.domain.reach.WhenRespondersFoundThenReach;
import org.larum.domain.reach.WhenWayTriedThenNotify;
import org.larum.domain.report.ReportRun;
import org.larum.domain.schedule.Absence;
import org.larum.domain.schedule.AgreedOverride;
import org.larum.domain.schedule.CoverRequest;
import org.larum.domain.schedule.DoNotDisturb;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Reaction;
import org.larum.domain.sla.SlaClock;
import org.larum.domain.slo.BudgetWatch;
import org.larum.domain.slo.Tally;
import org.larum.domain.status.Component;
import org.larum.domain.status.Notice;
import org.larum.domain.suppression.Conditions;
import org.larum.domain.suppression.Inhibition;
import org.larum.domain.suppression.RuleFailures;
import org.larum.domain.suppression.Screen;
import org.larum.domain.suppression.Screening;
import org.larum.domain.suppression.WhenAlertScreenedThenGoOn;
import org.larum.domain.webhook.Listener;

/**
 * Who decides and who reacts: one list for the server and for what is only thought through. A standing reaction has the name of its
 * processor, and what it must know as of an index of the log.
 */
public record Standing<E extends Event, K>(String name, Reaction<E, K> reaction, LongFunction<K> knowledge) {

    public static final List<Class<?>> AGGREGATES = List.of(
            Alert.class,
            Screening.class,
            Inhibition.class,
            RuleFailures.class,
            CorrelationGroup.class,
            Incident.class,
            EscalationRun.class,
            RoundRobin.class,
            ReachRun.class,
            MajorIncident.class,
            SlaClock.class,
            PageRating.class,
            IncidentRating.class,
            QuarterSheet.class,
            Ticket.class,
            SurveySheet.class,
            Tally.class,
            BudgetWatch.class,
            Notification.class,
            Listener.class,
            Entry.class,
            ServiceChange.class,
            Device.class,
            Notice.class,
            Component.class,
            AgreedOverride.class,
            CoverRequest.class,
            Absence.class,
            DoNotDisturb.class,
            Postmortem.class,
            Improvement.class,
            ReportRun.class);

    public static List<Standing<?, ?>> reactions(
            LongFunction<Directory> organisation,
            Conditions conditions,
            IncidentNumbers numbers,
            LongFunction<MajorKnown> major,
            Fates fates) {
        LongFunction<Screen.Known> screen = index -> new Screen.Known(organisation.apply(index), conditions);
        LongFunction<Object> nothing = index -> List.of();
        return List.of(
                new Standing<>("when-alert-raised", new WhenAlertRaisedThenCorrelate(), screen),
                new Standing<>("when-alert-screened", new WhenAlertScreenedThenGoOn(), nothing),
                new Standing<>("when-alert-admitted", new WhenAlertAdmittedThenCorrelate(), screen),
                new Standing<>(
                        "when-alert-correlated",
                        new WhenAlertCorrelatedThenJoinIncident(),
                        index -> new WhenAlertCorrelatedThenJoinIncident.Known(organisation.apply(index), numbers)),
                new Standing<>("when-alerts-turned-away", new WhenAlertsTurnedAwayThenCorrelateAgain(), screen),
                new Standing<>("when-alert-changed", new WhenAlertChangedThenTellIncident(), nothing),
                new Standing<>("when-alert-moved", new WhenAlertMovedThenWorsenIncident(), nothing),
                new Standing<>("when-incident-resolved", new WhenIncidentResolvedThenResolveAlerts(), nothing),
                new Standing<>(
                        "when-known-issue-ends",
                        new WhenIncidentResolvedThenEndKnownIssues(),
                        index -> new WhenIncidentResolvedThenEndKnownIssues.Known(organisation.apply(index), fates)),
                new Standing<>("when-known-issue-defined", new WhenKnownIssueDefinedThenEndIfOver(), index -> fates),
                new Standing<>("when-incident-closed", new WhenIncidentResolvedThenCloseGroup(), nothing),
                new Standing<>("when-incident-needs-answer", new WhenIncidentNeedsAnswerThenEscalate(), organisation),
                new Standing<>("when-escalation-asks", new WhenEscalationAsksThenNotify(), organisation),
                new Standing<>("when-responders-found", new WhenRespondersFoundThenReach(), organisation),
                new Standing<>("when-way-tried", new WhenWayTriedThenNotify(), nothing),
                new Standing<>("when-page-fails", new WhenPageFailsThenGoOn(), nothing),
                new Standing<>("when-incident-changed", new WhenIncidentChangedThenTellWebhooks(), organisation),
                new Standing<>("when-incident-concerns", new WhenIncidentConcernsSomebodyThenTell(), nothing),
                new Standing<>("when-incident-grows", new WhenIncidentGrowsThenWeigh(), organisation),
                new Standing<>("when-alert-weighs", new WhenAlertCorrelatedThenWeigh(), organisation),
                new Standing<>("when-impact-noted", new WhenImpactNotedThenDeclare(), organisation),
                new Standing<>("when-major-declared", new WhenMajorDeclaredThenEscalate(), nothing),
                new Standing<>("when-major-incident-turns", new WhenMajorIncidentTurnsThenTell(), major));
    }

    public boolean hears(Event event) {
        return reaction.hears().isInstance(event);
    }

    /** The commands that follow from an event that it hears. */
    public List<Command> on(Event event, long index) {
        return reaction.on(reaction.hears().cast(event), knowledge.apply(index));
    }
}
