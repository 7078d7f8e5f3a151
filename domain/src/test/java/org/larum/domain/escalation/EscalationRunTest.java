package org.larum.domain.escalation;

import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.escalation.EscalationExamples.ADA_AGAIN;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.GRACE_AGAIN;
import static org.larum.domain.escalation.EscalationExamples.GRACE_FIRST;
import static org.larum.domain.escalation.EscalationExamples.PINNED;
import static org.larum.domain.escalation.EscalationExamples.PLAN;
import static org.larum.domain.escalation.EscalationExamples.RUN;
import static org.larum.domain.escalation.EscalationExamples.exhausted;
import static org.larum.domain.escalation.EscalationExamples.reached;
import static org.larum.domain.escalation.EscalationExamples.reminded;
import static org.larum.domain.escalation.EscalationExamples.scheduled;
import static org.larum.domain.escalation.EscalationExamples.start;
import static org.larum.domain.escalation.EscalationExamples.started;
import static org.larum.domain.escalation.EscalationExamples.startedWithoutPolicy;
import static org.larum.domain.escalation.EscalationExamples.stopped;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.Duration;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.escalation.EscalationCommand.SkipWait;
import org.larum.domain.escalation.EscalationCommand.StartEscalation;
import org.larum.domain.escalation.EscalationCommand.StepDue;
import org.larum.domain.escalation.EscalationCommand.StopEscalation;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.shared.Monday;

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
                    .when(new StartEscalation(RUN, INCIDENT, 1, PINNED, PLAN, wait, Monday.NINE))
                    .expectEvents(
                            new EscalationStarted(RUN, INCIDENT, 1, PINNED, PLAN, wait, Monday.NINE),
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
                    .when(new StartEscalation(RUN, INCIDENT, 1, null, EscalationPlan.NOBODY, null, Monday.NINE))
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
                    .when(new StartEscalation(RUN, INCIDENT, 1, null, EscalationPlan.NOBODY, null, Monday.at(2)))
                    .expectNoEvents();
        }
    }
}
