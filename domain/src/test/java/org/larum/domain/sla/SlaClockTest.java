package org.larum.domain.sla;

import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;
import static org.larum.domain.shared.Refusal.Kind.CONFLICT;
import static org.larum.domain.shared.Refusal.Kind.INVALID;
import static org.larum.domain.sla.SlaExamples.ANSWER;
import static org.larum.domain.sla.SlaExamples.PROMISE;
import static org.larum.domain.sla.SlaExamples.RESOLVE;
import static org.larum.domain.sla.SlaExamples.alarm;
import static org.larum.domain.sla.SlaExamples.breached;
import static org.larum.domain.sla.SlaExamples.figures;
import static org.larum.domain.sla.SlaExamples.foretold;
import static org.larum.domain.sla.SlaExamples.meet;
import static org.larum.domain.sla.SlaExamples.met;
import static org.larum.domain.sla.SlaExamples.paused;
import static org.larum.domain.sla.SlaExamples.recomputed;
import static org.larum.domain.sla.SlaExamples.resumed;
import static org.larum.domain.sla.SlaExamples.start;
import static org.larum.domain.sla.SlaExamples.started;
import static org.larum.domain.sla.SlaExamples.stopped;
import static org.larum.domain.sla.SlaExamples.wentOn;

import java.time.Duration;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Calendar;
import org.larum.domain.directory.Promise;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refused;
import org.larum.domain.shared.Severity;
import org.larum.domain.sla.SlaCommand.ClockDue;
import org.larum.domain.sla.SlaCommand.CorrectPlace;
import org.larum.domain.sla.SlaCommand.CorrectSeverity;
import org.larum.domain.sla.SlaCommand.CorrectStart;
import org.larum.domain.sla.SlaCommand.GoOn;
import org.larum.domain.sla.SlaCommand.PauseClock;
import org.larum.domain.sla.SlaCommand.ResumeClock;
import org.larum.domain.sla.SlaCommand.StartClock;
import org.larum.domain.sla.SlaCommand.StopClock;
import org.larum.domain.sla.SlaEvent.ClockEnd;
import org.larum.domain.sla.SlaEvent.ClockRecomputed;
import org.larum.domain.sla.SlaEvent.ClockStarted;
import org.larum.domain.sla.SlaEvent.Figures;

class SlaClockTest {

    private final AggregateTestFixture<SlaClock> clock = new AggregateTestFixture<>(SlaClock.class);

    private static ClockDue due(int timer, int minute) {
        return new ClockDue(RESOLVE, timer, Monday.at(minute));
    }

    private static PauseClock pause(PauseReason reason, int minute) {
        return new PauseClock(RESOLVE, reason, "The supplier has it", BY_ADA, Monday.at(minute));
    }

    private static ResumeClock resume(PauseReason reason, int minute) {
        return new ResumeClock(RESOLVE, reason, BY_ADA, Monday.at(minute));
    }

    private static CorrectSeverity severity(Severity to, int minute) {
        return new CorrectSeverity(RESOLVE, to, BY_ADA, Monday.at(minute));
    }

    @Nested
    class Runs {

        @Test
        void itBeginsWithWhatIsPromisedAndOnce() {
            clock.givenNoPriorActivity().when(start(ClockKind.RESOLVE)).expectEvents(started());
            clock.given(started()).when(start(ClockKind.RESOLVE)).expectNoEvents();
        }

        @Test
        void whatNobodyHasPromisedIsNeverDue() {
            var low = new StartClock(ANSWER, INCIDENT, ClockKind.ANSWER, CHECKOUT, Severity.LOW, PROMISE, Monday.NINE);
            var begun = new ClockStarted(
                    ANSWER, INCIDENT, ClockKind.ANSWER, CHECKOUT, Severity.LOW, PROMISE, null, null, null, Monday.NINE);
            clock.givenNoPriorActivity().when(low).expectEvents(begun);
            clock.given(begun).when(new ClockDue(ANSWER, 1, Monday.at(9_999))).expectNoEvents();
        }

        @Test
        void theHalfIsForetoldThenMostOfItAndThenItIsLateOnce() {
            var half = foretold(50, alarm(2, 80, 80), 50);
            clock.given(started()).when(due(1, 50)).expectEvents(half);
            clock.given(started(), half).when(due(2, 80)).expectEvents(foretold());
            clock.given(started(), half, foretold()).when(due(3, 100)).expectEvents(breached());
            clock.given(started(), half, foretold(), breached())
                    .when(due(3, 101))
                    .expectNoEvents();
        }

        @Test
        void aTimerThatFiresTwiceOrIsStaleTellsNothing() {
            clock.given(started(), foretold(50, alarm(2, 80, 80), 50))
                    .when(due(1, 80))
                    .expectNoEvents();
            clock.given(started(), paused()).when(due(1, 50)).expectNoEvents();
            clock.givenNoPriorActivity().when(due(1, 50)).expectNoEvents();
        }

        @Test
        void aTimerThatIsLateTellsOnlyTheLastThatIsTrue() {
            clock.given(started()).when(due(1, 85)).expectEvents(foretold(80, alarm(2, 100, 100), 85));
            clock.given(started()).when(due(1, 100)).expectEvents(breached());
        }

        @Test
        void aTimerThatIsAHairEarlyTellsWhatItWasSetFor() {
            clock.given(started())
                    .when(new ClockDue(RESOLVE, 1, Monday.at(50).minusNanos(400)))
                    .expectEvents(new SlaEvent.ClockForetold(
                            RESOLVE,
                            INCIDENT,
                            ClockKind.RESOLVE,
                            CHECKOUT,
                            50,
                            Duration.ofMinutes(100),
                            Monday.at(100),
                            alarm(2, 80, 80),
                            Monday.at(50).minusNanos(400)));
        }
    }

    @Nested
    class StandsStill {

        @Test
        void whileItDoesNothingIsDueAndAfterwardsAllOfItLater() {
            clock.given(started()).when(pause(PauseReason.SNOOZED, 20)).expectEvents(paused());
            clock.given(started(), paused())
                    .when(resume(PauseReason.SNOOZED, 50))
                    .expectEvents(resumed());
        }

        @Test
        void itRunsOnlyWhenNoReasonIsLeft() {
            var alsoByHand = paused(PauseReason.BY_HAND, 20, 30);
            clock.given(started(), paused())
                    .when(pause(PauseReason.BY_HAND, 30))
                    .expectEvents(alsoByHand);
            var first = resumed(PauseReason.SNOOZED, false, null, null, 40);
            clock.given(started(), paused(), alsoByHand)
                    .when(resume(PauseReason.SNOOZED, 40))
                    .expectEvents(first);
            clock.given(started(), paused(), alsoByHand, first)
                    .when(resume(PauseReason.BY_HAND, 50))
                    .expectEvents(resumed(PauseReason.BY_HAND, true, 130, alarm(2, 50, 80), 50));
        }

        @Test
        void onlyForWhatThePromiseAllowsAndOnlyOnce() {
            clock.given(started()).when(pause(PauseReason.SILENCED, 20)).expectNoEvents();
            clock.given(started(), paused())
                    .when(pause(PauseReason.SNOOZED, 30))
                    .expectNoEvents();
            clock.given(started(), met()).when(pause(PauseReason.SNOOZED, 95)).expectNoEvents();
            clock.given(started()).when(resume(PauseReason.SNOOZED, 20)).expectNoEvents();
            clock.givenNoPriorActivity().when(resume(PauseReason.SNOOZED, 20)).expectNoEvents();
        }

        @Test
        void byHandOnlyWhatRuns() {
            clock.given(started(), met())
                    .when(pause(PauseReason.BY_HAND, 95))
                    .expectException(Refused.with(CONFLICT, "clock_not_running"));
            clock.givenNoPriorActivity()
                    .when(pause(PauseReason.BY_HAND, 95))
                    .expectException(Refused.with(CONFLICT, "clock_not_running"));
        }

        @Test
        void whatIsDoneMeanwhileIsDoneInTime() {
            clock.given(started(), paused())
                    .when(meet(RESOLVE, ClockEnd.RESOLVED, 500))
                    .expectEvents(met(false, 20, 500));
        }
    }

    @Nested
    class Ends {

        @Test
        void inTimeAlsoAtTheLastMoment() {
            clock.given(started()).when(meet(RESOLVE, ClockEnd.RESOLVED, 90)).expectEvents(met());
            clock.given(started()).when(meet(RESOLVE, ClockEnd.RESOLVED, 100)).expectEvents(met(false, 100, 100));
            clock.given(started(), met())
                    .when(meet(RESOLVE, ClockEnd.RESOLVED, 99))
                    .expectNoEvents();
            clock.givenNoPriorActivity()
                    .when(meet(RESOLVE, ClockEnd.RESOLVED, 99))
                    .expectNoEvents();
        }

        @Test
        void lateAlsoWhenNoTimerHasSaidSo() {
            clock.given(started())
                    .when(meet(RESOLVE, ClockEnd.RESOLVED, 101))
                    .expectEvents(breached(false, 101), met(true, 101, 101));
            clock.given(started(), breached())
                    .when(meet(RESOLVE, ClockEnd.RESOLVED, 101))
                    .expectEvents(met(true, 101, 101));
        }

        @Test
        void withTheIncidentThatItBecameAPartOf() {
            clock.given(started())
                    .when(new StopClock(RESOLVE, NEXT, BY_ADA, Monday.at(30)))
                    .expectEvents(stopped());
            clock.given(started(), stopped())
                    .when(new StopClock(RESOLVE, NEXT, BY_ADA, Monday.at(31)))
                    .expectNoEvents();
            clock.given(started(), stopped()).when(due(1, 50)).expectNoEvents();
        }

        @Test
        void itGoesOnWithoutTheTimeInWhichItWasOver() {
            clock.given(started(), met())
                    .when(new GoOn(RESOLVE, ClockEnd.RESOLVED, false, BY_GRACE, Monday.at(120)))
                    .expectEvents(wentOn());
            clock.given(started(), met(), wentOn())
                    .when(meet(RESOLVE, ClockEnd.RESOLVED, 131))
                    .expectEvents(
                            new SlaEvent.ClockBreached(
                                    RESOLVE,
                                    INCIDENT,
                                    ClockKind.RESOLVE,
                                    CHECKOUT,
                                    Duration.ofMinutes(100),
                                    Monday.at(130),
                                    false,
                                    Monday.at(131)),
                            met(true, 101, 131));
        }

        @Test
        void whatWasAMistakeIsAsIfItHadNotBeen() {
            clock.given(started(), met())
                    .when(new GoOn(RESOLVE, ClockEnd.RESOLVED, true, BY_GRACE, Monday.at(95)))
                    .expectEvents(wentOn(true, 100, alarm(2, 50, 50), 95));
            clock.given(started(), met(), wentOn(true, 100, alarm(2, 50, 50), 95))
                    .when(due(2, 96))
                    .expectEvents(foretold(80, alarm(3, 100, 100), 96));
        }

        @Test
        void itGoesOnOnlyWhenWhatEndedItIsGone() {
            clock.given(started(), met())
                    .when(new GoOn(RESOLVE, ClockEnd.ACKNOWLEDGED, true, BY_GRACE, Monday.at(95)))
                    .expectNoEvents();
            clock.given(started())
                    .when(new GoOn(RESOLVE, ClockEnd.RESOLVED, true, BY_GRACE, Monday.at(95)))
                    .expectNoEvents();
        }
    }

    @Nested
    class IsCorrected {

        @Test
        void bothNumbersAreKept() {
            clock.given(started()).when(severity(Severity.CRITICAL, 10)).expectEvents(recomputed());
            clock.given(started()).when(severity(Severity.HIGH, 10)).expectNoEvents();
            clock.givenNoPriorActivity().when(severity(Severity.HIGH, 10)).expectNoEvents();
        }

        @Test
        void whatIsLateNowIsSaidByATimerAtOnce() {
            var corrected =
                    recomputed(Severity.CRITICAL, figures(100, 100, 70), figures(50, 50, 70), alarm(2, 50, 25), 70);
            clock.given(started()).when(severity(Severity.CRITICAL, 70)).expectEvents(corrected);
            clock.given(started(), corrected)
                    .when(due(2, 70))
                    .expectEvents(new SlaEvent.ClockBreached(
                            RESOLVE,
                            INCIDENT,
                            ClockKind.RESOLVE,
                            CHECKOUT,
                            Duration.ofMinutes(50),
                            Monday.at(50),
                            true,
                            Monday.at(70)));
        }

        @Test
        void whatWasForetoldTooEarlyIsForetoldAgain() {
            var half = foretold(50, alarm(2, 80, 80), 50);
            var lower = recomputed(Severity.CRITICAL, figures(100, 100, 10), figures(50, 50, 10), alarm(2, 50, 25), 10);
            var back = recomputed(Severity.HIGH, figures(50, 50, 30), figures(100, 100, 30), alarm(4, 50, 50), 30);
            clock.given(started(), lower)
                    .when(due(2, 25))
                    .expectEvents(new SlaEvent.ClockForetold(
                            RESOLVE,
                            INCIDENT,
                            ClockKind.RESOLVE,
                            CHECKOUT,
                            50,
                            Duration.ofMinutes(50),
                            Monday.at(50),
                            alarm(3, 80, 40),
                            Monday.at(25)));
            clock.given(started(), lower, foretold(50, alarm(3, 80, 40), 25))
                    .when(severity(Severity.HIGH, 30))
                    .expectEvents(back);
            clock.given(started(), half)
                    .when(severity(Severity.LOW, 60))
                    .expectEvents(recomputed(
                            Severity.LOW,
                            figures(100, 100, 60),
                            new Figures(Monday.NINE, null, null, Duration.ofHours(1)),
                            null,
                            60));
        }

        @Test
        void aBreachStandsAndIsNotRepeated() {
            var worse = recomputed(Severity.CRITICAL, figures(100, 100, 110), figures(50, 50, 110), null, 110);
            clock.given(started(), breached())
                    .when(severity(Severity.CRITICAL, 110))
                    .expectEvents(worse);
        }

        @Test
        void whatBeganEarlierMayHaveBeenLateAfterAll() {
            clock.given(started(), met())
                    .when(new CorrectStart(RESOLVE, Monday.at(-20), BY_ADA, Monday.at(200)))
                    .expectEvents(new ClockRecomputed(
                            RESOLVE,
                            INCIDENT,
                            ClockKind.RESOLVE,
                            Correction.IMPACT,
                            CHECKOUT,
                            Severity.HIGH,
                            PROMISE,
                            figures(100, 100, 90),
                            // Before nine nobody was there.
                            new Figures(
                                    Monday.at(-20), Duration.ofMinutes(100), Monday.at(100), Duration.ofMinutes(90)),
                            null,
                            BY_ADA,
                            Monday.at(200)));
            var always = new Promise(PROMISE.goals(), Calendar.ALWAYS, false, false);
            var begun = new ClockStarted(
                    RESOLVE,
                    INCIDENT,
                    ClockKind.RESOLVE,
                    CHECKOUT,
                    Severity.HIGH,
                    always,
                    Duration.ofMinutes(100),
                    Monday.at(100),
                    alarm(1, 50, 50),
                    Monday.NINE);
            clock.given(begun, met())
                    .when(new CorrectStart(RESOLVE, Monday.at(-20), BY_ADA, Monday.at(200)))
                    .expectEvents(
                            new ClockRecomputed(
                                    RESOLVE,
                                    INCIDENT,
                                    ClockKind.RESOLVE,
                                    Correction.IMPACT,
                                    CHECKOUT,
                                    Severity.HIGH,
                                    always,
                                    figures(100, 100, 90),
                                    new Figures(
                                            Monday.at(-20),
                                            Duration.ofMinutes(100),
                                            Monday.at(80),
                                            Duration.ofMinutes(110)),
                                    null,
                                    BY_ADA,
                                    Monday.at(200)),
                            new SlaEvent.ClockBreached(
                                    RESOLVE,
                                    INCIDENT,
                                    ClockKind.RESOLVE,
                                    CHECKOUT,
                                    Duration.ofMinutes(100),
                                    Monday.at(80),
                                    false,
                                    Monday.at(200)));
        }

        @Test
        void nothingBeganInTheFuture() {
            clock.given(started())
                    .when(new CorrectStart(RESOLVE, Monday.at(11), BY_ADA, Monday.at(10)))
                    .expectException(Refused.with(INVALID, "clock_in_future"));
            clock.given(started())
                    .when(new CorrectStart(RESOLVE, Monday.NINE, BY_ADA, Monday.at(10)))
                    .expectNoEvents();
        }

        @Test
        void whoeverAnswersForItNowHasPromisedSomethingElse() {
            clock.given(started())
                    .when(new CorrectPlace(RESOLVE, SEARCH, Promise.USUAL, Actor.LARUM, Monday.at(10)))
                    .expectEvents(new ClockRecomputed(
                            RESOLVE,
                            INCIDENT,
                            ClockKind.RESOLVE,
                            Correction.SERVICE,
                            SEARCH,
                            Severity.HIGH,
                            Promise.USUAL,
                            figures(100, 100, 10),
                            figures(480, 480, 10),
                            alarm(2, 50, 240),
                            Actor.LARUM,
                            Monday.at(10)));
            clock.given(started())
                    .when(new CorrectPlace(RESOLVE, CHECKOUT, Promise.USUAL, Actor.LARUM, Monday.at(10)))
                    .expectNoEvents();
        }
    }
}
