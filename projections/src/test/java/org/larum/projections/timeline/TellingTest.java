package org.larum.projections.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.INCIDENT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.EventExamples;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.correlation.CorrelationEvent.GroupClosed;
import org.larum.domain.correlation.CorrelationExamples;
import org.larum.domain.directory.DirectoryEvent;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.EscalationExamples;
import org.larum.domain.feedback.FeedbackEvent;
import org.larum.domain.improvement.ImprovementEvent;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AlertHeld;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.incident.IncidentState;
import org.larum.domain.major.MajorEvent.ImpactCarried;
import org.larum.domain.major.MajorEvent.ImpactNoted;
import org.larum.domain.major.MajorExamples;
import org.larum.domain.major.Role;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.DeliveryScheduled;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.TestConfirmed;
import org.larum.domain.notification.NotificationExamples;
import org.larum.domain.postmortem.PostmortemEvent;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemPublished;
import org.larum.domain.postmortem.PostmortemExamples;
import org.larum.domain.reach.ReachEvent.PlanChanged;
import org.larum.domain.reach.ReachEvent.ReachFailed;
import org.larum.domain.reach.ReachEvent.ReachStarted;
import org.larum.domain.reach.ReachEvent.ReachStopped;
import org.larum.domain.reach.ReachEvent.WayDelayed;
import org.larum.domain.reach.ReachEvent.WayFailed;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.larum.domain.reach.ReachEvent.WayTried;
import org.larum.domain.report.ReportEvent;
import org.larum.domain.schedule.ScheduleEvent;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;
import org.larum.domain.sla.SlaEvent.ClockMet;
import org.larum.domain.sla.SlaEvent.ClockStarted;
import org.larum.domain.sla.SlaExamples;
import org.larum.domain.slo.SloEvent;
import org.larum.domain.status.StatusEvent;
import org.larum.domain.suppression.SuppressionEvent;
import org.larum.domain.webhook.WebhookEvent;
import org.larum.projections.shared.Calling;
import org.larum.projections.timeline.Telling.Memory;
import org.larum.projections.timeline.Telling.Remembered;
import org.larum.projections.timeline.Telling.Told;

class TellingTest {

    /** What a timeline leaves out, and why. */
    private static final Set<Class<?>> UNTOLD = Set.of(
            RespondersFound.class, // told when the step did not name them
            ReachStarted.class, // told with the step
            WayTried.class, // told when something has become of the message
            WayScheduled.class, // told when it is because of quiet hours
            WayFailed.class, // told as the message that was given up
            WayDelayed.class, // told as the message that failed, or waits
            ReachFailed.class, // told by the run that hears of it
            PlanChanged.class, // told as EscalationRaised
            TestConfirmed.class, // of no incident
            ReachStopped.class, // comes with the end of the run, which is told
            AlertRaised.class, // told when it is known to which incident it belongs
            AlertAttached.class, // told as AlertCorrelated
            AlertsJoined.class, // told as AlertCorrelated
            AlertsTurnedAway.class, // told by the incident that takes them in
            AlertHeld.class, // told as AlertAcknowledged
            AlertSettled.class, // told as AlertResolved or AlertExpired
            GroupClosed.class, // comes with the end of the incident, which is told
            StepScheduled.class, // the next step is shown, not told
            ClockStarted.class, // until when it is to be done is shown, not told
            ClockMet.class, // told when it was late
            ImpactNoted.class, // told when it makes a major incident
            ImpactCarried.class, // told as the merge that it comes with
            NotificationRequested.class); // told when something has become of it

    private static final Memory KNOWS =
            subject -> Optional.of(new Remembered(AlertExamples.SUMMARY, NotificationExamples.TO_ADA));
    private static final Memory KNOWS_NOTHING = subject -> Optional.empty();

    private static String told(Event event, Memory memory) {
        return Telling.of(event, memory).orElseThrow().line().spoken(new Calling());
    }

    @Test
    void everyEventIsToldOrLeftOutOnPurpose() {
        for (var event : EventExamples.all()) {
            // an alert that ended before it had an incident belongs to no timeline
            var example = event.equals(AlertExamples.resolved(null)) ? AlertExamples.resolved(INCIDENT) : event;
            // what is held back belongs to no incident yet, and what is said outside to none at all;
            // what people thought of it is no part of what happened
            boolean isLeftOut = UNTOLD.contains(event.getClass())
                    || (event instanceof DirectoryEvent && !endsWithAnIncident(event))
                    || event instanceof SuppressionEvent
                    || event instanceof StatusEvent
                    || event instanceof FeedbackEvent
                    // a report is of no incident; what burns a budget is an alert, and told as such
                    || event instanceof ReportEvent
                    || event instanceof SloEvent
                    // what ought to be better has a list of its own
                    || event instanceof ImprovementEvent
                    // while it is written a review has versions of its own; that it is published is told
                    || (event instanceof PostmortemEvent && !(event instanceof PostmortemPublished))
                    // that a webhook is told nothing stands with each message that it was not told
                    || event instanceof WebhookEvent
                    || event instanceof ScheduleEvent;
            assertThat(Telling.of(example, KNOWS).isPresent())
                    .as(event.getClass().getSimpleName() + " is told")
                    .isEqualTo(!isLeftOut);
        }
    }

    /** A known issue that is over with the incident in which it was worked on is told there. */
    private static boolean endsWithAnIncident(Event event) {
        return event instanceof DirectoryEvent.Retired retired && retired.ending() != null;
    }

    @Test
    void whatIsToldIsAWholeSentenceOfOneIncident() {
        for (var event : EventExamples.all()) {
            for (var memory : List.of(KNOWS, KNOWS_NOTHING)) {
                Telling.of(event, memory).ifPresent(told -> {
                    assertThat(told.incident()).isEqualTo(INCIDENT);
                    assertThat(told.line().spoken(new Calling()))
                            .doesNotContain("{", "null")
                            .isNotBlank();
                    assertThat(told.line().kind()).isIn("alert", "incident", "person", "note", "escalation", "message");
                });
            }
        }
    }

    static Stream<Object[]> sentences() {
        return Stream.of(
                row(CorrelationExamples.first(), "Alert: Disk of cart-1 is 95 % full", null),
                row(
                        CorrelationExamples.second(),
                        "One more alert, taken in: Checkout takes 4 s",
                        "Same or related service, or joined by a rule, within the window after the last one"),
                row(AlertExamples.repeated(INCIDENT), "Disk of cart-1 is 95 % full: seen 10 times", null),
                row(AlertExamples.worsened(INCIDENT), "Worse than before: Disk of cart-1 is full", null),
                row(
                        AlertExamples.acknowledged(INCIDENT),
                        "the person acknowledged the alert: Disk of cart-1 is 95 % full",
                        null),
                row(
                        AlertExamples.expired(INCIDENT),
                        "The alert has expired: Disk of cart-1 is 95 % full",
                        "Its sender fell silent and did not say that it is over"),
                row(IncidentExamples.worsened(), "It is critical now; it was high.", null),
                row(IncidentExamples.ended(), "Resolved: the last alert has ended.", null),
                row(IncidentExamples.resolved(), "the person resolved it.", "By web"),
                row(IncidentExamples.reopened(), "the person reopened it.", null),
                row(
                        new IncidentReopened(
                                INCIDENT,
                                2,
                                IncidentExamples.opened().place(),
                                Actor.LARUM,
                                null,
                                Monday.at(9),
                                Severity.HIGH),
                        "Reopened: another alert came while it was closing.",
                        null),
                row(
                        new IncidentReopened(
                                INCIDENT,
                                2,
                                IncidentExamples.opened().place(),
                                Actor.LARUM,
                                IncidentState.MITIGATED,
                                Monday.at(9),
                                Severity.HIGH),
                        "Reopened: it is worse than when it was mitigated.",
                        null),
                row(
                        IncidentExamples.expired(),
                        "The acknowledgement has run out. The escalation begins anew.",
                        "It is good for 30 minutes unless it is renewed"),
                row(IncidentExamples.assigned(), "the person assigned it to the person.", null),
                row(
                        IncidentExamples.handedOver(),
                        "the person handed it over to the person.",
                        "The disk is grown, watch the queue"),
                row(
                        IncidentExamples.mitigated(),
                        "the person mitigated it: the symptoms are gone, the work goes on.",
                        "By web"),
                row(
                        IncidentExamples.snoozed(),
                        "the person snoozed it until Mon 2026-11-23 11:00 UTC.",
                        "Waits for the disk"),
                row(IncidentExamples.snoozeEnded(), "The snooze is over. The escalation begins anew.", null),
                row(
                        IncidentExamples.severityChanged(),
                        "the person changed the severity from high to low.",
                        "Only the test shop"),
                row(IncidentExamples.priorityOverridden(), "the person set the priority to P1.", "A launch is today"),
                row(
                        IncidentExamples.impactCorrected(),
                        "the person noted that users felt it since Mon 2026-11-23 08:40 UTC.",
                        "The first ticket"),
                row(
                        IncidentExamples.resolutionWithdrawn(),
                        "the person took the end back. The escalation begins anew.",
                        null),
                row(IncidentExamples.split(), "the person split 1 alert off into INC-1002.", null),
                row(MajorExamples.declared(), "the person declared it a major incident.", "Nobody can pay"),
                row(
                        MajorExamples.declaredByRule(),
                        "This is a major incident: it is critical and hits 3 services.",
                        "Declared by the rule of the house"),
                row(
                        MajorExamples.stoodDown(),
                        "the person stood it down: it is no major incident any more.",
                        "One shop only"),
                row(
                        MajorExamples.ended(),
                        "The major incident is over, with its incident.",
                        "No further update is due"),
                row(
                        MajorExamples.merged(),
                        AlertExamples.SUMMARY + " goes on as the major incident.",
                        "With roles, war room and open tasks, as far as it has none"),
                row(MajorExamples.commander(), "the person is commander now.", null),
                row(
                        MajorExamples.role(Role.SCRIBE, DirectoryExamples.GRACE),
                        "the person made the person scribe.",
                        null),
                row(MajorExamples.role(Role.SCRIBE, null), "the person left nobody as scribe.", null),
                row(MajorExamples.warRoom(), "the person opened the war room.", MajorExamples.ROOM),
                row(
                        MajorExamples.posted(),
                        "the person told stakeholders: " + MajorExamples.NOBODY_CAN_PAY,
                        "The next update is promised in 30 minutes"),
                row(
                        MajorExamples.posted(2, null, 91),
                        "the person told stakeholders: " + MajorExamples.NOBODY_CAN_PAY,
                        null),
                row(
                        MajorExamples.reminded(),
                        "An update for stakeholders is due. the person is reminded.",
                        "Again in 10 minutes until there is one"),
                row(
                        MajorExamples.reminded(null),
                        "An update for stakeholders is due, and nobody has the role to write it.",
                        "Again in 10 minutes until there is one"),
                row(PostmortemExamples.published(), "the person published its review.", "Version 2"),
                row(SlaExamples.paused(), "The time to resolve it stands still: it is snoozed.", "The supplier has it"),
                row(SlaExamples.resumed(), "The time to resolve it runs again.", null),
                row(SlaExamples.foretold(), "80 % of the time to resolve it has passed.", "Promised within 1 h 40 min"),
                row(SlaExamples.breached(), "It was not resolved within 1 h 40 min, as was promised.", null),
                row(SlaExamples.breached(false, 100), "It was not resolved within 1 h 40 min, as was promised.", null),
                row(
                        SlaExamples.met(true, 101, 101),
                        "Resolved in 1 h 41 min, later than promised.",
                        "Promised within 1 h 40 min"),
                row(
                        SlaExamples.stopped(),
                        "The time to resolve it counts no longer: it goes on in " + AlertExamples.SUMMARY + ".",
                        "30 min had passed"),
                row(SlaExamples.wentOn(), "The time to resolve it goes on.", "The time meanwhile does not count"),
                row(
                        SlaExamples.recomputed(),
                        "It is critical now: to be resolved within 50 min, of which 10 min had passed.",
                        "Before: within 1 h 40 min, of which 10 min had passed"),
                row(MajorExamples.taskAdded(), "the person added a task for the person: Call the bank", null),
                row(MajorExamples.taskAssigned(), "the person took: Call the bank", null),
                row(
                        MajorExamples.taskGiven(DirectoryExamples.GRACE),
                        "the person gave “Call the bank” to the person.",
                        null),
                row(MajorExamples.taskGiven(null), "the person gave to nobody: Call the bank", null),
                row(MajorExamples.taskFinished(), "the person finished: Call the bank", null),
                row(MajorExamples.taskReopened(), "the person reopened: Call the bank", null),
                row(MajorExamples.taskDropped(), "the person dropped: Call the bank", null),
                row(IncidentExamples.passedOn(), "the person said: not me. The next one is asked at once.", null),
                row(
                        EscalationExamples.startedWithoutPolicy(),
                        "This service has no policy: there is nobody to ask.",
                        null),
                row(EscalationExamples.started(), "Policy shop-on-call runs.", "Version 3, 2 steps, 2 rounds"),
                row(
                        EscalationExamples.reached(EscalationExamples.ADA_AGAIN, 15),
                        "the person is asked.",
                        "Round 2, step 1"),
                row(NotificationExamples.sent(1), "E-mail to the person was sent.", "The server said: 250 queued as 7"),
                row(
                        NotificationExamples.sent(3),
                        "E-mail to the person was sent.",
                        "Attempt 3. The server said: 250 queued as 7"),
                row(
                        NotificationExamples.failed(2),
                        "E-mail to the person could not be sent.",
                        "Attempt 2: 421 try later"),
                row(NotificationExamples.scheduled(2), "E-mail to the person is tried again in 30 seconds.", null),
                row(
                        new DeliveryScheduled(
                                NotificationExamples.MAIL_TO_ADA, INCIDENT, 2, Duration.ofMillis(900), Monday.NINE),
                        "E-mail to the person is tried again in 1 second.",
                        null),
                row(
                        new DeliveryFailed(
                                NotificationExamples.MAIL_TO_ADA,
                                INCIDENT,
                                1,
                                "it hung",
                                true,
                                null,
                                Monday.NINE,
                                null),
                        "E-mail to the person: nobody knows whether it arrived.",
                        "Attempt 1: it hung"));
    }

    private static Object[] row(Event event, String sentence, @Nullable String detail) {
        return new Object[] {event, sentence, detail};
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void itReadsLikeThis(Event event, String sentence, @Nullable String detail) {
        assertThat(told(event, KNOWS)).isEqualTo(sentence);
        assertThat(Telling.of(event, KNOWS).map(Told::line).map(Line::detail)).isEqualTo(Optional.ofNullable(detail));
    }

    @Test
    void anAlertThatBelongsToNoIncidentIsNotTold() {
        assertThat(Telling.of(AlertExamples.repeated(null), KNOWS)).isEmpty();
        assertThat(Telling.of(AlertExamples.worsened(null), KNOWS)).isEmpty();
        assertThat(Telling.of(AlertExamples.acknowledged(null), KNOWS)).isEmpty();
        assertThat(Telling.of(AlertExamples.resolved(null), KNOWS)).isEmpty();
        assertThat(Telling.of(AlertExamples.expired(null), KNOWS)).isEmpty();
    }

    @Test
    void whatWasForgottenIsToldWithoutItsName() {
        assertThat(told(AlertExamples.repeated(INCIDENT), KNOWS_NOTHING)).isEqualTo("an alert: seen 10 times");
        assertThat(told(NotificationExamples.sent(1), KNOWS_NOTHING)).isEqualTo("A message was sent.");
    }

    @Test
    void whatPeopleWriteIsNotReadAsASentenceOfOurs() {
        var example = IncidentExamples.noted();
        var note = new IncidentNoted(INCIDENT, example.note(), example.by(), "{0} {1} {who}", example.at(), null);
        assertThat(told(note, KNOWS)).isEqualTo("the person noted: {0} {1} {who}");
        Memory odd = subject -> Optional.of(new Remembered("{0}{1}", null));
        assertThat(told(AlertExamples.repeated(INCIDENT), odd)).isEqualTo("{0}{1}: seen 10 times");
    }

    @Test
    void whatIsRememberedIsWhatLaterSentencesNeed() {
        assertThat(Telling.remembers(CorrelationExamples.first()))
                .isEqualTo(Map.of(AlertExamples.DISK.value(), new Remembered(AlertExamples.SUMMARY, null)));
        assertThat(Telling.needs(AlertExamples.repeated(INCIDENT))).containsExactly(AlertExamples.DISK.value());
        assertThat(Telling.remembers(NotificationExamples.requested()))
                .isEqualTo(Map.of(
                        NotificationExamples.MAIL_TO_ADA.value(), new Remembered("", NotificationExamples.TO_ADA)));
        assertThat(Telling.needs(NotificationExamples.requested()))
                .containsExactly(NotificationExamples.MAIL_TO_ADA.value());
        assertThat(Telling.remembers(IncidentExamples.opened()))
                .isEqualTo(Map.of(INCIDENT.value(), new Remembered("INC-1001", null)));
        assertThat(Telling.needs(IncidentExamples.opened())).isEmpty();
        assertThat(Telling.needs(IncidentExamples.merged()))
                .containsExactly(INCIDENT.value(), IncidentExamples.NEXT.value());
        assertThat(Telling.remembers(IncidentExamples.noted())).isEmpty();
    }

    @Test
    void whatTakesTwoIncidentsIsToldInBoth() {
        assertThat(elsewhere(IncidentExamples.merged())).isEqualTo("the person merged another incident into this one.");
        assertThat(elsewhere(IncidentExamples.unmerged())).isEqualTo("the person took another incident out again.");
        assertThat(elsewhere(IncidentExamples.split())).isEqualTo("the person split this off from another incident.");
        assertThat(Telling.all(IncidentExamples.noted(), KNOWS)).hasSize(1);
    }

    private static String elsewhere(IncidentEvent event) {
        var told = Telling.all(event, KNOWS_NOTHING);
        assertThat(told).hasSize(2);
        assertThat(told.getLast().incident()).isNotEqualTo(INCIDENT);
        return told.getLast().line().spoken(new Calling());
    }
}
