package org.larum.domain.correlation;

import static org.larum.domain.alert.AlertExamples.raised;
import static org.larum.domain.alert.AlertExamples.slowRaised;
import static org.larum.domain.correlation.CorrelationExamples.GROUP;
import static org.larum.domain.correlation.CorrelationExamples.closed;
import static org.larum.domain.correlation.CorrelationExamples.correlate;
import static org.larum.domain.correlation.CorrelationExamples.correlated;
import static org.larum.domain.correlation.CorrelationExamples.first;
import static org.larum.domain.correlation.CorrelationExamples.second;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.CorrelationCommand.CloseGroup;
import org.larum.domain.incident.IncidentExamples;
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

        private AlertRaised third() {
            return AlertExamples.raised(AlertId.of(PROMETHEUS, "3", 1), "3", Severity.LOW, "Cache misses", 1);
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
