package org.larum.domain.suppression;

import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.suppression.SuppressionExamples.INHIBITION;
import static org.larum.domain.suppression.SuppressionExamples.SCREENING;
import static org.larum.domain.suppression.SuppressionExamples.admitted;
import static org.larum.domain.suppression.SuppressionExamples.began;
import static org.larum.domain.suppression.SuppressionExamples.cause;
import static org.larum.domain.suppression.SuppressionExamples.ended;
import static org.larum.domain.suppression.SuppressionExamples.failed;
import static org.larum.domain.suppression.SuppressionExamples.lapsed;
import static org.larum.domain.suppression.SuppressionExamples.muted;
import static org.larum.domain.suppression.SuppressionExamples.passed;
import static org.larum.domain.suppression.SuppressionExamples.pending;
import static org.larum.domain.suppression.SuppressionExamples.suppress;
import static org.larum.domain.suppression.SuppressionExamples.suppressed;
import static org.larum.domain.suppression.SuppressionExamples.target;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.RuleExamples;
import org.larum.domain.shared.Monday;
import org.larum.domain.suppression.SuppressionCommand.AdmitAlert;
import org.larum.domain.suppression.SuppressionCommand.BeginInhibition;
import org.larum.domain.suppression.SuppressionCommand.EndInhibition;
import org.larum.domain.suppression.SuppressionCommand.LapseSuppression;
import org.larum.domain.suppression.SuppressionCommand.ReportFailure;
import org.larum.domain.suppression.SuppressionCommand.ScreenTarget;
import org.larum.domain.suppression.SuppressionCommand.SuppressAlert;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.domain.suppression.SuppressionEvent.InhibitionBegan;
import org.larum.domain.suppression.SuppressionEvent.InhibitionEnded;
import org.larum.domain.suppression.SuppressionEvent.RuleFailed;
import org.larum.domain.suppression.SuppressionEvent.TargetPassed;

class SuppressionTest {

    @Nested
    class OfAnAlert {

        private final AggregateTestFixture<Screening> screening = new AggregateTestFixture<>(Screening.class);
        private final AdmitAlert admit = new AdmitAlert(SCREENING, pending(), Monday.at(60));
        private final LapseSuppression lapse = new LapseSuppression(SCREENING, Monday.at(30));

        @Test
        void itIsHeldBackWithItsReason() {
            screening.givenNoPriorActivity().when(suppress()).expectEvents(suppressed());
        }

        @Test
        void theSameReasonIsToldOnce() {
            screening.given(suppressed()).when(suppress()).expectNoEvents();
        }

        @Test
        void anotherReasonIsTold() {
            var other = new SuppressAlert(SCREENING, pending(), cause(), INHIBITION, null, Monday.at(10));
            screening
                    .given(suppressed())
                    .when(other)
                    .expectEvents(
                            new AlertSuppressed(SCREENING, DISK, cause(), pending(), INHIBITION, null, Monday.at(10)));
        }

        @Test
        void itIsLetThroughOnce() {
            screening.given(suppressed()).when(admit).expectEvents(admitted());
            screening.given(suppressed(), admitted()).when(admit).expectNoEvents();
        }

        @Test
        void whatWasLetThroughIsNotHeldBackAgain() {
            screening.given(suppressed(), admitted()).when(suppress()).expectNoEvents();
        }

        @Test
        void oneThatEndsIsForgotten() {
            screening.given(suppressed()).when(lapse).expectEvents(lapsed());
            screening.given(suppressed(), lapsed()).when(lapse).expectNoEvents();
            screening.given(suppressed(), lapsed()).when(admit).expectNoEvents();
        }
    }

    @Nested
    class OfConsequences {

        private final AggregateTestFixture<Inhibition> inhibition = new AggregateTestFixture<>(Inhibition.class);
        private final BeginInhibition begin =
                new BeginInhibition(INHIBITION, RuleExamples.id("inhibitions"), SLOW, Monday.NINE);
        private final EndInhibition end = new EndInhibition(INHIBITION, SLOW, Monday.at(9));
        private final ScreenTarget screen = new ScreenTarget(INHIBITION, target(), Monday.at(1));

        @Test
        void aCauseBeginsOnce() {
            inhibition.givenNoPriorActivity().when(begin).expectEvents(began());
            inhibition.given(began()).when(begin).expectNoEvents();
        }

        @Test
        void aCauseEndsOnce() {
            inhibition.given(began()).when(end).expectEvents(ended());
            inhibition.given(began(), ended()).when(end).expectNoEvents();
            inhibition.given(passed()).when(end).expectNoEvents();
        }

        @Test
        void anotherCauseStillMutes() {
            var disk = new InhibitionBegan(INHIBITION, RuleExamples.id("inhibitions"), DISK, Monday.NINE);
            inhibition
                    .given(began(), disk)
                    .when(end)
                    .expectEvents(
                            new InhibitionEnded(INHIBITION, RuleExamples.id("inhibitions"), SLOW, 1, Monday.at(9)));
        }

        @Test
        void aConsequenceIsMutedWhileItsCauseIsOpen() {
            inhibition.given(began()).when(screen).expectEvents(muted());
        }

        @Test
        void withoutACauseItPasses() {
            inhibition.givenNoPriorActivity().when(screen).expectEvents(passed());
            inhibition.given(began(), ended()).when(screen).expectEvents(passed());
        }

        @Test
        void whatWasAskedAboutHasItsAnswerHoweverOftenItIsReadAgain() {
            inhibition.given(muted()).when(screen).expectNoEvents();
            inhibition.given(passed(), began()).when(screen).expectNoEvents();
        }

        @Test
        void aCauseThatIsOverDoesNotBeginAgain() {
            inhibition.given(began(), ended()).when(begin).expectNoEvents();
        }

        @Test
        void afterAnHourNothingIsReadAgain() {
            var late = new ScreenTarget(INHIBITION, target(), Monday.at(90));
            var other = new InhibitionEnded(INHIBITION, RuleExamples.id("inhibitions"), DISK, 0, Monday.at(80));
            inhibition
                    .given(
                            began(),
                            ended(),
                            new InhibitionBegan(INHIBITION, RuleExamples.id("inhibitions"), DISK, Monday.at(75)),
                            other)
                    .when(new BeginInhibition(INHIBITION, RuleExamples.id("inhibitions"), SLOW, Monday.at(85)))
                    .expectEvents(new InhibitionBegan(INHIBITION, RuleExamples.id("inhibitions"), SLOW, Monday.at(85)));
            inhibition.given(passed()).when(late).expectNoEvents();
        }

        @Test
        void aCauseDoesNotMuteItself() {
            var disk = new InhibitionBegan(INHIBITION, RuleExamples.id("inhibitions"), DISK, Monday.NINE);
            inhibition
                    .given(began(), disk)
                    .when(screen)
                    .expectEvents(new TargetPassed(INHIBITION, target(), Monday.at(1)));
        }
    }

    @Nested
    class OfARuleThatFails {

        private final AggregateTestFixture<RuleFailures> failures = new AggregateTestFixture<>(RuleFailures.class);

        @Test
        void itIsToldOnceInAnHour() {
            failures.givenNoPriorActivity().when(report(0)).expectEvents(failed());
            failures.given(failed()).when(report(59)).expectNoEvents();
            failures.given(failed())
                    .when(report(60))
                    .expectEvents(
                            new RuleFailed(failed().rule(), "one", 2, "no such key: region", DISK, Monday.at(60)));
        }

        private ReportFailure report(int minute) {
            var failure = new Verdict.Failure(failed().rule(), "one", 2, "no such key: region");
            return failure.report(DISK, Monday.at(minute));
        }
    }
}
