package org.larum.domain.incident;

import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.checkout;
import static org.larum.domain.directory.DirectoryExamples.search;
import static org.larum.domain.incident.IncidentExamples.GROUP;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NOTE;
import static org.larum.domain.incident.IncidentExamples.acknowledged;
import static org.larum.domain.incident.IncidentExamples.ended;
import static org.larum.domain.incident.IncidentExamples.held;
import static org.larum.domain.incident.IncidentExamples.joined;
import static org.larum.domain.incident.IncidentExamples.lease;
import static org.larum.domain.incident.IncidentExamples.noted;
import static org.larum.domain.incident.IncidentExamples.open;
import static org.larum.domain.incident.IncidentExamples.opened;
import static org.larum.domain.incident.IncidentExamples.passedOn;
import static org.larum.domain.incident.IncidentExamples.reopened;
import static org.larum.domain.incident.IncidentExamples.rerouted;
import static org.larum.domain.incident.IncidentExamples.resolved;
import static org.larum.domain.incident.IncidentExamples.screenshot;
import static org.larum.domain.incident.IncidentExamples.settled;
import static org.larum.domain.incident.IncidentExamples.worsened;
import static org.larum.domain.shared.Refusal.Kind.CONFLICT;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.CorrelationExamples;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.EscalateIncident;
import org.larum.domain.incident.IncidentCommand.HoldAlert;
import org.larum.domain.incident.IncidentCommand.IncidentDue;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.NoteIncident;
import org.larum.domain.incident.IncidentCommand.PassIncidentOn;
import org.larum.domain.incident.IncidentCommand.ReopenIncident;
import org.larum.domain.incident.IncidentCommand.RerouteIncident;
import org.larum.domain.incident.IncidentCommand.ResolveIncident;
import org.larum.domain.incident.IncidentCommand.SettleAlert;
import org.larum.domain.incident.IncidentCommand.WorsenIncident;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentEscalated;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentPassedOn;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Refused;
import org.larum.domain.shared.Severity;

class IncidentTest {

    private final AggregateTestFixture<Incident> incident = new AggregateTestFixture<>(Incident.class);

    @Nested
    class Open {

        @Test
        void itsFirstAlertOpensIt() {
            incident.givenNoPriorActivity().when(open()).expectEvents(opened());
        }

        @Test
        void itOpensOnce() {
            incident.given(opened()).when(open()).expectNoEvents();
            incident.given(opened(), resolved(DISK)).when(open()).expectNoEvents();
        }
    }

    @Nested
    class Join {

        private JoinIncident join(Severity severity) {
            return join(SLOW, severity, 2);
        }

        private JoinIncident join(AlertId alert, Severity severity, int minute) {
            return new JoinIncident(INCIDENT, List.of(new Joining(alert, checkout(), severity, "")), Monday.at(minute));
        }

        @Test
        void anotherAlertJoins() {
            incident.given(opened()).when(join(Severity.MEDIUM)).expectEvents(joined());
        }

        @Test
        void anAlertAsBadAsTheIncidentDoesNotWorsenIt() {
            incident.given(opened()).when(join(Severity.HIGH)).expectEvents(joined());
        }

        @Test
        void aWorseAlertWorsensIt() {
            incident.given(opened())
                    .when(join(Severity.CRITICAL))
                    .expectEvents(
                            joined(),
                            new IncidentEvent.IncidentWorsened(
                                    INCIDENT, Severity.HIGH, Severity.CRITICAL, null, Monday.at(2), 1));
        }

        @Test
        void theSameAlertJoinsOnce() {
            incident.given(opened(), joined()).when(join(Severity.CRITICAL)).expectNoEvents();
        }

        @Test
        void theFirstAlertIsAlreadyThere() {
            incident.given(opened()).when(join(DISK, Severity.CRITICAL, 2)).expectNoEvents();
        }

        @Test
        void oneThatWasOnItsWayWhileTheIncidentEndedIsTurnedAway() {
            incident.given(opened(), settled(DISK), ended())
                    .when(join(SLOW, Severity.CRITICAL, 6))
                    .expectEvents(new AlertsTurnedAway(
                            INCIDENT,
                            CorrelationExamples.GROUP.value(),
                            List.of(new Joining(SLOW, checkout(), Severity.CRITICAL, "")),
                            Monday.at(6)));
        }

        @Test
        void aStormJoinsAsOneAndTheWorstOfItCounts() {
            var storm = new JoinIncident(
                    INCIDENT,
                    List.of(
                            new Joining(SLOW, checkout(), Severity.LOW, ""),
                            new Joining(DISK, checkout(), Severity.LOW, ""),
                            new Joining(SLOW, checkout(), Severity.CRITICAL, "")),
                    Monday.at(2));
            incident.given(opened()).when(storm).expectEvents(joined());
        }

        @Test
        void oneThatHasAlreadyEndedWithItDoesNotReopenIt() {
            incident.given(opened(), joined(), resolved(DISK, SLOW))
                    .when(join(Severity.CRITICAL))
                    .expectNoEvents();
        }
    }

    @Nested
    class Worsen {

        private final WorsenIncident worsen = new WorsenIncident(INCIDENT, Severity.CRITICAL, Monday.at(3));

        @Test
        void itGetsWorse() {
            incident.given(opened()).when(worsen).expectEvents(worsened());
        }

        @Test
        void itNeverGetsBetter() {
            incident.given(opened())
                    .when(new WorsenIncident(INCIDENT, Severity.LOW, Monday.at(3)))
                    .expectNoEvents();
        }

        @Test
        void itGetsWorseOnce() {
            incident.given(opened(), worsened()).when(worsen).expectNoEvents();
        }

        @Test
        void aResolvedOneStaysAsItWas() {
            incident.given(opened(), resolved(DISK)).when(worsen).expectNoEvents();
        }
    }

    @Nested
    class Hold {

        private HoldAlert hold(AlertId alert) {
            return new HoldAlert(INCIDENT, alert, BY_ADA, Monday.at(4));
        }

        private final IncidentAcknowledged byItsAlerts =
                new IncidentAcknowledged(INCIDENT, 1, BY_ADA, "its alerts", lease(1, 4), Monday.at(4));

        @Test
        void theLastAlertThatIsHeldHoldsTheIncident() {
            incident.given(opened()).when(hold(DISK)).expectEvents(held(DISK), byItsAlerts);
            incident.given(opened(), joined(), held(DISK)).when(hold(SLOW)).expectEvents(held(SLOW), byItsAlerts);
        }

        @Test
        void oneAlertOfTwoDoesNotHoldIt() {
            incident.given(opened(), joined()).when(hold(DISK)).expectEvents(held(DISK));
        }

        @Test
        void anAlertThatEndedNeedsNoHolding() {
            incident.given(opened(), joined(), settled(SLOW)).when(hold(DISK)).expectEvents(held(DISK), byItsAlerts);
            incident.given(opened(), joined(), settled(SLOW)).when(hold(SLOW)).expectNoEvents();
        }

        @Test
        void theSameAlertIsHeldOnce() {
            incident.given(opened(), joined(), held(DISK)).when(hold(DISK)).expectNoEvents();
        }

        @Test
        void anIncidentThatSomebodyHoldsIsNotAcknowledgedAgain() {
            incident.given(opened(), acknowledged()).when(hold(DISK)).expectEvents(held(DISK));
        }

        @Test
        void aStrangeAlertIsIgnored() {
            incident.given(opened()).when(hold(SLOW)).expectNoEvents();
        }

        @Test
        void afterTheEndNothingIsHeld() {
            incident.given(opened(), resolved(DISK)).when(hold(DISK)).expectNoEvents();
        }
    }

    @Nested
    class Settle {

        private SettleAlert settle(AlertId alert) {
            return new SettleAlert(INCIDENT, alert, Monday.at(5));
        }

        @Test
        void theLastAlertEndsTheIncident() {
            incident.given(opened()).when(settle(DISK)).expectEvents(settled(DISK), ended());
        }

        @Test
        void oneAlertOfTwoDoesNotEndIt() {
            incident.given(opened(), joined()).when(settle(DISK)).expectEvents(settled(DISK));
        }

        @Test
        void aHeldIncidentEndsWithItsLastAlert() {
            incident.given(opened(), acknowledged()).when(settle(DISK)).expectEvents(settled(DISK), ended());
        }

        @Test
        void itCountsTheRunThatItEnds() {
            incident.given(opened(), resolved(DISK), reopened(), joined())
                    .when(settle(SLOW))
                    .expectEvents(
                            settled(SLOW),
                            new IncidentResolved(INCIDENT, GROUP, 2, Actor.LARUM, null, List.of(), Monday.at(5)));
        }

        @Test
        void anAlertSettlesOnce() {
            incident.given(opened(), joined(), settled(DISK)).when(settle(DISK)).expectNoEvents();
        }

        @Test
        void afterTheEndByHandItsAlertsEndSilently() {
            incident.given(opened(), resolved(DISK)).when(settle(DISK)).expectNoEvents();
        }

        @Test
        void aStrangeAlertIsIgnored() {
            incident.given(opened()).when(settle(SLOW)).expectNoEvents();
        }
    }

    @Nested
    class Acknowledge {

        private final AcknowledgeIncident acknowledge = new AcknowledgeIncident(INCIDENT, BY_ADA, "web", Monday.at(6));

        @Test
        void whoAcknowledgesHoldsIt() {
            incident.given(opened()).when(acknowledge).expectEvents(acknowledged());
        }

        @Test
        void theSecondToAcknowledgeIsAtWorkOnItTooAndTheFirstHoldsIt() {
            var too = new AcknowledgeIncident(INCIDENT, BY_GRACE, "mail link", Monday.at(7));
            incident.given(opened(), acknowledged()).when(too).expectEvents(IncidentExamples.alsoAcknowledged());
            incident.given(opened(), acknowledged(), IncidentExamples.alsoAcknowledged())
                    .when(too)
                    .expectNoEvents();
        }

        @Test
        void aTokenIsNotAtWorkOnWhatSomebodyHolds() {
            incident.given(opened(), acknowledged())
                    .when(new AcknowledgeIncident(INCIDENT, Actor.token("script"), null, Monday.at(7)))
                    .expectNoEvents();
        }

        @Test
        void aReopenedOneIsAcknowledgedInItsNewRun() {
            incident.given(opened(), acknowledged(), resolved(DISK), reopened())
                    .when(acknowledge)
                    .expectEvents(new IncidentAcknowledged(INCIDENT, 2, BY_ADA, "web", lease(2, 6), Monday.at(6)));
        }

        @Test
        void aResolvedOneCannotBeAcknowledged() {
            incident.given(opened(), resolved(DISK))
                    .when(acknowledge)
                    .expectException(Refused.with(CONFLICT, "already_resolved"));
        }
    }

    @Nested
    class Worse {

        private final WorsenIncident worsen = new WorsenIncident(INCIDENT, Severity.CRITICAL, Monday.at(7));

        @Test
        void whoeverHoldsItIsNamed() {
            incident.given(opened(), acknowledged()).when(worsen).expectEvents(worse(BY_ADA));
        }

        @Test
        void whoeverWasGivenItIsNamedRatherThanItsHolder() {
            incident.given(opened(), acknowledged(), IncidentExamples.assigned())
                    .when(worsen)
                    .expectEvents(worse(BY_GRACE));
        }

        @Test
        void whileNobodyHoldsItTheRunTellsPeople() {
            incident.given(opened(), IncidentExamples.assigned()).when(worsen).expectEvents(worse(null));
        }

        private static IncidentEvent worse(@Nullable Actor holder) {
            return new IncidentEvent.IncidentWorsened(
                    INCIDENT, Severity.HIGH, Severity.CRITICAL, holder, Monday.at(7), 1);
        }
    }

    @Nested
    class Reroute {

        private final RerouteIncident reroute =
                new RerouteIncident(INCIDENT, search(), List.of(CHECKOUT), null, Monday.at(3));

        @Test
        void whoAnswersForItsRootIsAskedInstead() {
            incident.given(opened()).when(reroute).expectEvents(rerouted());
        }

        @Test
        void askedTwiceItChangesOnce() {
            incident.given(opened(), rerouted()).when(reroute).expectNoEvents();
        }

        @Test
        void oneThatSomebodyHoldsStaysWithThem() {
            incident.given(opened(), acknowledged())
                    .when(reroute)
                    .expectEvents(new IncidentRerouted(
                            INCIDENT, 1, false, CHECKOUT, search(), null, Monday.at(3), Severity.HIGH));
        }

        @Test
        void oneThatIsSnoozedSleepsOn() {
            incident.given(opened(), IncidentExamples.snoozed())
                    .when(reroute)
                    .expectEvents(new IncidentRerouted(
                            INCIDENT, 1, false, CHECKOUT, search(), null, Monday.at(3), Severity.HIGH));
        }

        @Test
        void whenTheLeaseExpiresTheRootsPeopleAreAsked() {
            incident.given(
                            opened(),
                            acknowledged(),
                            new IncidentRerouted(
                                    INCIDENT, 1, false, CHECKOUT, search(), null, Monday.at(7), Severity.HIGH))
                    .when(new IncidentDue(INCIDENT, 1, Monday.at(36)))
                    .expectEvents(new AcknowledgementExpired(
                            INCIDENT, 2, search(), BY_ADA, Incident.LEASE, Monday.at(36), Severity.HIGH));
        }

        @Test
        void oneThatIsOverIsLeftAlone() {
            incident.given(opened(), resolved(DISK)).when(reroute).expectNoEvents();
        }
    }

    @Nested
    class Escalate {

        private EscalateIncident escalate(Actor by, EscalationCause cause) {
            return new EscalateIncident(INCIDENT, cause, null, by, Monday.at(10));
        }

        private IncidentEscalated escalated(Actor by, EscalationCause cause) {
            return new IncidentEscalated(INCIDENT, 1, cause, null, by, Monday.at(10));
        }

        @Test
        void whileSomebodyIsAskedTheNextIsAskedToo() {
            incident.given(opened())
                    .when(escalate(BY_ADA, EscalationCause.CUSTOMER))
                    .expectEvents(escalated(BY_ADA, EscalationCause.CUSTOMER));
        }

        @Test
        void whoHasItMayCallForHelp() {
            incident.given(opened(), acknowledged())
                    .when(escalate(BY_ADA, EscalationCause.BY_HAND))
                    .expectEvents(IncidentExamples.helpCalled());
            incident.given(opened(), IncidentExamples.snoozed())
                    .when(escalate(BY_ADA, EscalationCause.BY_HAND))
                    .expectEvents(IncidentExamples.helpCalled());
            incident.given(opened(), acknowledged(), IncidentExamples.helpCalled())
                    .when(new PassIncidentOn(INCIDENT, BY_ADA, Monday.at(11)))
                    .expectEvents(new IncidentPassedOn(INCIDENT, 2, BY_ADA, Monday.at(11)));
        }

        @Test
        void larumAsksForItOnceAndTakesItOutOfNobodysHands() {
            var several = escalate(Actor.LARUM, EscalationCause.SEVERAL_SERVICES);
            var told = escalated(Actor.LARUM, EscalationCause.SEVERAL_SERVICES);
            incident.given(opened()).when(several).expectEvents(told);
            incident.given(opened(), told).when(several).expectNoEvents();
            incident.given(opened(), acknowledged()).when(several).expectNoEvents();
            incident.given(opened(), resolved(DISK)).when(several).expectNoEvents();
        }

        @Test
        void whatIsOverIsNotEscalated() {
            incident.given(opened(), resolved(DISK))
                    .when(escalate(BY_ADA, EscalationCause.BY_HAND))
                    .expectException(Refusal.class);
        }
    }

    @Nested
    class PassOn {

        private final PassIncidentOn passOn = new PassIncidentOn(INCIDENT, BY_ADA, Monday.at(6));

        @Test
        void whoCannotAnswerPassesItOn() {
            incident.given(opened()).when(passOn).expectEvents(passedOn());
        }

        @Test
        void theNextOneMayPassItOnAsWell() {
            incident.given(opened(), passedOn()).when(passOn).expectEvents(passedOn());
        }

        @Test
        void oneThatIsHeldIsNotPassedOn() {
            incident.given(opened(), acknowledged()).when(passOn).expectNoEvents();
        }

        @Test
        void aResolvedOneCannotBePassedOn() {
            incident.given(opened(), resolved(DISK))
                    .when(passOn)
                    .expectException(Refused.with(CONFLICT, "already_resolved"));
        }
    }

    @Nested
    class Resolve {

        private final ResolveIncident resolve = new ResolveIncident(INCIDENT, BY_GRACE, "web", Monday.at(8));

        @Test
        void byHandItNamesTheAlertsThatHadNotEnded() {
            incident.given(opened(), joined()).when(resolve).expectEvents(resolved(DISK, SLOW));
        }

        @Test
        void alertsThatHaveEndedAreNotNamed() {
            incident.given(opened(), joined(), settled(DISK)).when(resolve).expectEvents(resolved(SLOW));
        }

        @Test
        void aHeldOneIsResolved() {
            incident.given(opened(), acknowledged()).when(resolve).expectEvents(resolved(DISK));
        }

        @Test
        void itIsResolvedOnce() {
            incident.given(opened(), resolved(DISK)).when(resolve).expectNoEvents();
            incident.given(opened(), settled(DISK), ended()).when(resolve).expectNoEvents();
        }
    }

    @Nested
    class Reopen {

        private final ReopenIncident reopen = new ReopenIncident(INCIDENT, BY_ADA, Monday.at(9));

        @Test
        void aResolvedOneOpensAgainInANewRun() {
            incident.given(opened(), resolved(DISK)).when(reopen).expectEvents(reopened());
        }

        @Test
        void anOpenOneIsNotReopened() {
            incident.given(opened()).when(reopen).expectNoEvents();
            incident.given(opened(), acknowledged()).when(reopen).expectNoEvents();
            incident.given(opened(), resolved(DISK), reopened()).when(reopen).expectNoEvents();
        }
    }

    @Nested
    class Note {

        private final NoteIncident note =
                new NoteIncident(INCIDENT, NOTE, BY_ADA, "Logs are deleted", Monday.at(10), List.of(screenshot()));

        @Test
        void anybodyWritesANoteAtAnyTime() {
            incident.given(opened()).when(note).expectEvents(noted());
            incident.given(opened(), resolved(DISK)).when(note).expectEvents(noted());
        }

        @Test
        void aNoteWithoutFilesSaysNothingOfThem() {
            var plain = new NoteIncident(INCIDENT, NOTE, BY_ADA, "Logs are deleted", Monday.at(10), List.of());
            incident.given(opened())
                    .when(plain)
                    .expectEvents(new IncidentNoted(INCIDENT, NOTE, BY_ADA, "Logs are deleted", Monday.at(10), null));
        }
    }
}
