package org.larum.domain.incident;

import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.checkout;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.acknowledged;
import static org.larum.domain.incident.IncidentExamples.assigned;
import static org.larum.domain.incident.IncidentExamples.expired;
import static org.larum.domain.incident.IncidentExamples.handedOver;
import static org.larum.domain.incident.IncidentExamples.held;
import static org.larum.domain.incident.IncidentExamples.impactCorrected;
import static org.larum.domain.incident.IncidentExamples.lease;
import static org.larum.domain.incident.IncidentExamples.merged;
import static org.larum.domain.incident.IncidentExamples.mitigated;
import static org.larum.domain.incident.IncidentExamples.opened;
import static org.larum.domain.incident.IncidentExamples.priorityOverridden;
import static org.larum.domain.incident.IncidentExamples.renewed;
import static org.larum.domain.incident.IncidentExamples.resolutionWithdrawn;
import static org.larum.domain.incident.IncidentExamples.resolved;
import static org.larum.domain.incident.IncidentExamples.severityChanged;
import static org.larum.domain.incident.IncidentExamples.snoozeEnded;
import static org.larum.domain.incident.IncidentExamples.snoozed;
import static org.larum.domain.incident.IncidentExamples.withdrawn;
import static org.larum.domain.incident.IncidentExamples.worsened;
import static org.larum.domain.shared.Refusal.Kind.CONFLICT;
import static org.larum.domain.shared.Refusal.Kind.INVALID;

import java.time.Duration;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.AssignIncident;
import org.larum.domain.incident.IncidentCommand.ChangeSeverity;
import org.larum.domain.incident.IncidentCommand.CorrectImpactStart;
import org.larum.domain.incident.IncidentCommand.EndSnooze;
import org.larum.domain.incident.IncidentCommand.HandOverIncident;
import org.larum.domain.incident.IncidentCommand.HoldAlert;
import org.larum.domain.incident.IncidentCommand.IncidentDue;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.MitigateIncident;
import org.larum.domain.incident.IncidentCommand.OverridePriority;
import org.larum.domain.incident.IncidentCommand.PassIncidentOn;
import org.larum.domain.incident.IncidentCommand.ReopenIncident;
import org.larum.domain.incident.IncidentCommand.SnoozeIncident;
import org.larum.domain.incident.IncidentCommand.TakeIncident;
import org.larum.domain.incident.IncidentCommand.WithdrawAcknowledgement;
import org.larum.domain.incident.IncidentCommand.WithdrawResolution;
import org.larum.domain.incident.IncidentCommand.WorsenIncident;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentAssigned;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.PriorityOverridden;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refused;
import org.larum.domain.shared.Severity;

/** Who holds an incident and for how long, and when it lets people sleep. */
class IncidentLifeTest {

    private final AggregateTestFixture<Incident> incident = new AggregateTestFixture<>(Incident.class);

    private static IncidentAcknowledged by(Actor who, int timer, int minute) {
        return new IncidentAcknowledged(INCIDENT, 1, who, "web", lease(timer, minute), Monday.at(minute));
    }

    @Nested
    class Lease {

        private AcknowledgeIncident again(Actor who, int minute) {
            return new AcknowledgeIncident(INCIDENT, who, "web", Monday.at(minute));
        }

        private final IncidentDue due = new IncidentDue(INCIDENT, 1, Monday.at(36));

        @Test
        void anAcknowledgementThatIsNotRenewedExpiresAndPeopleAreAskedAgain() {
            incident.given(opened(), acknowledged()).when(due).expectEvents(expired());
        }

        @Test
        void whoeverHoldsItRenewsIt() {
            incident.given(opened(), acknowledged()).when(again(BY_ADA, 20)).expectEvents(renewed());
        }

        @Test
        void aSecondTapIsNoRenewal() {
            incident.given(opened(), acknowledged()).when(again(BY_ADA, 7)).expectNoEvents();
        }

        @Test
        void somebodyElseDoesNotRenewIt() {
            incident.given(opened(), acknowledged(), IncidentExamples.alsoAcknowledged())
                    .when(again(BY_GRACE, 20))
                    .expectNoEvents();
        }

        @Test
        void aTimerOfBeforeTheRenewalIsStale() {
            incident.given(opened(), acknowledged(), renewed()).when(due).expectNoEvents();
            incident.given(opened(), acknowledged(), renewed())
                    .when(new IncidentDue(INCIDENT, 2, Monday.at(50)))
                    .expectEvents(new AcknowledgementExpired(
                            INCIDENT, 2, checkout(), BY_ADA, Duration.ofMinutes(30), Monday.at(50), Severity.HIGH));
        }

        @Test
        void oneThatHasExpiredIsAcknowledgedInItsNewRun() {
            incident.given(opened(), acknowledged(), expired())
                    .when(again(BY_ADA, 40))
                    .expectEvents(new IncidentAcknowledged(INCIDENT, 2, BY_ADA, "web", lease(2, 40), Monday.at(40)));
        }

        @Test
        void itExpiresOnce() {
            incident.given(opened(), acknowledged(), expired()).when(due).expectNoEvents();
        }

        @Test
        void afterTheEndNothingExpires() {
            incident.given(opened(), acknowledged(), resolved(DISK)).when(due).expectNoEvents();
            incident.given(opened(), acknowledged(), mitigated()).when(due).expectNoEvents();
            incident.given(opened(), acknowledged(), merged()).when(due).expectNoEvents();
        }

        @Test
        void oneOfBeforeThereWereLeasesHoldsUntilItIsRenewed() {
            var forever = new IncidentAcknowledged(INCIDENT, 1, BY_ADA, "web", null, Monday.at(6));
            incident.given(opened(), forever)
                    .when(again(BY_ADA, 20))
                    .expectEvents(new AcknowledgementRenewed(INCIDENT, lease(1, 20), BY_ADA, Monday.at(20)));
        }

        @Test
        void aMistakeIsUndoneWhileItIsStillOnesOwn() {
            var withdraw = new WithdrawAcknowledgement(INCIDENT, BY_ADA, Monday.at(7));
            incident.given(opened(), acknowledged()).when(withdraw).expectEvents(withdrawn());
            incident.given(opened(), by(BY_GRACE, 1, 6)).when(withdraw).expectNoEvents();
            incident.given(opened()).when(withdraw).expectNoEvents();
            incident.given(opened(), acknowledged(), resolved(DISK))
                    .when(withdraw)
                    .expectNoEvents();
        }
    }

    @Nested
    class Hands {

        private final TakeIncident take = new TakeIncident(INCIDENT, ADA, "web", Monday.at(6));
        private final IncidentAssigned toAda = new IncidentAssigned(INCIDENT, ADA, BY_ADA, Monday.at(6));

        @Test
        void whoTakesItHoldsItAndHasIt() {
            incident.given(opened()).when(take).expectEvents(acknowledged(), toAda);
        }

        @Test
        void whoTakesItTwiceHasItOnce() {
            incident.given(opened(), acknowledged(), toAda).when(take).expectNoEvents();
        }

        @Test
        void itIsTakenFromWhoeverHoldsIt() {
            incident.given(opened(), by(BY_GRACE, 1, 2)).when(take).expectEvents(by(BY_ADA, 2, 6), toAda);
        }

        @Test
        void takingAMitigatedOneDoesNotStartALease() {
            incident.given(opened(), mitigated()).when(take).expectEvents(toAda);
        }

        @Test
        void takingASnoozedOneWakesIt() {
            incident.given(opened(), snoozed()).when(take).expectEvents(by(BY_ADA, 2, 6), toAda);
        }

        @Test
        void itIsAssignedAndNothingElseChanges() {
            var assign = new AssignIncident(INCIDENT, GRACE, BY_ADA, Monday.at(11));
            incident.given(opened()).when(assign).expectEvents(assigned());
            incident.given(opened(), assigned()).when(assign).expectNoEvents();
            incident.given(opened(), assigned())
                    .when(new AssignIncident(INCIDENT, null, BY_ADA, Monday.at(12)))
                    .expectEvents(new IncidentAssigned(INCIDENT, null, BY_ADA, Monday.at(12)));
        }

        @Test
        void whoHasItHandsItOver() {
            incident.given(opened(), assigned()).when(handOver(GRACE, ADA)).expectEvents(handedOver());
        }

        @Test
        void whoHoldsWhatNobodyHasHandsItOver() {
            incident.given(opened(), by(BY_GRACE, 1, 6))
                    .when(handOver(GRACE, ADA))
                    .expectEvents(handedOver());
        }

        @Test
        void nobodyHandsOverWhatSomebodyElseHas() {
            incident.given(opened(), assigned())
                    .when(handOver(ADA, GRACE))
                    .expectException(Refused.with(CONFLICT, "not_yours"));
            incident.given(opened()).when(handOver(ADA, GRACE)).expectException(Refused.with(CONFLICT, "not_yours"));
        }

        @Test
        void handingItToOneselfChangesNothing() {
            incident.given(opened(), assigned()).when(handOver(GRACE, GRACE)).expectNoEvents();
        }

        @Test
        void whoWasHandedItSaysThatItArrived() {
            incident.given(opened(), by(BY_GRACE, 1, 6), handedOver())
                    .when(new AcknowledgeIncident(INCIDENT, BY_ADA, "web", Monday.at(13)))
                    .expectEvents(by(BY_ADA, 2, 13));
        }

        private HandOverIncident handOver(PersonId from, PersonId to) {
            return new HandOverIncident(INCIDENT, from, to, "The disk is grown, watch the queue", Monday.at(12));
        }

        @Test
        void aResolvedOneChangesHandsNoMore() {
            incident.given(opened(), resolved(DISK))
                    .when(take)
                    .expectException(Refused.with(CONFLICT, "already_resolved"));
        }
    }

    @Nested
    class Mitigate {

        private final MitigateIncident mitigate = new MitigateIncident(INCIDENT, BY_ADA, "web", Monday.at(13));

        private JoinIncident join(Severity severity) {
            return new JoinIncident(INCIDENT, List.of(new Joining(SLOW, checkout(), severity, "")), Monday.at(14));
        }

        @Test
        void theSymptomsAreGone() {
            incident.given(opened()).when(mitigate).expectEvents(mitigated());
            incident.given(opened(), acknowledged()).when(mitigate).expectEvents(mitigated());
            incident.given(opened(), mitigated()).when(mitigate).expectNoEvents();
        }

        @Test
        void aResolvedOneIsNotMitigated() {
            incident.given(opened(), resolved(DISK))
                    .when(mitigate)
                    .expectException(Refused.with(CONFLICT, "already_resolved"));
        }

        @Test
        void oneThatIsNoWorseDoesNotWakeAnybody() {
            incident.given(opened(), mitigated())
                    .when(join(Severity.HIGH))
                    .expectEvents(new AlertsJoined(INCIDENT, List.of(SLOW), Monday.at(14)));
        }

        @Test
        void aWorseOneReopensIt() {
            incident.given(opened(), mitigated())
                    .when(join(Severity.CRITICAL))
                    .expectEvents(
                            new AlertsJoined(INCIDENT, List.of(SLOW), Monday.at(14)),
                            new IncidentWorsened(INCIDENT, Severity.HIGH, Severity.CRITICAL, null, Monday.at(14), 1),
                            new IncidentReopened(
                                    INCIDENT,
                                    2,
                                    checkout(),
                                    Actor.LARUM,
                                    IncidentState.MITIGATED,
                                    Monday.at(14),
                                    Severity.CRITICAL));
        }

        @Test
        void itIsReopenedByHand() {
            incident.given(opened(), mitigated())
                    .when(new ReopenIncident(INCIDENT, BY_ADA, Monday.at(15)))
                    .expectEvents(new IncidentReopened(
                            INCIDENT, 2, checkout(), BY_ADA, IncidentState.MITIGATED, Monday.at(15), Severity.HIGH));
        }

        @Test
        void itIsResolvedAndThatIsUndone() {
            incident.given(opened(), mitigated(), resolved(DISK))
                    .when(new WithdrawResolution(INCIDENT, BY_GRACE, Monday.at(9)))
                    .expectEvents(new ResolutionWithdrawn(
                            INCIDENT, 1, checkout(), IncidentState.MITIGATED, BY_GRACE, Monday.at(9), Severity.HIGH));
        }

        @Test
        void oneThatNobodyHeldIsAskedForAgainWhenItsEndIsUndone() {
            var withdraw = new WithdrawResolution(INCIDENT, BY_GRACE, Monday.at(9));
            incident.given(opened(), resolved(DISK)).when(withdraw).expectEvents(resolutionWithdrawn());
            incident.given(opened(), resolved(DISK), resolutionWithdrawn())
                    .when(withdraw)
                    .expectNoEvents();
        }

        @Test
        void oneThatWasHeldIsHeldAgainWhenItsEndIsUndone() {
            incident.given(opened(), acknowledged(), resolved(DISK))
                    .when(new WithdrawResolution(INCIDENT, BY_GRACE, Monday.at(9)))
                    .expectEvents(
                            new ResolutionWithdrawn(
                                    INCIDENT,
                                    1,
                                    checkout(),
                                    IncidentState.ACKNOWLEDGED,
                                    BY_GRACE,
                                    Monday.at(9),
                                    Severity.HIGH),
                            new AcknowledgementRenewed(INCIDENT, lease(2, 9), BY_GRACE, Monday.at(9)));
        }
    }

    @Nested
    class Snooze {

        private SnoozeIncident snooze(int until) {
            return new SnoozeIncident(INCIDENT, Monday.at(until), "Waits for the disk", BY_ADA, Monday.at(14));
        }

        private final EndSnooze end = new EndSnooze(INCIDENT, BY_ADA, Monday.at(20));

        @Test
        void itSleepsAndWakesByItself() {
            incident.given(opened()).when(snooze(120)).expectEvents(snoozed());
            incident.given(opened(), snoozed())
                    .when(new IncidentDue(INCIDENT, 1, Monday.at(120)))
                    .expectEvents(snoozeEnded());
        }

        @Test
        void itSleepsForAWeekAtMostAndNotInThePast() {
            var refused = Refused.with(INVALID, "bad_snooze");
            incident.given(opened()).when(snooze(14)).expectException(refused);
            incident.given(opened()).when(snooze(7 * 24 * 60 + 15)).expectException(refused);
        }

        @Test
        void aNewEndReplacesTheOldOne() {
            incident.given(opened(), snoozed())
                    .when(snooze(60))
                    .expectEvents(new IncidentSnoozed(
                            INCIDENT, 1, 2, Monday.at(60), "Waits for the disk", BY_ADA, Monday.at(14)));
        }

        @Test
        void oneThatWasHeldIsNotHeldAnyMoreWhenItWakesByItself() {
            incident.given(opened(), acknowledged(), snoozed())
                    .when(new IncidentDue(INCIDENT, 1, Monday.at(120)))
                    .expectEvents(snoozeEnded());
        }

        @Test
        void endedByHandItIsWhatItWas() {
            incident.given(opened(), snoozed())
                    .when(end)
                    .expectEvents(new SnoozeEnded(
                            INCIDENT, 2, checkout(), IncidentState.TRIGGERED, BY_ADA, Monday.at(20), Severity.HIGH));
            incident.given(opened(), acknowledged(), snoozed())
                    .when(end)
                    .expectEvents(
                            new SnoozeEnded(
                                    INCIDENT,
                                    1,
                                    checkout(),
                                    IncidentState.ACKNOWLEDGED,
                                    BY_ADA,
                                    Monday.at(20),
                                    Severity.HIGH),
                            new AcknowledgementRenewed(INCIDENT, lease(2, 20), BY_ADA, Monday.at(20)));
            incident.given(opened()).when(end).expectNoEvents();
        }

        @Test
        void aWorseSeverityWakesItAtOnce() {
            incident.given(opened(), snoozed())
                    .when(new WorsenIncident(INCIDENT, Severity.CRITICAL, Monday.at(3)))
                    .expectEvents(
                            worsened(),
                            new SnoozeEnded(
                                    INCIDENT,
                                    2,
                                    checkout(),
                                    IncidentState.TRIGGERED,
                                    Actor.LARUM,
                                    Monday.at(3),
                                    Severity.CRITICAL));
            incident.given(opened(), snoozed())
                    .when(new ChangeSeverity(INCIDENT, Severity.CRITICAL, "All of it", BY_ADA, Monday.at(15)))
                    .expectEvents(
                            new SeverityChanged(
                                    INCIDENT, Severity.HIGH, Severity.CRITICAL, "All of it", BY_ADA, Monday.at(15), 1),
                            new SnoozeEnded(
                                    INCIDENT,
                                    2,
                                    checkout(),
                                    IncidentState.TRIGGERED,
                                    BY_ADA,
                                    Monday.at(15),
                                    Severity.CRITICAL));
        }

        @Test
        void aMilderOneLetsItSleep() {
            incident.given(opened(), snoozed())
                    .when(new ChangeSeverity(INCIDENT, Severity.LOW, "Only the test shop", BY_ADA, Monday.at(15)))
                    .expectEvents(severityChanged());
        }

        @Test
        void whileItSleepsNobodyIsAskedForItAndNobodyPassesItOn() {
            incident.given(opened(), snoozed())
                    .when(new PassIncidentOn(INCIDENT, BY_ADA, Monday.at(15)))
                    .expectNoEvents();
            incident.given(opened(), snoozed())
                    .when(new HoldAlert(INCIDENT, DISK, BY_ADA, Monday.at(4)))
                    .expectEvents(held(DISK));
        }

        @Test
        void whoAcknowledgesItHoldsIt() {
            incident.given(opened(), snoozed())
                    .when(new AcknowledgeIncident(INCIDENT, BY_ADA, "web", Monday.at(20)))
                    .expectEvents(by(BY_ADA, 2, 20));
        }

        @Test
        void anEndedOneDoesNotSleep() {
            incident.given(opened(), resolved(DISK))
                    .when(snooze(120))
                    .expectException(Refused.with(CONFLICT, "already_resolved"));
        }
    }

    @Nested
    class Judgement {

        @Test
        void theSeverityIsChangedByHandAndRaisedAgainByAWorseDetection() {
            var milder = new ChangeSeverity(INCIDENT, Severity.LOW, "Only the test shop", BY_ADA, Monday.at(15));
            incident.given(opened()).when(milder).expectEvents(severityChanged());
            incident.given(opened(), severityChanged()).when(milder).expectNoEvents();
            incident.given(opened(), severityChanged())
                    .when(new WorsenIncident(INCIDENT, Severity.MEDIUM, Monday.at(16)))
                    .expectEvents(
                            new IncidentWorsened(INCIDENT, Severity.LOW, Severity.MEDIUM, null, Monday.at(16), 1));
        }

        @Test
        void thePriorityIsOverriddenAndGivenBack() {
            var override = new OverridePriority(INCIDENT, Priority.P1, "A launch is today", BY_ADA, Monday.at(16));
            incident.given(opened()).when(override).expectEvents(priorityOverridden());
            incident.given(opened(), priorityOverridden()).when(override).expectNoEvents();
            incident.given(opened(), priorityOverridden())
                    .when(new OverridePriority(INCIDENT, null, "It is over", BY_ADA, Monday.at(17)))
                    .expectEvents(
                            new PriorityOverridden(INCIDENT, Priority.P1, null, "It is over", BY_ADA, Monday.at(17)));
        }

        @Test
        void theImpactBeganBeforeTheFirstAlert() {
            var correct = new CorrectImpactStart(INCIDENT, Monday.at(-20), "The first ticket", BY_ADA, Monday.at(17));
            incident.given(opened()).when(correct).expectEvents(impactCorrected());
            incident.given(opened(), impactCorrected()).when(correct).expectNoEvents();
        }

        @Test
        void theImpactDoesNotBeginInTheFuture() {
            incident.given(opened())
                    .when(new CorrectImpactStart(INCIDENT, Monday.at(18), "Tomorrow", BY_ADA, Monday.at(17)))
                    .expectException(Refused.with(INVALID, "impact_in_future"));
        }
    }
}
