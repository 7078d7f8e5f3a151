package org.larum.domain.escalation;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHAT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.LINUS;
import static org.larum.domain.directory.DirectoryExamples.ON_CALL;
import static org.larum.domain.directory.DirectoryExamples.target;
import static org.larum.domain.escalation.EscalationExamples.ADA_AGAIN;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.GRACE_AGAIN;
import static org.larum.domain.escalation.EscalationExamples.GRACE_FIRST;
import static org.larum.domain.escalation.EscalationExamples.PINNED;
import static org.larum.domain.escalation.EscalationExamples.PLAN;
import static org.larum.domain.escalation.EscalationExamples.RUN;
import static org.larum.domain.escalation.EscalationExamples.exhausted;
import static org.larum.domain.escalation.EscalationExamples.named;
import static org.larum.domain.escalation.EscalationExamples.passed;
import static org.larum.domain.escalation.EscalationExamples.raised;
import static org.larum.domain.escalation.EscalationExamples.reached;
import static org.larum.domain.escalation.EscalationExamples.reminded;
import static org.larum.domain.escalation.EscalationExamples.scheduled;
import static org.larum.domain.escalation.EscalationExamples.start;
import static org.larum.domain.escalation.EscalationExamples.started;
import static org.larum.domain.escalation.EscalationExamples.startedWithoutPolicy;
import static org.larum.domain.escalation.EscalationExamples.stopped;
import static org.larum.domain.escalation.EscalationExamples.unreached;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.Duration;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Definition.Branch;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationCommand.NoteUnreachable;
import org.larum.domain.escalation.EscalationCommand.RaiseEscalation;
import org.larum.domain.escalation.EscalationCommand.RecordResponders;
import org.larum.domain.escalation.EscalationCommand.SkipWait;
import org.larum.domain.escalation.EscalationCommand.StartEscalation;
import org.larum.domain.escalation.EscalationCommand.StepDue;
import org.larum.domain.escalation.EscalationCommand.StopEscalation;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepReached;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class EscalationRunTest {

    private static final Object[] ADA_IS_ASKED = {started(), reached(ADA_FIRST, 0), scheduled(GRACE_FIRST, 1, 0, 5)};
    private static final Object[] GRACE_IS_ASKED_LAST = {
        started(),
        reached(ADA_FIRST, 0),
        scheduled(GRACE_FIRST, 1, 0, 5),
        reached(GRACE_AGAIN, 20),
        scheduled(null, 4, 20, 10)
    };
    private static final Object[] NOBODY_IS_LEFT = {startedWithoutPolicy(), exhausted(0), scheduled(null, 1, 0, 30)};

    private final AggregateTestFixture<EscalationRun> run = new AggregateTestFixture<>(EscalationRun.class);

    private static StepDue due(int timer, int minute) {
        return new StepDue(RUN, timer, Monday.at(minute));
    }

    @Nested
    class Start {

        @Test
        void itAsksTheFirstAndSetsATimer() {
            run.givenNoPriorActivity().when(start()).expectEvents(ADA_IS_ASKED);
        }

        @Test
        void whereACommonCauseMayShowItselfItWaitsFirst() {
            var wait = Duration.ofSeconds(30);
            run.givenNoPriorActivity()
                    .when(new StartEscalation(RUN, INCIDENT, 1, PINNED, PLAN, wait, Monday.NINE, Severity.HIGH, null))
                    .expectEvents(
                            new EscalationStarted(
                                    RUN, INCIDENT, 1, PINNED, PLAN, wait, Monday.NINE, Severity.HIGH, null),
                            new StepScheduled(RUN, INCIDENT, new Position(0, 0), 1, wait, Monday.NINE.plus(wait)));
        }

        @Test
        void itStartsOnce() {
            run.given(ADA_IS_ASKED).when(start()).expectNoEvents();
        }

        @Test
        void aStoppedOneDoesNotStartAgain() {
            run.given(ADA_IS_ASKED).andGiven(stopped(1)).when(start()).expectNoEvents();
        }

        @Test
        void withoutAPolicyNobodyIsLeftAtOnce() {
            run.givenNoPriorActivity()
                    .when(new StartEscalation(
                            RUN, INCIDENT, 1, null, EscalationPlan.NOBODY, null, Monday.NINE, Severity.HIGH, null))
                    .expectEvents(NOBODY_IS_LEFT);
        }
    }

    @Nested
    class Due {

        @Test
        void theNextStepIsReached() {
            run.given(ADA_IS_ASKED)
                    .when(due(1, 5))
                    .expectEvents(reached(GRACE_FIRST, 5), scheduled(ADA_AGAIN, 2, 5, 10));
        }

        @Test
        void theNextRoundBeginsWithTheFirstStep() {
            run.given(ADA_IS_ASKED)
                    .andGiven(reached(GRACE_FIRST, 5), scheduled(ADA_AGAIN, 2, 5, 10))
                    .when(due(2, 15))
                    .expectEvents(reached(ADA_AGAIN, 15), scheduled(GRACE_AGAIN, 3, 15, 5));
        }

        @Test
        void aTimerThatFiresTwiceAsksOnce() {
            run.given(ADA_IS_ASKED)
                    .andGiven(reached(GRACE_FIRST, 5), scheduled(ADA_AGAIN, 2, 5, 10))
                    .when(due(1, 5))
                    .expectNoEvents();
        }

        @Test
        void aTimerThatWasNeverSetIsIgnored() {
            run.given(ADA_IS_ASKED).when(due(7, 5)).expectNoEvents();
        }

        @Test
        void aTimerThatFiresAfterTheStopIsIgnored() {
            run.given(ADA_IS_ASKED).andGiven(stopped(4)).when(due(1, 5)).expectNoEvents();
        }

        @Test
        void afterAnOutageTheWaitRunsFromNow() {
            run.given(ADA_IS_ASKED)
                    .when(due(1, 500))
                    .expectEvents(reached(GRACE_FIRST, 500), scheduled(ADA_AGAIN, 2, 500, 10));
        }

        @Test
        void afterTheLastStepNobodyIsLeft() {
            run.given(GRACE_IS_ASKED_LAST).when(due(4, 30)).expectEvents(exhausted(30), scheduled(null, 5, 30, 30));
        }

        @Test
        void thenItRemindsEveryHalfHourAndCounts() {
            run.given(NOBODY_IS_LEFT).when(due(1, 30)).expectEvents(reminded(1, 30), scheduled(null, 2, 30, 30));
            run.given(NOBODY_IS_LEFT)
                    .andGiven(reminded(1, 30), scheduled(null, 2, 30, 30))
                    .when(due(2, 60))
                    .expectEvents(reminded(2, 60), scheduled(null, 3, 60, 30));
        }

        @Test
        void aStoppedOneRemindsNobody() {
            run.given(NOBODY_IS_LEFT).andGiven(stopped(20)).when(due(1, 30)).expectNoEvents();
        }
    }

    @Nested
    class Skip {

        private final SkipWait skip = new SkipWait(RUN, Monday.at(2));

        @Test
        void theNextIsAskedAtOnceAndTheOldTimerIsStale() {
            run.given(ADA_IS_ASKED).when(skip).expectEvents(reached(GRACE_FIRST, 2), scheduled(ADA_AGAIN, 2, 2, 10));
            run.given(ADA_IS_ASKED)
                    .andGiven(reached(GRACE_FIRST, 2), scheduled(ADA_AGAIN, 2, 2, 10))
                    .when(due(1, 5))
                    .expectNoEvents();
        }

        @Test
        void whoIsAskedLastLeavesNobody() {
            run.given(GRACE_IS_ASKED_LAST)
                    .when(new SkipWait(RUN, Monday.at(21)))
                    .expectEvents(exhausted(21), scheduled(null, 5, 21, 30));
        }

        @Test
        void whenNobodyIsLeftThereIsNothingToSkip() {
            run.given(NOBODY_IS_LEFT).when(skip).expectNoEvents();
        }

        @Test
        void aStoppedOneSkipsNothing() {
            run.given(ADA_IS_ASKED).andGiven(stopped(1)).when(skip).expectNoEvents();
        }
    }

    @Nested
    class Stop {

        @Test
        void whoHoldsTheIncidentStopsIt() {
            run.given(ADA_IS_ASKED)
                    .when(new StopEscalation(RUN, INCIDENT, BY_ADA, StopReason.ANSWERED, Monday.at(1)))
                    .expectEvents(stopped(1));
        }

        @Test
        void itStopsAlsoWhenNobodyWasLeft() {
            run.given(NOBODY_IS_LEFT)
                    .when(new StopEscalation(RUN, INCIDENT, BY_ADA, StopReason.ANSWERED, Monday.at(1)))
                    .expectEvents(stopped(1));
        }

        @Test
        void itStopsOnce() {
            run.given(ADA_IS_ASKED)
                    .andGiven(stopped(1))
                    .when(new StopEscalation(RUN, INCIDENT, BY_GRACE, StopReason.RESOLVED, Monday.at(2)))
                    .expectNoEvents();
        }

        @Test
        void whoAnswersBeforeItBeginsStopsItAllTheSame() {
            run.givenNoPriorActivity()
                    .when(new StopEscalation(RUN, INCIDENT, BY_ADA, StopReason.ANSWERED, Monday.at(1)))
                    .expectEvents(stopped(1));
        }

        @Test
        void aRunThatWasStoppedBeforeItBeganNeverBegins() {
            run.given(stopped(1))
                    .when(new StartEscalation(
                            RUN, INCIDENT, 1, null, EscalationPlan.NOBODY, null, Monday.at(2), Severity.HIGH, null))
                    .expectNoEvents();
        }
    }

    @Nested
    class Responders {

        private final Responder ada = named(ADA, "ada");
        private final Responder grace = named(GRACE, "grace");

        private RecordResponders found(Position position, Responder... responders) {
            var targets = PLAN.step(position).targets();
            return new RecordResponders(
                    RUN,
                    position,
                    targets,
                    List.of(responders),
                    EscalationExamples.found(position, 0).webhooks(),
                    Monday.at(1));
        }

        @Test
        void whomAStepMeansIsKeptOnce() {
            run.given(ADA_IS_ASKED)
                    .when(found(ADA_FIRST, ada))
                    .expectEvents(EscalationExamples.found(ADA_FIRST, 1, ada));
            run.given(ADA_IS_ASKED)
                    .andGiven(EscalationExamples.found(ADA_FIRST, 1, ada))
                    .when(found(ADA_FIRST, ada))
                    .expectNoEvents();
        }

        @Test
        void aStepThatMeansNobodyIsNotWaitedFor() {
            run.given(ADA_IS_ASKED)
                    .when(found(ADA_FIRST))
                    .expectEvents(
                            EscalationExamples.found(ADA_FIRST, 1),
                            passed(ADA_FIRST, PassReason.NOBODY_THERE, 1),
                            reached(GRACE_FIRST, 1),
                            scheduled(ADA_AGAIN, 2, 1, 10));
        }

        @Test
        void aRoundThatMeansNobodyIsTheLast() {
            run.given(ADA_IS_ASKED)
                    .andGiven(
                            EscalationExamples.found(ADA_FIRST, 1),
                            passed(ADA_FIRST, PassReason.NOBODY_THERE, 1),
                            reached(GRACE_FIRST, 1),
                            scheduled(ADA_AGAIN, 2, 1, 10))
                    .when(found(GRACE_FIRST))
                    .expectEvents(
                            EscalationExamples.found(GRACE_FIRST, 1),
                            passed(GRACE_FIRST, PassReason.NOBODY_THERE, 1),
                            exhausted(1),
                            scheduled(null, 3, 1, 30));
        }

        @Test
        void aStepForWebhooksAloneWaits() {
            var chat = new Target(TargetKind.WEBHOOK, CHAT.value(), "chat");
            var plan = new EscalationPlan(List.of(new Step(List.of(chat), Duration.ofMinutes(5))), 0);
            run.givenCommands(new StartEscalation(RUN, INCIDENT, 1, PINNED, plan, null, Monday.NINE, null, null))
                    .when(new RecordResponders(RUN, ADA_FIRST, List.of(chat), List.of(), List.of(chat), Monday.at(1)))
                    .expectEvents(new RespondersFound(
                            RUN, INCIDENT, ADA_FIRST, null, List.of(), List.of(chat), Monday.at(1)));
        }

        @Test
        void oneThatHasGoneOnAsksThemAllTheSameAndDoesNotPass() {
            run.given(ADA_IS_ASKED)
                    .andGiven(reached(GRACE_FIRST, 0), scheduled(ADA_AGAIN, 2, 0, 10))
                    .when(found(ADA_FIRST))
                    .expectEvents(EscalationExamples.found(ADA_FIRST, 1));
        }

        @Test
        void oneThatHasStoppedAsksNobody() {
            run.given(ADA_IS_ASKED)
                    .andGiven(stopped(1))
                    .when(found(ADA_FIRST, ada))
                    .expectNoEvents();
        }

        @Test
        void thoseWhoWereAskedAreKnownWhenItStops() {
            run.given(ADA_IS_ASKED)
                    .andGiven(EscalationExamples.found(ADA_FIRST, 1, ada, grace))
                    .when(new StopEscalation(RUN, INCIDENT, BY_ADA, StopReason.ANSWERED, Monday.at(2)))
                    .expectEvents(new EscalationStopped(
                            RUN, INCIDENT, BY_ADA, StopReason.ANSWERED, Monday.at(2), List.of(ADA, GRACE)));
        }

        @Test
        void whenAllOfAStepAreOutOfReachTheNextIsAskedAtOnce() {
            run.given(ADA_IS_ASKED)
                    .andGiven(EscalationExamples.found(ADA_FIRST, 1, ada, grace))
                    .when(new NoteUnreachable(RUN, ADA_FIRST, GRACE, Monday.at(2)))
                    .expectEvents(unreached(ADA_FIRST, GRACE, 2));
            run.given(ADA_IS_ASKED)
                    .andGiven(EscalationExamples.found(ADA_FIRST, 1, ada, grace), unreached(ADA_FIRST, GRACE, 2))
                    .when(new NoteUnreachable(RUN, ADA_FIRST, ADA, Monday.at(3)))
                    .expectEvents(
                            unreached(ADA_FIRST, ADA, 3),
                            passed(ADA_FIRST, PassReason.NOBODY_REACHED, 3),
                            reached(GRACE_FIRST, 3),
                            scheduled(ADA_AGAIN, 2, 3, 10));
        }

        @Test
        void whoIsOutOfReachIsToldOnceAndOnlyWhileTheStepWaits() {
            run.given(ADA_IS_ASKED)
                    .andGiven(EscalationExamples.found(ADA_FIRST, 1, ada, grace), unreached(ADA_FIRST, GRACE, 2))
                    .when(new NoteUnreachable(RUN, ADA_FIRST, GRACE, Monday.at(3)))
                    .expectNoEvents();
            run.given(ADA_IS_ASKED)
                    .andGiven(
                            EscalationExamples.found(ADA_FIRST, 1, ada),
                            reached(GRACE_FIRST, 5),
                            scheduled(ADA_AGAIN, 2, 5, 10))
                    .when(new NoteUnreachable(RUN, ADA_FIRST, ADA, Monday.at(6)))
                    .expectNoEvents();
        }
    }

    @Nested
    class Raise {

        private final EscalationPlan managers =
                new EscalationPlan(List.of(new Step(List.of(target(LINUS, "linus")), Duration.ofMinutes(3))), 2);
        private final Policy policy = new Policy(
                ON_CALL,
                "shop-on-call",
                1,
                DirectoryExamples.steps(),
                List.of(new Branch(List.of(Severity.CRITICAL), List.of(), "UTC", 2, managers.steps())));
        private final RaiseEscalation raise = new RaiseEscalation(RUN, INCIDENT, Severity.CRITICAL, Monday.at(2));

        private EscalationStarted startedWithChoices() {
            return new EscalationStarted(RUN, INCIDENT, 1, PINNED, PLAN, null, Monday.NINE, Severity.HIGH, policy);
        }

        @Test
        void theStepsForTheWorseBeginAtOnce() {
            run.given(startedWithChoices(), reached(ADA_FIRST, 0), scheduled(GRACE_FIRST, 1, 0, 5))
                    .when(raise)
                    .expectEvents(
                            raised(managers, 2),
                            new StepReached(
                                    RUN,
                                    INCIDENT,
                                    ADA_FIRST,
                                    managers.steps().getFirst().targets(),
                                    Monday.at(2)),
                            scheduled(ADA_AGAIN, 2, 2, 3));
        }

        @Test
        void withoutOtherStepsThoseWhoWereAskedAreReachedAsTheWorseWantsIt() {
            run.given(ADA_IS_ASKED)
                    .andGiven(EscalationExamples.found(ADA_FIRST, 1, named(ADA, "ada")))
                    .when(raise)
                    .expectEvents(raised(null, 2, ADA));
        }

        @Test
        void whatIsNotWorseChangesNothing() {
            run.given(ADA_IS_ASKED)
                    .when(new RaiseEscalation(RUN, INCIDENT, Severity.HIGH, Monday.at(2)))
                    .expectNoEvents();
            run.given(ADA_IS_ASKED).andGiven(stopped(1)).when(raise).expectNoEvents();
        }

        @Test
        void whatIsHeardBeforeItBeginsCounts() {
            run.givenNoPriorActivity().when(raise).expectEvents(raised(null, 2));
            run.given(raised(null, 2))
                    .when(new StartEscalation(
                            RUN, INCIDENT, 1, PINNED, PLAN, Duration.ofMinutes(1), Monday.at(2), Severity.HIGH, policy))
                    .expectEvents(
                            new EscalationStarted(
                                    RUN,
                                    INCIDENT,
                                    1,
                                    PINNED,
                                    managers,
                                    Duration.ofMinutes(1),
                                    Monday.at(2),
                                    Severity.CRITICAL,
                                    policy),
                            scheduled(ADA_FIRST, 1, 2, 1));
        }

        @Test
        void beforeItBeginsNobodyIsPassed() {
            run.given(raised(null, 2)).when(new SkipWait(RUN, Monday.at(3))).expectNoEvents();
        }
    }

    /** Both Ada and Grace must acknowledge; five minutes later Linus is asked. */
    @Nested
    class Everybody {

        private static final EscalationPlan BOTH_THEN_LINUS = new EscalationPlan(
                List.of(
                        new Step(EscalationExamples.BOTH, Duration.ofMinutes(5), null, null, null, true),
                        new Step(List.of(target(LINUS, "linus")), Duration.ofMinutes(10))),
                0);

        private static final StepReached BOTH_ARE_MEANT =
                new StepReached(RUN, INCIDENT, ADA_FIRST, EscalationExamples.BOTH, Monday.NINE, null, null, true);

        private static final Object[] NOT_YET_FOUND = {
            new EscalationStarted(RUN, INCIDENT, 1, PINNED, BOTH_THEN_LINUS, null, Monday.NINE, Severity.HIGH, null),
            BOTH_ARE_MEANT,
            scheduled(GRACE_FIRST, 1, 0, 5)
        };

        private static final RespondersFound BOTH_ARE_ASKED = new RespondersFound(
                RUN,
                INCIDENT,
                ADA_FIRST,
                Severity.HIGH,
                List.of(named(ADA, "ada"), named(GRACE, "grace")),
                List.of(),
                Monday.NINE);

        private static final Object[] LINUS_IS_ASKED = {
            new StepReached(RUN, INCIDENT, GRACE_FIRST, List.of(target(LINUS, "linus")), Monday.at(3)),
            scheduled(null, 2, 3, 10)
        };

        private static StopEscalation answer(Actor by, int minute) {
            return new StopEscalation(RUN, INCIDENT, by, StopReason.ANSWERED, Monday.at(minute));
        }

        private static EscalationStopped over(Actor by, int minute, PersonId... asked) {
            return new EscalationStopped(RUN, INCIDENT, by, StopReason.ANSWERED, Monday.at(minute), List.of(asked));
        }

        @Test
        void theFirstAnswerIsCountedAndTheSecondEndsIt() {
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED)
                    .when(answer(BY_ADA, 1))
                    .expectEvents(EscalationExamples.counted(ADA, 1, GRACE));
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED, EscalationExamples.counted(ADA, 1, GRACE))
                    .when(answer(BY_GRACE, 2))
                    .expectEvents(over(BY_GRACE, 2, ADA, GRACE));
        }

        @Test
        void whoAnswersTwiceIsCountedOnce() {
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED, EscalationExamples.counted(ADA, 1, GRACE))
                    .when(answer(BY_ADA, 2))
                    .expectNoEvents();
        }

        @Test
        void whoWasNotAskedAnswersForNobody() {
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED)
                    .when(answer(Actor.person(LINUS), 1))
                    .expectNoEvents();
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED)
                    .when(answer(Actor.token("script"), 1))
                    .expectNoEvents();
        }

        @Test
        void whoIsMissingWhenTheTimeIsUpIsPassedBy() {
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED, EscalationExamples.counted(ADA, 1, GRACE))
                    .when(due(1, 3))
                    .expectEvents(LINUS_IS_ASKED);
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED, EscalationExamples.counted(ADA, 1, GRACE))
                    .andGiven(LINUS_IS_ASKED)
                    .when(answer(BY_GRACE, 4))
                    .expectEvents(over(BY_GRACE, 4, ADA, GRACE));
        }

        @Test
        void whoCannotBeReachedIsMissing() {
            var unreachable = new NoteUnreachable(RUN, ADA_FIRST, GRACE, Monday.at(3));
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED, EscalationExamples.counted(ADA, 1, GRACE))
                    .when(unreachable)
                    .expectEvents(
                            unreached(ADA_FIRST, GRACE, 3),
                            passed(ADA_FIRST, PassReason.NOBODY_REACHED, 3),
                            LINUS_IS_ASKED[0],
                            LINUS_IS_ASKED[1]);
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED, unreached(ADA_FIRST, GRACE, 2))
                    .when(answer(BY_ADA, 3))
                    .expectEvents(
                            EscalationExamples.counted(ADA, 3, GRACE),
                            passed(ADA_FIRST, PassReason.NOBODY_REACHED, 3),
                            LINUS_IS_ASKED[0],
                            LINUS_IS_ASKED[1]);
        }

        @Test
        void whoAnswersBeforeItIsKnownWhoIsMeantHasAnswered() {
            run.given(NOT_YET_FOUND).when(answer(BY_ADA, 1)).expectEvents(EscalationExamples.counted(ADA, 1));
            var found = new RecordResponders(
                    RUN, ADA_FIRST, EscalationExamples.BOTH, List.of(named(ADA, "ada")), List.of(), Monday.NINE);
            run.given(NOT_YET_FOUND)
                    .andGiven(EscalationExamples.counted(ADA, 1))
                    .when(found)
                    .expectEvents(
                            new RespondersFound(
                                    RUN,
                                    INCIDENT,
                                    ADA_FIRST,
                                    Severity.HIGH,
                                    List.of(named(ADA, "ada")),
                                    List.of(),
                                    Monday.NINE),
                            over(BY_ADA, 0, ADA));
        }

        @Test
        void whoEndsTheIncidentEndsItForAll() {
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED)
                    .when(new StopEscalation(RUN, INCIDENT, BY_ADA, StopReason.RESOLVED, Monday.at(1)))
                    .expectEvents(new EscalationStopped(
                            RUN, INCIDENT, BY_ADA, StopReason.RESOLVED, Monday.at(1), List.of(ADA, GRACE)));
        }

        @Test
        void whenNobodyIsLeftToAskOneAnswerIsEnough() {
            run.given(NOT_YET_FOUND)
                    .andGiven(BOTH_ARE_ASKED, exhausted(5))
                    .when(answer(Actor.person(LINUS), 6))
                    .expectEvents(over(Actor.person(LINUS), 6, ADA, GRACE));
        }
    }
}
