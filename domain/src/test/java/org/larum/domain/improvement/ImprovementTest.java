package org.larum.domain.improvement;

import static org.hamcrest.Matchers.containsString;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.improvement.ImprovementExamples.NOISE;
import static org.larum.domain.improvement.ImprovementExamples.ROUND;
import static org.larum.domain.improvement.ImprovementExamples.begun;
import static org.larum.domain.improvement.ImprovementExamples.criterion;
import static org.larum.domain.improvement.ImprovementExamples.criterionSet;
import static org.larum.domain.improvement.ImprovementExamples.day;
import static org.larum.domain.improvement.ImprovementExamples.dropped;
import static org.larum.domain.improvement.ImprovementExamples.failed;
import static org.larum.domain.improvement.ImprovementExamples.met;
import static org.larum.domain.improvement.ImprovementExamples.noise;
import static org.larum.domain.improvement.ImprovementExamples.planned;
import static org.larum.domain.improvement.ImprovementExamples.priority;
import static org.larum.domain.improvement.ImprovementExamples.proposed;
import static org.larum.domain.improvement.ImprovementExamples.reopened;
import static org.larum.domain.improvement.ImprovementExamples.rollbackNoted;
import static org.larum.domain.improvement.ImprovementExamples.weighed;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.improvement.ImprovementCommand.BeginPhase;
import org.larum.domain.improvement.ImprovementCommand.Drop;
import org.larum.domain.improvement.ImprovementCommand.Judge;
import org.larum.domain.improvement.ImprovementCommand.NoteRollback;
import org.larum.domain.improvement.ImprovementCommand.Plan;
import org.larum.domain.improvement.ImprovementCommand.Propose;
import org.larum.domain.improvement.ImprovementCommand.Reopen;
import org.larum.domain.improvement.ImprovementCommand.SetCriterion;
import org.larum.domain.improvement.ImprovementCommand.Weigh;
import org.larum.domain.improvement.ImprovementEvent.ImprovementReopened;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;

class ImprovementTest {

    private final AggregateTestFixture<Improvement> item = new AggregateTestFixture<>(Improvement.class);

    private static Propose seen(int since, int at) {
        return new Propose(noise(day(since)), Actor.LARUM, day(at));
    }

    private TestExecutor<Improvement> planning() {
        return item.given(proposed(), weighed(), planned());
    }

    private TestExecutor<Improvement> validating() {
        return item.given(
                proposed(),
                weighed(),
                planned(),
                criterionSet(),
                begun(Phase.RESEARCH, 0),
                begun(Phase.BUILD, 1),
                begun(Phase.VALIDATE, 3));
    }

    private TestExecutor<Improvement> closed(Object how) {
        return validating().andGiven(how);
    }

    private static void refused(ResultValidator<Improvement> result, String words) {
        result.expectException(Refusal.class)
                .expectExceptionMessage(containsString(words))
                .expectNoEvents();
    }

    // ------------------------------------------------------------ seen

    @Test
    void whatIsSeenIsProposedOnce() {
        item.givenNoPriorActivity()
                .when(new Propose(noise(day(-30)), Actor.LARUM, Monday.NINE))
                .expectEvents(proposed());
    }

    @Test
    void seenAgainWhileItIsOpenItIsNothingNew() {
        item.given(proposed()).when(seen(-29, 1)).expectNoEvents();
        validating().when(seen(-20, 5)).expectNoEvents();
    }

    @Test
    void whatComesBackAfterItWasDoneIsOpenAgainAndCounted() {
        closed(met()).when(seen(10, 20)).expectEvents(reopened());
        closed(failed()).when(seen(10, 20)).expectEvents(reopened());
    }

    @Test
    void whatWasSeenBeforeTheMendingIsNoSignThatItIsBack() {
        closed(met()).when(seen(9, 20)).expectNoEvents();
    }

    @Test
    void whatPeopleDroppedStaysDropped() {
        item.given(proposed(), dropped()).when(seen(20, 40)).expectNoEvents();
    }

    // ------------------------------------------------------------ weighed and planned

    @Test
    void theSameWeightTwiceIsOne() {
        item.given(proposed())
                .when(new Weigh(NOISE, priority(), BY_ADA, Monday.at(5)))
                .expectEvents(weighed());
        item.given(proposed(), weighed())
                .when(new Weigh(NOISE, priority(), BY_GRACE, Monday.at(9)))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void nothingIsWeighedBeyondTheScale(int mark) {
        refused(
                item.given(proposed()).when(new Weigh(NOISE, new Priority(3, 3, mark, 3), BY_ADA, Monday.at(5))),
                "from 1, little, to 5");
    }

    @Test
    void onlyWhatWasWeighedFitsIntoARound() {
        refused(item.given(proposed()).when(new Plan(NOISE, ROUND, BY_ADA, Monday.at(6))), "Weigh it first");
        item.given(proposed(), weighed())
                .when(new Plan(NOISE, ROUND, BY_ADA, Monday.at(6)))
                .expectEvents(planned());
    }

    @Test
    void aRoundThatIsOverIsNotPlanned() {
        refused(
                item.given(proposed(), weighed()).when(new Plan(NOISE, ROUND - 1, BY_ADA, Monday.at(6))),
                "it is round 24 now");
        refused(item.given(proposed(), weighed()).when(new Plan(NOISE, 4000, BY_ADA, Monday.at(6))), "the last is");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e9})
    void aTargetIsANumberThatCanBeReached(double target) {
        var wild = new Criterion(Measure.STARS, Direction.AT_LEAST, target, null, null);
        refused(item.given(proposed()).when(new SetCriterion(NOISE, wild, BY_ADA, Monday.at(7))), "A target is");
    }

    @Test
    void theGoalDoesNotMoveWhileItIsValidated() {
        var easier = new Criterion(Measure.NIGHTS_A_WEEK, Direction.AT_MOST, 10, null, null);
        refused(validating().when(new SetCriterion(NOISE, easier, BY_ADA, day(5))), "stands until that is judged");
    }

    // ------------------------------------------------------------ done

    @Test
    void thePhasesComeInTheirOrder() {
        refused(
                item.given(proposed(), weighed()).when(new BeginPhase(NOISE, Phase.RESEARCH, BY_ADA, day(0))),
                "is in no round");
        planning().when(new BeginPhase(NOISE, Phase.RESEARCH, BY_ADA, day(0))).expectEvents(begun(Phase.RESEARCH, 0));
        refused(planning().when(new BeginPhase(NOISE, Phase.BUILD, BY_ADA, day(0))), "is not what comes next");
        planning()
                .andGiven(begun(Phase.RESEARCH, 0))
                .when(new BeginPhase(NOISE, Phase.RESEARCH, BY_ADA, day(1)))
                .expectNoEvents();
    }

    @Test
    void nothingIsValidatedWithoutACriterion() {
        refused(
                planning()
                        .andGiven(begun(Phase.RESEARCH, 0), begun(Phase.BUILD, 1))
                        .when(new BeginPhase(NOISE, Phase.VALIDATE, BY_ADA, day(3))),
                "Set a criterion");
    }

    private static Judge judge(double measured, int day) {
        return new Judge(NOISE, criterion(), measured, Actor.LARUM, day(day));
    }

    @Test
    void itIsDoneWhenItsCriterionIsMet() {
        validating().when(judge(0.5, 10)).expectEvents(met());
        validating().when(judge(3.5, 10)).expectEvents(failed());
    }

    @Test
    void aQuietWeekendProvesNothing() {
        refused(validating().when(judge(0, 9)), "after 7 days");
    }

    @Test
    void itIsJudgedOnceAndOnlyByItsOwnCriterion() {
        closed(met()).when(judge(9, 11)).expectNoEvents();
        var other = new Criterion(Measure.STARS, Direction.AT_MOST, 5, null, null);
        refused(validating().when(new Judge(NOISE, other, 1, Actor.LARUM, day(10))), "being validated");
        refused(planning().when(judge(0, 10)), "being validated");
    }

    @Test
    void whatFailedIsTakenBack() {
        var note = new NoteRollback(NOISE, "The old threshold is back", BY_GRACE, day(11));
        closed(failed()).when(note).expectEvents(rollbackNoted());
        validating().andGiven(failed(), rollbackNoted()).when(note).expectNoEvents();
        refused(closed(met()).when(note), "did not fail");
    }

    // ------------------------------------------------------------ left, and taken up again

    @Test
    void whatIsClosedIsNotWorkedOn() {
        refused(closed(met()).when(new Plan(NOISE, 30, BY_ADA, day(11))), "This item is done");
        refused(closed(failed()).when(new Drop(NOISE, "Enough", BY_ADA, day(11))), "This item is failed");
        item.given(proposed())
                .when(new Drop(NOISE, "The machine is switched off next week", BY_GRACE, Monday.at(30)))
                .expectEvents(dropped());
    }

    @Test
    void whatIsSaidTwiceIsOne() {
        planning().when(new Plan(NOISE, ROUND, BY_GRACE, Monday.at(9))).expectNoEvents();
        item.given(proposed(), criterionSet())
                .when(new SetCriterion(NOISE, criterion(), BY_GRACE, Monday.at(9)))
                .expectNoEvents();
        closed(failed()).when(judge(9, 11)).expectNoEvents();
        item.given(proposed(), dropped())
                .when(new Drop(NOISE, "Enough", BY_ADA, day(11)))
                .expectNoEvents();
    }

    @Test
    void theGoalMovesBeforeItIsValidated() {
        var easier = new Criterion(Measure.NIGHTS_A_WEEK, Direction.AT_MOST, 10, null, null);
        planning()
                .andGiven(criterionSet(), begun(Phase.RESEARCH, 0))
                .when(new SetCriterion(NOISE, easier, BY_ADA, day(1)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whatWasDroppedOrNeverValidatedIsNotJudged() {
        refused(validating().andGiven(dropped()).when(judge(0, 30)), "being validated");
        refused(item.given(proposed(), weighed()).when(judge(0, 30)), "being validated");
    }

    @Test
    void peopleReopenIt() {
        closed(failed())
                .when(new Reopen(NOISE, "Another way", BY_ADA, day(12)))
                .expectEvents(new ImprovementReopened(NOISE, 1, null, "Another way", BY_ADA, day(12)));
        item.given(proposed(), dropped())
                .when(new Reopen(NOISE, "It stays after all", BY_ADA, day(12)))
                .expectEvents(new ImprovementReopened(NOISE, 0, null, "It stays after all", BY_ADA, day(12)));
        refused(validating().when(new Reopen(NOISE, "?", BY_ADA, day(4))), "nothing to reopen");
    }

    @Test
    void afterwardsItBeginsAnewButNobodyWeighsItTwice() {
        validating()
                .andGiven(met(), reopened())
                .when(new BeginPhase(NOISE, Phase.RESEARCH, BY_ADA, day(21)))
                .expectException(Refusal.class);
        validating()
                .andGiven(met(), reopened())
                .when(new Plan(NOISE, 26, BY_ADA, day(21)))
                .expectSuccessfulHandlerExecution();
    }
}
