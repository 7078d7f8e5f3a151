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
import static org.larum.domain.correlation.CorrelationExamples.reach;
import static org.larum.domain.correlation.CorrelationExamples.second;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.CorrelationCommand.Arrival;
import org.larum.domain.correlation.CorrelationCommand.CloseGroup;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAgain;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlerts;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationEvent.Beside;
import org.larum.domain.correlation.CorrelationEvent.ClustersConnected;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Place;
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
                            Monday.at(2),
                            List.of(reach()),
                            null));
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
                            Monday.at(8),
                            List.of(),
                            null));
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
                new CorrelateAgain(GROUP, INCIDENT, List.of(arrival(slowRaised(), 3)), WINDOW);

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

    /** The shop needs the database, and so does the search; the mail needs nothing. */
    @Nested
    class Cascade {

        private static final ServiceId DATABASE = ServiceId.of("database");
        private static final ServiceId MAIL = ServiceId.of("mail");

        @Test
        void whatNeedsABrokenServiceJoinsItsIncident() {
            group.given(correlated("db", DATABASE, 1, true, 0))
                    .when(new CorrelateAlerts(GROUP, List.of(arrival("shop", CHECKOUT, 1)), WINDOW))
                    .expectEvents(
                            correlated("shop", CHECKOUT, 1, false, 1),
                            new RootSuspected(
                                    GROUP, INCIDENT, new Place(DATABASE, null, null), List.of(CHECKOUT), Monday.at(1)));
        }

        @Test
        void aRootThatComesLastIsNamedAllTheSame() {
            group.given(correlated("shop", CHECKOUT, 1, true, 0))
                    .when(new CorrelateAlerts(GROUP, List.of(arrival("db", DATABASE, 1)), WINDOW))
                    .expectEvents(
                            correlated("db", DATABASE, 1, false, 1),
                            new RootSuspected(
                                    GROUP, INCIDENT, new Place(DATABASE, null, null), List.of(CHECKOUT), Monday.at(1)));
        }

        @Test
        void twoThatNeedTheSameButNotEachOtherStayApartWhileItWorks() {
            group.given(correlated("shop", CHECKOUT, 1, true, 0))
                    .when(new CorrelateAlerts(GROUP, List.of(arrival("search", SEARCH, 1)), WINDOW))
                    .expectEvents(opensBeside(new Beside(INCIDENT, DATABASE)));
        }

        @Test
        void whatBeginsLongAfterTheOtherHardlyHasItsCause() {
            group.given(correlated("shop", CHECKOUT, 1, true, 0))
                    .when(new CorrelateAlerts(GROUP, List.of(arrival("search", SEARCH, 2)), WINDOW))
                    .expectEvents(correlated("search", SEARCH, 2, true, 2));
        }

        @Test
        void anIncidentThatIsOverIsNoSignOfACommonCause() {
            group.given(correlated("shop", CHECKOUT, 1, true, 0), closed())
                    .when(new CorrelateAlerts(GROUP, List.of(arrival("search", SEARCH, 1)), WINDOW))
                    .expectEvents(correlated("search", SEARCH, 2, true, 1));
        }

        @Test
        void whatTheyBothNeedShowsThatTheyAreOne() {
            group.given(correlated("shop", CHECKOUT, 1, true, 0), correlated("search", SEARCH, 2, true, 1))
                    .when(new CorrelateAlerts(GROUP, List.of(arrival("db", DATABASE, 2)), WINDOW))
                    .expectEvents(
                            new ClustersConnected(
                                    GROUP, INCIDENT, List.of(IncidentExamples.NEXT), DATABASE, Monday.at(2)),
                            correlated("db", DATABASE, 1, false, 2),
                            new RootSuspected(
                                    GROUP,
                                    INCIDENT,
                                    new Place(DATABASE, null, null),
                                    List.of(CHECKOUT, SEARCH),
                                    Monday.at(2)));
        }

        @Test
        void onceConnectedBothServicesGoToTheOldest() {
            group.given(
                            correlated("shop", CHECKOUT, 1, true, 0),
                            correlated("search", SEARCH, 2, true, 1),
                            new ClustersConnected(
                                    GROUP, INCIDENT, List.of(IncidentExamples.NEXT), DATABASE, Monday.at(2)),
                            correlated("db", DATABASE, 1, false, 2))
                    .when(new CorrelateAlerts(GROUP, List.of(arrival("search-2", SEARCH, 3)), WINDOW))
                    .expectEvents(correlatedAgain("search-2", SEARCH, 3));
        }

        @Test
        void unrelatedServicesStayApart() {
            group.given(correlated("db", DATABASE, 1, true, 0))
                    .when(new CorrelateAlerts(GROUP, List.of(arrival("mail", MAIL, 1)), WINDOW))
                    .expectEvents(correlated("mail", MAIL, 2, true, 1));
        }

        @Test
        void aStormOfRelatedServicesIsOneEventAndOneRoot() {
            var storm = new CorrelateAlerts(
                    GROUP,
                    List.of(arrival("shop", CHECKOUT, 0), arrival("db", DATABASE, 0), arrival("search", SEARCH, 1)),
                    WINDOW);
            group.givenNoPriorActivity()
                    .when(storm)
                    .expectEvents(
                            new AlertCorrelated(
                                    GROUP,
                                    1,
                                    INCIDENT,
                                    List.of(
                                            joining("shop", CHECKOUT),
                                            joining("db", DATABASE),
                                            joining("search", SEARCH)),
                                    true,
                                    Monday.at(6),
                                    Monday.at(1),
                                    List.of(reach(CHECKOUT), reach(DATABASE), reach(SEARCH)),
                                    null),
                            new RootSuspected(
                                    GROUP,
                                    INCIDENT,
                                    new Place(DATABASE, null, null),
                                    List.of(CHECKOUT, SEARCH),
                                    Monday.at(1)));
        }

        @Test
        void aStormOfUnrelatedServicesIsAsManyIncidents() {
            var storm = new CorrelateAlerts(
                    GROUP,
                    List.of(arrival("shop", CHECKOUT, 0), arrival("mail", MAIL, 0), arrival("shop-2", CHECKOUT, 1)),
                    WINDOW);
            group.givenNoPriorActivity()
                    .when(storm)
                    .expectEvents(
                            correlated("shop", CHECKOUT, 1, true, 0),
                            correlated("mail", MAIL, 2, true, 0),
                            correlatedAgain("shop-2", CHECKOUT, 1));
        }

        @Test
        void theRootIsToldOnce() {
            group.given(
                            correlated("db", DATABASE, 1, true, 0),
                            correlated("shop", CHECKOUT, 1, false, 1),
                            new RootSuspected(
                                    GROUP, INCIDENT, new Place(DATABASE, null, null), List.of(CHECKOUT), Monday.at(1)))
                    .when(new CorrelateAlerts(GROUP, List.of(arrival("search", SEARCH, 2)), WINDOW))
                    .expectEvents(correlated("search", SEARCH, 1, false, 2));
        }

        @Test
        void byARuleEverythingOfAGroupBelongsTogether() {
            var mail = new Arrival(joining("mail", MAIL), Monday.at(1), null);
            group.given(correlated("db", DATABASE, 1, true, 0))
                    .when(new CorrelateAlerts(GROUP, List.of(mail), WINDOW))
                    .expectEvents(correlatedAgain("mail", MAIL, 1));
        }

        @Test
        void anEchoJoinsWhatIsOpenForItsServiceHoweverLate() {
            group.given(correlated("shop", CHECKOUT, 1, true, 0))
                    .when(new CorrelateAlerts(GROUP, List.of(echo(CHECKOUT, 60)), WINDOW))
                    .expectEvents(correlatedAgain("budget", CHECKOUT, 60));
        }

        @Test
        void anEchoOfAnotherServiceOpensAnIncident() {
            group.given(correlated("db", DATABASE, 1, true, 0))
                    .when(new CorrelateAlerts(GROUP, List.of(echo(CHECKOUT, 60)), WINDOW))
                    .expectEvents(correlated("budget", CHECKOUT, 2, true, 60));
        }

        @Test
        void anEchoOfWhatIsOverOpensAnIncident() {
            group.given(correlated("shop", CHECKOUT, 1, true, 0), closed())
                    .when(new CorrelateAlerts(GROUP, List.of(echo(CHECKOUT, 60)), WINDOW))
                    .expectEvents(correlated("budget", CHECKOUT, 2, true, 60));
        }

        private Arrival echo(ServiceId service, int minute) {
            return new Arrival(joining("budget", service), Monday.at(minute), reach(service), true);
        }

        private Reach reach(ServiceId service) {
            return new Reach(service, service.equals(CHECKOUT) || service.equals(SEARCH) ? Set.of(DATABASE) : Set.of());
        }

        private Joining joining(String key, ServiceId service) {
            return new Joining(AlertId.of(PROMETHEUS, key, 1), new Place(service, null, null), Severity.HIGH, key);
        }

        private Arrival arrival(String key, ServiceId service, int minute) {
            return new Arrival(joining(key, service), Monday.at(minute), reach(service));
        }

        private AlertCorrelated correlated(String key, ServiceId service, int cycle, boolean first, int minute) {
            return event(key, service, cycle, first, minute, List.of(reach(service)));
        }

        private AlertCorrelated correlatedAgain(String key, ServiceId service, int minute) {
            return event(key, service, 1, false, minute, List.of());
        }

        private AlertCorrelated event(
                String key, ServiceId service, int cycle, boolean first, int minute, List<Reach> reaches) {
            return new AlertCorrelated(
                    GROUP,
                    cycle,
                    IncidentId.of(GROUP.value(), cycle),
                    List.of(joining(key, service)),
                    first,
                    Monday.at(minute + 5),
                    Monday.at(minute),
                    reaches,
                    null);
        }

        private AlertCorrelated opensBeside(Beside beside) {
            return new AlertCorrelated(
                    GROUP,
                    2,
                    IncidentExamples.NEXT,
                    List.of(joining("search", SEARCH)),
                    true,
                    Monday.at(6),
                    Monday.at(1),
                    List.of(reach(SEARCH)),
                    beside);
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
        void theEndOfAnEarlierIncidentLeavesTheNextAlone() {
            group.given(first(), correlated(slowRaised(), 2, true, 11, 6))
                    .when(close)
                    .expectEvents(closed());
        }

        @Test
        void anIncidentOfAnotherGroupIsNoneOfItsBusiness() {
            group.given(first())
                    .when(new CloseGroup(GROUP, IncidentExamples.NEXT))
                    .expectNoEvents();
        }
    }
}
