package org.larum.domain.alert;

import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.INCIDENT;
import static org.larum.domain.alert.AlertExamples.acknowledged;
import static org.larum.domain.alert.AlertExamples.attached;
import static org.larum.domain.alert.AlertExamples.expired;
import static org.larum.domain.alert.AlertExamples.raise;
import static org.larum.domain.alert.AlertExamples.raised;
import static org.larum.domain.alert.AlertExamples.repeated;
import static org.larum.domain.alert.AlertExamples.resolved;
import static org.larum.domain.alert.AlertExamples.worsened;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertCommand.AcknowledgeAlert;
import org.larum.domain.alert.AlertCommand.AttachAlert;
import org.larum.domain.alert.AlertCommand.ExpireAlert;
import org.larum.domain.alert.AlertCommand.RepeatAlert;
import org.larum.domain.alert.AlertCommand.ResolveAlert;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class AlertTest {

    private final AggregateTestFixture<Alert> alert = new AggregateTestFixture<>(Alert.class);

    @Nested
    class Raise {

        @Test
        void theFirstDetectionRaisesIt() {
            alert.givenNoPriorActivity().when(raise()).expectEvents(raised());
        }
    }

    @Nested
    class Repeat {

        private RepeatAlert repeat(Severity severity, boolean milestone) {
            return new RepeatAlert(DISK, severity, "Disk of cart-1 is full", 10, milestone, Monday.at(3));
        }

        @Test
        void anOrdinaryRepeatSaysNothing() {
            alert.given(raised()).when(repeat(Severity.HIGH, false)).expectNoEvents();
        }

        @Test
        void aMilestoneIsTold() {
            alert.given(raised()).when(repeat(Severity.HIGH, true)).expectEvents(repeated(null));
        }

        @Test
        void aWorseDetectionIsToldWithTheIncidentItConcerns() {
            alert.given(raised(), attached())
                    .when(new RepeatAlert(DISK, Severity.CRITICAL, "Disk of cart-1 is full", 2, false, Monday.at(4)))
                    .expectEvents(worsened(INCIDENT));
        }

        @Test
        void aWorseDetectionAtAMilestoneTellsBoth() {
            alert.given(raised())
                    .when(repeat(Severity.CRITICAL, true))
                    .expectEvents(
                            new AlertEvent.AlertWorsened(
                                    DISK,
                                    Severity.HIGH,
                                    Severity.CRITICAL,
                                    "Disk of cart-1 is full",
                                    null,
                                    Monday.at(3)),
                            repeated(null));
        }

        @Test
        void aMilderDetectionChangesNothing() {
            alert.given(raised()).when(repeat(Severity.LOW, false)).expectNoEvents();
        }

        @Test
        void itWorsensOnceAndNotWithEveryDetection() {
            alert.given(raised(), worsened(null))
                    .when(repeat(Severity.CRITICAL, false))
                    .expectNoEvents();
        }

        @Test
        void anAcknowledgedOneStillWorsens() {
            alert.given(raised(), acknowledged(null))
                    .when(new RepeatAlert(DISK, Severity.CRITICAL, "Disk of cart-1 is full", 2, false, Monday.at(4)))
                    .expectEvents(worsened(null));
        }

        @Test
        void aRepeatThatArrivesAfterTheEndIsIgnored() {
            alert.given(raised(), resolved(null))
                    .when(repeat(Severity.CRITICAL, true))
                    .expectNoEvents();
            alert.given(raised(), expired(null))
                    .when(repeat(Severity.CRITICAL, true))
                    .expectNoEvents();
        }
    }

    @Nested
    class Attach {

        private final AttachAlert attach = new AttachAlert(DISK, INCIDENT, Monday.at(1));

        @Test
        void itJoinsAnIncident() {
            alert.given(raised()).when(attach).expectEvents(attached());
        }

        @Test
        void theSameIncidentTwiceIsToldOnce() {
            alert.given(raised(), attached()).when(attach).expectNoEvents();
        }

        @Test
        void itSaysWhatItWasWhenItJoined() {
            alert.given(raised(), acknowledged(null)).when(attach).expectEvents(attached(AlertState.ACKNOWLEDGED));
        }

        @Test
        void oneThatEndedBeforeItJoinedSaysSo() {
            alert.given(raised(), resolved(null)).when(attach).expectEvents(attached(AlertState.RESOLVED));
            alert.given(raised(), expired(null)).when(attach).expectEvents(attached(AlertState.EXPIRED));
        }

        @Test
        void somebodyMovesItToAnotherIncident() {
            alert.given(raised(), attached(), worsened(INCIDENT)).when(move()).expectEvents(moved());
            alert.given(raised(), attached(), worsened(INCIDENT), moved())
                    .when(move())
                    .expectNoEvents();
        }

        @Test
        void whatIsReadAgainAfterACrashDoesNotBringItBack() {
            alert.given(raised(), attached(), moved()).when(attach).expectNoEvents();
        }

        @Test
        void oneThatWasMovedBackIsThereAgain() {
            var back = new AlertEvent.AlertAttached(
                    DISK, INCIDENT, AlertState.TRIGGERED, IncidentExamples.NEXT, Severity.HIGH, Monday.at(10));
            alert.given(raised(), attached(), moved(), back).when(attach).expectNoEvents();
            alert.given(raised(), attached(), moved(), back)
                    .when(new AttachAlert(DISK, IncidentExamples.NEXT, Monday.at(11)))
                    .expectNoEvents();
            alert.given(raised(), attached(), moved(), back)
                    .when(move())
                    .expectEvents(new AlertEvent.AlertAttached(
                            DISK, IncidentExamples.NEXT, AlertState.TRIGGERED, INCIDENT, Severity.HIGH, Monday.at(9)));
        }

        private static AlertCommand.MoveAlert move() {
            return new AlertCommand.MoveAlert(DISK, INCIDENT, IncidentExamples.NEXT, Monday.at(9));
        }

        private static AlertEvent.AlertAttached moved() {
            return new AlertEvent.AlertAttached(
                    DISK, IncidentExamples.NEXT, AlertState.TRIGGERED, INCIDENT, Severity.CRITICAL, Monday.at(9));
        }

        @Test
        void itMovesToAnotherIncident() {
            alert.given(raised(), attached())
                    .when(new AttachAlert(DISK, IncidentExamples.NEXT, Monday.at(9)))
                    .expectEvents(new AlertEvent.AlertAttached(
                            DISK, IncidentExamples.NEXT, AlertState.TRIGGERED, null, Severity.HIGH, Monday.at(9)));
        }
    }

    @Nested
    class Acknowledge {

        private final AcknowledgeAlert acknowledge = new AcknowledgeAlert(DISK, BY_ADA, Monday.at(5));

        @Test
        void whoAcknowledgesHoldsIt() {
            alert.given(raised(), attached()).when(acknowledge).expectEvents(acknowledged(INCIDENT));
        }

        @Test
        void beforeItHasAnIncidentItIsHeldWithoutOne() {
            alert.given(raised()).when(acknowledge).expectEvents(acknowledged(null));
        }

        @Test
        void theSecondToAcknowledgeChangesNothing() {
            alert.given(raised(), acknowledged(null))
                    .when(new AcknowledgeAlert(DISK, BY_GRACE, Monday.at(6)))
                    .expectNoEvents();
        }

        @Test
        void anEndedOneIsNotHeld() {
            alert.given(raised(), resolved(null)).when(acknowledge).expectNoEvents();
            alert.given(raised(), expired(null)).when(acknowledge).expectNoEvents();
        }
    }

    @Nested
    class Resolve {

        private final ResolveAlert resolve = new ResolveAlert(DISK, BY_ADA, Monday.at(6));

        @Test
        void itEnds() {
            alert.given(raised(), attached()).when(resolve).expectEvents(resolved(INCIDENT));
        }

        @Test
        void aHeldOneEnds() {
            alert.given(raised(), acknowledged(null)).when(resolve).expectEvents(resolved(null));
        }

        @Test
        void itEndsOnce() {
            alert.given(raised(), resolved(null)).when(resolve).expectNoEvents();
            alert.given(raised(), expired(null)).when(resolve).expectNoEvents();
        }
    }

    @Nested
    class Expire {

        private final ExpireAlert expire = new ExpireAlert(DISK, Monday.at(6), Monday.at(7));

        @Test
        void aSilentOneExpires() {
            alert.given(raised(), attached()).when(expire).expectEvents(expired(INCIDENT));
        }

        @Test
        void aHeldOneExpiresToo() {
            alert.given(raised(), acknowledged(null)).when(expire).expectEvents(expired(null));
        }

        @Test
        void oneThatHasEndedDoesNotExpire() {
            alert.given(raised(), resolved(null)).when(expire).expectNoEvents();
            alert.given(raised(), expired(null)).when(expire).expectNoEvents();
        }
    }
}
