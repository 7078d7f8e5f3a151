package org.larum.domain;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.FILE;
import static org.larum.domain.directory.DirectoryExamples.GRACE;

import java.util.List;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.correlation.CorrelationExamples;
import org.larum.domain.directory.DirectoryEvent.AdministratorAppointed;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.RuleExamples;
import org.larum.domain.escalation.EscalationExamples;
import org.larum.domain.escalation.PassReason;
import org.larum.domain.feedback.FeedbackExamples;
import org.larum.domain.feedback.QuarterQuestion;
import org.larum.domain.feedback.SurveyQuestion;
import org.larum.domain.feedback.Verdict;
import org.larum.domain.improvement.ImprovementExamples;
import org.larum.domain.improvement.Phase;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.major.MajorExamples;
import org.larum.domain.notification.NotificationExamples;
import org.larum.domain.postmortem.ActionState;
import org.larum.domain.postmortem.PostmortemExamples;
import org.larum.domain.reach.ReachExamples;
import org.larum.domain.report.ReportExamples;
import org.larum.domain.schedule.AgreementExamples;
import org.larum.domain.schedule.ScheduleExamples;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Event;
import org.larum.domain.sla.SlaExamples;
import org.larum.domain.slo.SloExamples;
import org.larum.domain.status.StatusExamples;
import org.larum.domain.suppression.SuppressionExamples;
import org.larum.domain.webhook.WebhookExamples;

/** One example of every event that there is: a new event needs one here. */
public final class EventExamples {

    private EventExamples() {}

    public static List<Event> all() {
        return List.of(
                AlertExamples.raised(),
                AlertExamples.repeated(AlertExamples.INCIDENT),
                AlertExamples.worsened(AlertExamples.INCIDENT),
                AlertExamples.attached(),
                AlertExamples.acknowledged(AlertExamples.INCIDENT),
                AlertExamples.resolved(null),
                AlertExamples.expired(AlertExamples.INCIDENT),
                CorrelationExamples.first(),
                CorrelationExamples.closed(),
                CorrelationExamples.connected(),
                CorrelationExamples.suspected(),
                SuppressionExamples.suppressed(),
                SuppressionExamples.admitted(),
                SuppressionExamples.lapsed(),
                SuppressionExamples.began(),
                SuppressionExamples.ended(),
                SuppressionExamples.muted(),
                SuppressionExamples.passed(),
                SuppressionExamples.failed(),
                IncidentExamples.opened(),
                IncidentExamples.joined(),
                IncidentExamples.turnedAway(),
                IncidentExamples.worsened(),
                IncidentExamples.held(AlertExamples.DISK),
                IncidentExamples.settled(AlertExamples.DISK),
                IncidentExamples.acknowledged(),
                IncidentExamples.alsoAcknowledged(),
                IncidentExamples.passedOn(),
                IncidentExamples.rerouted(),
                IncidentExamples.resolved(AlertExamples.DISK),
                IncidentExamples.reopened(),
                IncidentExamples.noted(),
                IncidentExamples.renewed(),
                IncidentExamples.expired(),
                IncidentExamples.withdrawn(),
                IncidentExamples.assigned(),
                IncidentExamples.handedOver(),
                IncidentExamples.mitigated(),
                IncidentExamples.snoozed(),
                IncidentExamples.snoozeEnded(),
                IncidentExamples.hushed(),
                IncidentExamples.hushEnded(),
                IncidentExamples.severityChanged(),
                IncidentExamples.priorityOverridden(),
                IncidentExamples.impactCorrected(),
                IncidentExamples.merged(),
                IncidentExamples.mergeSuggested(),
                IncidentExamples.unmerged(),
                IncidentExamples.split(),
                IncidentExamples.movedOut(),
                IncidentExamples.movedIn(),
                IncidentExamples.forwarded(),
                IncidentExamples.resolutionWithdrawn(),
                IncidentExamples.escalated(),
                IncidentExamples.helpCalled(),
                EscalationExamples.started(),
                EscalationExamples.reached(EscalationExamples.GRACE_FIRST, 5),
                EscalationExamples.scheduled(EscalationExamples.GRACE_FIRST, 1, 0, 5),
                EscalationExamples.turnTaken(ADA, "ada", 0, 0),
                EscalationExamples.counted(ADA, 1, GRACE),
                EscalationExamples.stopped(6),
                EscalationExamples.exhausted(30),
                EscalationExamples.reminded(1, 60),
                EscalationExamples.found(
                        EscalationExamples.GRACE_FIRST, 5, EscalationExamples.named(DirectoryExamples.GRACE, "grace")),
                EscalationExamples.unreached(EscalationExamples.GRACE_FIRST, DirectoryExamples.GRACE, 6),
                EscalationExamples.passed(EscalationExamples.GRACE_FIRST, PassReason.NOBODY_REACHED, 6),
                EscalationExamples.raised(EscalationExamples.PLAN, 7, DirectoryExamples.ADA),
                ReachExamples.started(),
                ReachExamples.tried(ChannelKind.EMAIL, 1, 0),
                ReachExamples.scheduled(1, 1, 0, 2),
                ReachExamples.failed(ChannelKind.EMAIL, 1, 1),
                ReachExamples.delayed(ChannelKind.EMAIL, 1, 1),
                ReachExamples.unreached(3),
                ReachExamples.changed(ReachExamples.PLAN, 4),
                ReachExamples.stopped(5),
                SlaExamples.started(),
                SlaExamples.paused(),
                SlaExamples.resumed(),
                SlaExamples.foretold(),
                SlaExamples.breached(),
                SlaExamples.met(),
                SlaExamples.stopped(),
                SlaExamples.wentOn(),
                SlaExamples.recomputed(),
                SloExamples.told(),
                SloExamples.burned(),
                SloExamples.calmed(),
                WebhookExamples.disabled(),
                WebhookExamples.enabled(),
                FeedbackExamples.pageRated(Verdict.NOISE),
                FeedbackExamples.incidentRated(4, "The runbook helped, but its link was hard to find."),
                FeedbackExamples.answered(SurveyQuestion.HELP, 4, false),
                FeedbackExamples.quarterAsked(),
                FeedbackExamples.quarterAnswered(QuarterQuestion.LOAD, 2, false),
                FeedbackExamples.ticketTaken("It is slow since Monday."),
                MajorExamples.noted(),
                MajorExamples.impactCarried(),
                MajorExamples.declared(),
                MajorExamples.stoodDown(),
                MajorExamples.ended(),
                MajorExamples.merged(),
                MajorExamples.commander(),
                MajorExamples.warRoom(),
                MajorExamples.warRoomMoved(),
                MajorExamples.posted(),
                MajorExamples.reminded(),
                MajorExamples.taskAdded(),
                MajorExamples.taskAssigned(),
                MajorExamples.taskFinished(),
                MajorExamples.taskReopened(),
                MajorExamples.taskDropped(),
                NotificationExamples.requested(),
                NotificationExamples.scheduled(2),
                NotificationExamples.sentTogether(),
                NotificationExamples.failed(1),
                NotificationExamples.held(),
                NotificationExamples.waiting(),
                NotificationExamples.givenUp(),
                NotificationExamples.dropped(),
                NotificationExamples.receipt(false, "busy"),
                NotificationExamples.testConfirmed(),
                DirectoryExamples.ada().defined(1, FILE),
                DirectoryExamples.shopTeam().defined(1, FILE),
                DirectoryExamples.checkoutService().defined(1, FILE),
                DirectoryExamples.onCall().defined(3, FILE),
                DirectoryExamples.curious().defined(1, FILE),
                DirectoryExamples.mail().defined(1, FILE),
                DirectoryExamples.chat().defined(1, FILE),
                DirectoryExamples.twilio().defined(1, FILE),
                DirectoryExamples.slack().defined(1, FILE),
                DirectoryExamples.sms().defined(1, FILE),
                DirectoryExamples.limits().defined(1, FILE),
                DirectoryExamples.templates().defined(1, FILE),
                DirectoryExamples.majorRule().defined(1, FILE),
                DirectoryExamples.slaRule().defined(1, FILE),
                DirectoryExamples.report().defined(1, FILE),
                DirectoryExamples.dashboard().defined(1, FILE),
                SloExamples.checkoutUp().defined(1, FILE),
                DirectoryExamples.payments().defined(1, FILE),
                RuleExamples.silence().defined(1, FILE),
                RuleExamples.maintenance().defined(1, FILE),
                RuleExamples.knownIssue("OPS-7", IncidentExamples.INCIDENT.value())
                        .defined(1, FILE),
                RuleExamples.inhibition().defined(1, FILE),
                RuleExamples.flapping().defined(1, FILE),
                RuleExamples.threshold().defined(1, FILE),
                RuleExamples.hold().defined(1, FILE),
                RuleExamples.correlation().defined(1, FILE),
                RuleExamples.ended(IncidentExamples.INCIDENT.value()),
                new AdministratorAppointed(DirectoryExamples.ADA),
                DirectoryExamples.deviceRegistered(),
                DirectoryExamples.deviceRemoved(),
                DirectoryExamples.changeRecorded(),
                StatusExamples.published(),
                StatusExamples.updated(StatusExamples.monitoring(), 5),
                StatusExamples.withdrawn(9),
                StatusExamples.shown(),
                StatusExamples.hidden(9),
                AgreementExamples.agreed(AgreementExamples.hours(1, 3), 0),
                AgreementExamples.overrideWithdrawn(AgreementExamples.hours(1, 3), 5),
                AgreementExamples.asked(
                        AgreementExamples.hours(2, 12),
                        List.of(ScheduleExamples.GRACE),
                        AgreementExamples.hours(24, 34)),
                AgreementExamples.taken(ScheduleExamples.GRACE, AgreementExamples.hours(2, 12), 5),
                AgreementExamples.requestWithdrawn(5),
                AgreementExamples.begun(60, 0),
                AgreementExamples.restEnded(20),
                AgreementExamples.declared(AgreementExamples.hours(1, 30), 0),
                AgreementExamples.absenceWithdrawn(90),
                PostmortemExamples.asked(),
                PostmortemExamples.drafted(),
                PostmortemExamples.written(),
                PostmortemExamples.reviewRequested(),
                PostmortemExamples.published(),
                PostmortemExamples.reopened(),
                PostmortemExamples.added(),
                PostmortemExamples.changed(ActionState.STARTED),
                PostmortemExamples.reminded(PostmortemExamples.SATURDAY),
                ImprovementExamples.proposed(),
                ImprovementExamples.weighed(),
                ImprovementExamples.planned(),
                ImprovementExamples.begun(Phase.BUILD, 1),
                ImprovementExamples.criterionSet(),
                ImprovementExamples.met(),
                ImprovementExamples.failed(),
                ImprovementExamples.rollbackNoted(),
                ImprovementExamples.dropped(),
                ImprovementExamples.reopened(),
                ReportExamples.asked(),
                ReportExamples.made(),
                ReportExamples.begun(1),
                ReportExamples.delivered(),
                ReportExamples.postponed(),
                ReportExamples.missed(),
                ReportExamples.finished(),
                ReportExamples.failed());
    }
}
