package org.larum.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.raised;
import static org.larum.domain.alert.AlertExamples.slowRaised;
import static org.larum.domain.correlation.CorrelationExamples.GROUP;
import static org.larum.domain.correlation.CorrelationExamples.WINDOW;
import static org.larum.domain.correlation.CorrelationExamples.arrival;
import static org.larum.domain.correlation.CorrelationExamples.closed;
import static org.larum.domain.correlation.CorrelationExamples.correlate;
import static org.larum.domain.correlation.CorrelationExamples.correlated;
import static org.larum.domain.correlation.CorrelationExamples.first;
import static org.larum.domain.correlation.CorrelationExamples.joining;
import static org.larum.domain.correlation.CorrelationExamples.second;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.CorrelationCommand.CloseGroup;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAgain;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlerts;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class CorrelationGroupTest {

    private final AggregateTestFixture<CorrelationGroup> group = new AggregateTestFixture<>(CorrelationGroup.class);

    @Nested
    class Correlate {

        @Test
        void theFirstAlertOpensAnIncident() {
            group.givenNoPriorActivity().when(correlate(raised(), 0)).expectEvents(first());
        }

        @Test
        void anotherAlertWithinTheWindowJoinsIt() {
            group.given(first()).when(correlate(slowRaised(), 2)).expectEvents(second());
        }

        @Test
        void theLastMomentOfTheWindowIsWithinIt() {
            group.given(first())
                    .when(correlate(slowRaised(), 5))
                    .expectEvents(correlated(slowRaised(), 1, false, 10, 5));
        }

        @Test
        void theWindowSlidesWithEveryJoin() {
            group.given(first(), second())
                    .when(correlate(third(), 6))
                    .expectEvents(correlated(third(), 1, false, 11, 6));
        }

        @Test
        void afterTheWindowItOpensTheNextIncident() {
            group.given(first())
                    .when(correlate(slowRaised(), 6))
                    .expectEvents(correlated(slowRaised(), 2, true, 11, 6));
        }

        @Test
        void afterTheEndOfTheIncidentItOpensTheNextOneEvenWithinTheWindow() {
            group.given(first(), closed())
                    .when(correlate(slowRaised(), 2))
                    .expectEvents(correlated(slowRaised(), 2, true, 7, 2));
        }

        @Test
        void theSameAlertIsCorrelatedOnce() {
            group.given(first()).when(correlate(raised(), 0)).expectNoEvents();
            group.given(first(), second()).when(correlate(raised(), 3)).expectNoEvents();
        }

        @Test
        void oneThatComesAgainAfterTheEndOpensNothing() {
            group.given(first(), closed()).when(correlate(raised(), 3)).expectNoEvents();
        }

        @Test
        void oneThatComesLateJoinsAndDoesNotShortenTheWindow() {
            group.given(first(), correlated(slowRaised(), 1, false, 9, 4))
                    .when(correlate(third(), 1))
                    .expectEvents(correlated(third(), 1, false, 9, 1));
        }

        @Test
        void aStormThatComesAtOnceIsOneEvent() {
            var storm = new CorrelateAlerts(
                    GROUP, List.of(arrival(raised(), 0), arrival(slowRaised(), 1), arrival(third(), 2)), WINDOW);
            group.givenNoPriorActivity()
                    .when(storm)
                    .expectEvents(new AlertCorrelated(
                            GROUP,
                            1,
                            INCIDENT,
                            List.of(joining(raised()), joining(slowRaised()), joining(third())),
                            true,
                            Monday.at(7),
                            Monday.at(2)));
        }

        @Test
        void whatComesTogetherButHappenedApartIsTwoIncidents() {
            var apart = new CorrelateAlerts(GROUP, List.of(arrival(raised(), 0), arrival(slowRaised(), 6)), WINDOW);
            group.givenNoPriorActivity().when(apart).expectEvents(first(), correlated(slowRaised(), 2, true, 11, 6));
        }

        @Test
        void whatComesTogetherJoinsByTheFirstAndSlidesTheWindowByTheLast() {
            var late = new CorrelateAlerts(GROUP, List.of(arrival(slowRaised(), 4), arrival(third(), 8)), WINDOW);
            group.given(first())
                    .when(late)
                    .expectEvents(new AlertCorrelated(
                            GROUP,
                            1,
                            INCIDENT,
                            List.of(joining(slowRaised()), joining(third())),
                            false,
                            Monday.at(13),
                            Monday.at(8)));
        }

        @Test
        void twoWishesOfOneGroupAreOne() {
            assertThat(correlate(raised(), 0).and(correlate(slowRaised(), 2)))
                    .isEqualTo(new CorrelateAlerts(
                            GROUP, List.of(arrival(raised(), 0), arrival(slowRaised(), 2)), WINDOW));
            assertThat(correlate(raised(), 0).and(new CloseGroup(GROUP, INCIDENT)))
                    .isNull();
        }

        private AlertRaised third() {
            return AlertExamples.raised(AlertId.of(PROMETHEUS, "3", 1), "3", Severity.LOW, "Cache misses", 1);
        }
    }

    @Nested
    class Again {

        private final CorrelateAgain again =
                new CorrelateAgain(GROUP, INCIDENT, List.of(joining(slowRaised())), WINDOW, Monday.at(3));

        @Test
        void whatCameTooLateForAnIncidentOpensTheNext() {
            group.given(first(), second(), closed()).when(again).expectEvents(correlated(slowRaised(), 2, true, 8, 3));
        }

        @Test
        void theIncidentThatIsOverIsLetGoFirst() {
            group.given(first(), second()).when(again).expectEvents(closed(), correlated(slowRaised(), 2, true, 8, 3));
        }

        @Test
        void itJoinsWhatHasBegunMeanwhile() {
            var third = correlated(
                    AlertExamples.raised(AlertId.of(PROMETHEUS, "3", 1), "3", Severity.LOW, "Cache misses", 2),
                    2,
                    true,
                    7,
                    2);
            group.given(first(), second(), closed(), third)
                    .when(again)
                    .expectEvents(correlated(slowRaised(), 2, false, 8, 3));
        }

        @Test
        void askedTwiceItJoinsOnce() {
            group.given(first(), second(), closed(), correlated(slowRaised(), 2, true, 8, 3))
                    .when(again)
                    .expectNoEvents();
        }
    }

    @Nested
    class Close {

        private final CloseGroup close = new CloseGroup(GROUP, IncidentExamples.INCIDENT);

        @Test
        void theEndOfItsIncidentClosesIt() {
            group.given(first()).when(close).expectEvents(closed());
        }

        @Test
        void itClosesOnce() {
            group.given(first(), closed()).when(close).expectNoEvents();
        }

        @Test
        void theEndOfAnEarlierIncidentComesTooLate() {
            group.given(first(), correlated(slowRaised(), 2, true, 11, 6))
                    .when(close)
                    .expectNoEvents();
        }
    }
}
