package org.larum.domain.reach;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.escalation.EscalationExamples.ADA_AGAIN;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.reach.ReachExamples.PLAN;
import static org.larum.domain.reach.ReachExamples.REACH;
import static org.larum.domain.reach.ReachExamples.changed;
import static org.larum.domain.reach.ReachExamples.delayed;
import static org.larum.domain.reach.ReachExamples.failed;
import static org.larum.domain.reach.ReachExamples.hurried;
import static org.larum.domain.reach.ReachExamples.resting;
import static org.larum.domain.reach.ReachExamples.scheduled;
import static org.larum.domain.reach.ReachExamples.start;
import static org.larum.domain.reach.ReachExamples.started;
import static org.larum.domain.reach.ReachExamples.stopped;
import static org.larum.domain.reach.ReachExamples.tried;
import static org.larum.domain.reach.ReachExamples.unreached;
import static org.larum.domain.reach.ReachExamples.way;
import static org.larum.domain.shared.ChannelKind.CALL;
import static org.larum.domain.shared.ChannelKind.EMAIL;
import static org.larum.domain.shared.ChannelKind.PUSH;
import static org.larum.domain.shared.ChannelKind.SMS;

import java.time.Duration;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.larum.domain.reach.ReachCommand.ChangePlan;
import org.larum.domain.reach.ReachCommand.ChangeRest;
import org.larum.domain.reach.ReachCommand.NoteArrival;
import org.larum.domain.reach.ReachCommand.NoteDelay;
import org.larum.domain.reach.ReachCommand.NoteFailure;
import org.larum.domain.reach.ReachCommand.StopReach;
import org.larum.domain.reach.ReachCommand.WayDue;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.larum.domain.shared.Monday;

class ReachRunTest {

    private static final ReachPlan MAIL = new ReachPlan(List.of(way(EMAIL, 0, null)), null, null);

    private static final Object[] FIRST = {started(), tried(EMAIL, 1, 0), tried(PUSH, 2, 0), hurried(2, 1, 0)};

    private final AggregateTestFixture<ReachRun> reach = new AggregateTestFixture<>(ReachRun.class);

    private static WayDue due(int timer, int minute) {
        return new WayDue(REACH, timer, Monday.at(minute));
    }

    private static NoteFailure failure(int nth, int minute) {
        return new NoteFailure(REACH, nth, Monday.at(minute));
    }

    private static NoteDelay delay(int nth, int minute) {
        return new NoteDelay(REACH, nth, Monday.at(minute));
    }

    private static NoteArrival arrival(int nth, int minute) {
        return new NoteArrival(REACH, nth, Monday.at(minute));
    }

    @Test
    void theFirstWaysAreGoneAtOnce() {
        reach.givenNoPriorActivity().when(start(ADA_FIRST, PLAN, 0)).expectEvents(FIRST);
    }

    @Test
    void theNextIsGoneWhenItIsDueAndTheLastAgainAndAgain() {
        reach.given(FIRST).when(due(1, 2)).expectEvents(tried(SMS, 3, 2), scheduled(3, 2, 2, 3));
        reach.given(FIRST)
                .andGiven(tried(SMS, 3, 2), scheduled(3, 2, 2, 3))
                .when(due(2, 5))
                .expectEvents(tried(CALL, 4, 5), scheduled(3, 3, 5, 3));
        reach.given(FIRST)
                .andGiven(tried(SMS, 3, 2), scheduled(3, 2, 2, 3), tried(CALL, 4, 5), scheduled(3, 3, 5, 3))
                .when(due(3, 8))
                .expectEvents(tried(CALL, 5, 8), scheduled(3, 4, 8, 3));
    }

    @Test
    void aTimerThatFiresTwiceTriesOnce() {
        reach.given(FIRST)
                .andGiven(tried(SMS, 3, 2), scheduled(3, 2, 2, 3))
                .when(due(1, 2))
                .expectNoEvents();
    }

    @Test
    void callsEndSomewhere() {
        reach.given(FIRST)
                .andGiven(tried(CALL, ReachRun.MOST_TRIES - 1, 5), scheduled(3, 3, 5, 3))
                .when(due(3, 8))
                .expectEvents(tried(CALL, ReachRun.MOST_TRIES, 8));
    }

    @Test
    void oneWayAloneNeedsNoTimer() {
        reach.givenNoPriorActivity()
                .when(start(ADA_FIRST, MAIL, 0))
                .expectEvents(started(ADA_FIRST, MAIL, 0), tried(EMAIL, 1, 0));
    }

    @Test
    void theSameStepAsksOnce() {
        reach.given(started(ADA_FIRST, MAIL, 0), tried(EMAIL, 1, 0))
                .when(start(ADA_FIRST, MAIL, 1))
                .expectNoEvents();
    }

    @Test
    void whoHasBeenToldByAllWaysIsToldAgainInTheNextRound() {
        reach.given(started(ADA_FIRST, MAIL, 0), tried(EMAIL, 1, 0))
                .when(start(ADA_AGAIN, MAIL, 15))
                .expectEvents(started(ADA_AGAIN, MAIL, 15), tried(ADA_AGAIN, EMAIL, 2, 15));
    }

    @Test
    void whoIsBeingReachedIsNotReachedTwice() {
        reach.given(FIRST).when(start(ADA_AGAIN, MAIL, 1)).expectEvents(started(ADA_AGAIN, PLAN, 1));
    }

    @Test
    void quietHoursComeFirst() {
        var quiet = new ReachPlan(MAIL.ways(), Duration.ofMinutes(90), null);
        var waits =
                new WayScheduled(REACH, INCIDENT, ADA, 0, 1, Duration.ofMinutes(90), true, Monday.at(90), Monday.NINE);
        reach.givenNoPriorActivity().when(start(ADA_FIRST, quiet, 0)).expectEvents(started(ADA_FIRST, quiet, 0), waits);
        reach.given(started(ADA_FIRST, quiet, 0), waits).when(due(1, 90)).expectEvents(tried(EMAIL, 1, 90));
    }

    @Test
    void whileAnotherIsOnItsWayAFailureWaitsForIt() {
        reach.given(FIRST).when(failure(1, 1)).expectEvents(failed(EMAIL, 1, 1));
    }

    @Test
    void whenNothingIsOnItsWayTheNextIsGoneAtOnce() {
        reach.given(FIRST)
                .andGiven(failed(EMAIL, 1, 1))
                .when(failure(2, 1))
                .expectEvents(failed(PUSH, 2, 1), tried(SMS, 3, 1), scheduled(3, 2, 1, 3));
    }

    @Test
    void whenWhatIsUrgentIsLateTheNextIsGoneAtOnce() {
        var urgent = new ReachPlan(PLAN.ways(), null, true);
        reach.given(started(ADA_FIRST, urgent, 0), tried(EMAIL, 1, 0), tried(PUSH, 2, 0), hurried(2, 1, 0))
                .when(delay(1, 1))
                .expectEvents(delayed(EMAIL, 1, 1));
        reach.given(started(ADA_FIRST, urgent, 0), tried(EMAIL, 1, 0), tried(PUSH, 2, 0), hurried(2, 1, 0))
                .andGiven(delayed(EMAIL, 1, 1))
                .when(delay(2, 1))
                .expectEvents(delayed(PUSH, 2, 1), tried(SMS, 3, 1), scheduled(3, 2, 1, 3));
    }

    @Test
    void whatIsLateHasNotFailed() {
        reach.given(started(ADA_FIRST, MAIL, 0), tried(EMAIL, 1, 0))
                .when(delay(1, 1))
                .expectEvents(delayed(EMAIL, 1, 1));
        reach.given(started(ADA_FIRST, MAIL, 0), tried(EMAIL, 1, 0), delayed(EMAIL, 1, 1))
                .when(delay(1, 2))
                .expectNoEvents();
        reach.given(started(ADA_FIRST, MAIL, 0), tried(EMAIL, 1, 0), delayed(EMAIL, 1, 1))
                .when(failure(1, 2))
                .expectEvents(failed(EMAIL, 1, 2), unreached(2));
    }

    @Test
    void whatIsNotUrgentKeepsToItsTimes() {
        reach.given(FIRST).andGiven(delayed(EMAIL, 1, 1)).when(delay(2, 1)).expectEvents(delayed(PUSH, 2, 1));
    }

    @Test
    void whenEveryWayHasFailedThatIsSaid() {
        reach.given(started(ADA_FIRST, MAIL, 0), tried(EMAIL, 1, 0))
                .when(failure(1, 3))
                .expectEvents(failed(EMAIL, 1, 3), unreached(3));
    }

    @Test
    void callsThatFailAreSaidAndGoOn() {
        reach.given(FIRST)
                .andGiven(
                        failed(EMAIL, 1, 1),
                        failed(PUSH, 2, 1),
                        tried(SMS, 3, 2),
                        failed(SMS, 3, 2),
                        tried(CALL, 4, 2),
                        scheduled(3, 3, 2, 3))
                .when(failure(4, 3))
                .expectEvents(failed(CALL, 4, 3), unreached(3));
    }

    @Test
    void aPushThatIsShownGivesTimeToAnswer() {
        reach.given(FIRST).when(arrival(2, 1)).expectEvents(scheduled(2, 2, 1, 1));
        reach.given(FIRST).andGiven(scheduled(2, 2, 1, 1)).when(arrival(2, 1)).expectNoEvents();
        reach.given(FIRST).andGiven(scheduled(2, 2, 1, 1)).when(due(1, 1)).expectNoEvents();
    }

    @Test
    void thatAMailHasArrivedSaysNothingOfThePush() {
        reach.given(FIRST).when(arrival(1, 1)).expectNoEvents();
    }

    @Test
    void whatIsShownAfterItsTimeChangesNothing() {
        reach.given(FIRST).when(arrival(2, 3)).expectNoEvents();
        reach.given(FIRST)
                .andGiven(tried(SMS, 3, 2), scheduled(3, 2, 2, 3))
                .when(arrival(2, 3))
                .expectNoEvents();
        reach.givenNoPriorActivity().when(arrival(2, 3)).expectNoEvents();
    }

    @Test
    void aFailureThatIsToldTwiceIsOne() {
        reach.given(FIRST).andGiven(failed(EMAIL, 1, 1)).when(failure(1, 2)).expectNoEvents();
    }

    @Test
    void whatIsWorseGoesTheOtherWaysToo() {
        reach.given(started(ADA_FIRST, MAIL, 0), tried(EMAIL, 1, 0))
                .when(new ChangePlan(REACH, PLAN, Monday.at(4)))
                .expectEvents(
                        changed(
                                new ReachPlan(
                                        List.of(way(PUSH, 0, null), way(SMS, 2, null), way(CALL, 5, 3)), null, null),
                                4),
                        tried(PUSH, 2, 4),
                        hurried(1, 1, 4));
    }

    @Test
    void whatIsWorseAndStillMayNotWakeThemLetsThemSleep() {
        var low = new ReachPlan(MAIL.ways(), Duration.ofMinutes(90), null);
        var medium = new ReachPlan(MAIL.ways(), Duration.ofMinutes(60), null);
        var waits =
                new WayScheduled(REACH, INCIDENT, ADA, 0, 1, Duration.ofMinutes(90), true, Monday.at(90), Monday.NINE);
        reach.given(started(ADA_FIRST, low, 0), waits)
                .when(new ChangePlan(REACH, medium, Monday.at(30)))
                .expectEvents(
                        changed(medium, 30),
                        new WayScheduled(
                                REACH,
                                INCIDENT,
                                ADA,
                                0,
                                2,
                                Duration.ofMinutes(60),
                                true,
                                Monday.at(90),
                                Monday.at(30)));
    }

    @Test
    void withoutOtherWaysNothingChanges() {
        reach.given(FIRST).when(new ChangePlan(REACH, MAIL, Monday.at(4))).expectNoEvents();
        reach.given(FIRST).when(new ChangePlan(REACH, PLAN, Monday.at(4))).expectNoEvents();
    }

    @Test
    void whoHasStoppedIsLeftAlone() {
        reach.given(FIRST).when(new StopReach(REACH, Monday.at(1))).expectEvents(stopped(1));
        reach.given(FIRST)
                .andGiven(stopped(1))
                .when(new StopReach(REACH, Monday.at(2)))
                .expectNoEvents();
        reach.given(FIRST).andGiven(stopped(1)).when(due(1, 2)).expectNoEvents();
        reach.given(FIRST).andGiven(stopped(1)).when(failure(1, 2)).expectNoEvents();
        reach.given(FIRST).andGiven(stopped(1)).when(start(ADA_AGAIN, PLAN, 2)).expectNoEvents();
        reach.given(FIRST)
                .andGiven(stopped(1))
                .when(new ChangePlan(REACH, MAIL, Monday.at(2)))
                .expectNoEvents();
    }

    @Test
    void ofSomebodyWhoWasNeverReachedNothingIsKept() {
        reach.givenNoPriorActivity().when(failure(1, 2)).expectNoEvents();
        reach.givenNoPriorActivity()
                .when(new ChangePlan(REACH, MAIL, Monday.at(2)))
                .expectNoEvents();
        reach.givenNoPriorActivity().when(new StopReach(REACH, Monday.at(2))).expectNoEvents();
    }

    @Test
    void whoeverIsLeftAloneNoLongerIsReachedAtOnce() {
        reach.given(started(), resting(1, 0, 60))
                .when(new ChangeRest(REACH, null, Monday.at(10)))
                .expectEvents(tried(EMAIL, 1, 10), tried(PUSH, 2, 10), hurried(2, 2, 10));
        reach.given(started(), resting(1, 0, 60))
                .when(new ChangeRest(REACH, Duration.ofMinutes(20), Monday.at(10)))
                .expectEvents(resting(2, 10, 20));
    }

    @Test
    void whoeverIsNotLeftAloneIsNotAskedAgainNorToWait() {
        var over = new ChangeRest(REACH, null, Monday.at(10));
        reach.given(FIRST).when(over).expectNoEvents();
        reach.given(FIRST)
                .when(new ChangeRest(REACH, Duration.ofMinutes(20), Monday.at(10)))
                .expectNoEvents();
        reach.given(started(), resting(1, 0, 60), tried(EMAIL, 1, 10), tried(PUSH, 2, 10), hurried(2, 2, 10))
                .when(over)
                .expectNoEvents();
        reach.given(started(), resting(1, 0, 60), stopped(5)).when(over).expectNoEvents();
        reach.givenNoPriorActivity().when(over).expectNoEvents();
    }
}
