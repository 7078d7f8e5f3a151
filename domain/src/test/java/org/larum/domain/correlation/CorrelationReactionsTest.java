package org.larum.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.INCIDENT;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.alert.AlertExamples.SUMMARY;
import static org.larum.domain.alert.AlertExamples.acknowledged;
import static org.larum.domain.alert.AlertExamples.attached;
import static org.larum.domain.alert.AlertExamples.expired;
import static org.larum.domain.alert.AlertExamples.raised;
import static org.larum.domain.alert.AlertExamples.repeated;
import static org.larum.domain.alert.AlertExamples.resolved;
import static org.larum.domain.alert.AlertExamples.slowRaised;
import static org.larum.domain.alert.AlertExamples.worsened;
import static org.larum.domain.correlation.CorrelationExamples.GROUP;
import static org.larum.domain.correlation.CorrelationExamples.arrival;
import static org.larum.domain.correlation.CorrelationExamples.correlate;
import static org.larum.domain.correlation.CorrelationExamples.first;
import static org.larum.domain.correlation.CorrelationExamples.joining;
import static org.larum.domain.correlation.CorrelationExamples.second;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.directory.DirectoryExamples.checkout;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.alert.AlertCommand.AttachAlert;
import org.larum.domain.alert.AlertCommand.ResolveAlert;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.Source;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.alert.AlertState;
import org.larum.domain.correlation.CorrelationCommand.Arrival;
import org.larum.domain.correlation.CorrelationCommand.CloseGroup;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAgain;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlerts;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationEvent.Beside;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.correlation.WhenAlertCorrelatedThenJoinIncident.Known;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ServiceGraph;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentCommand.HoldAlert;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.MergeIncident;
import org.larum.domain.incident.IncidentCommand.OpenIncident;
import org.larum.domain.incident.IncidentCommand.RerouteIncident;
import org.larum.domain.incident.IncidentCommand.SettleAlert;
import org.larum.domain.incident.IncidentCommand.WorsenIncident;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;
import org.larum.domain.suppression.Screen;

class CorrelationReactionsTest {

    private static final String NOTHING = "nothing";

    private static Known known() {
        return new Known(DirectoryExamples.shop(), () -> 1001);
    }

    private static final Screen.Known KNOWN = new Screen.Known(DirectoryExamples.shop(), (condition, facts) -> {
        throw new AssertionError("there is no rule to ask");
    });

    @Nested
    class WhenAlertRaised {

        /** What somebody has put to rest is not given a new fault an hour later, only what measures it. */
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void onlyOurOwnBudgetsAreEchoes(boolean isOurs) {
            var e = slowRaised();
            var sender = isOurs ? IntegrationId.BUDGETS : AlertExamples.integration();
            var source = new Source(sender, "slo", 1, null, null, null, List.of());
            var raised = new AlertRaised(
                    e.alert(), source, e.place(), e.severity(), e.summary(), Map.of("slo", "up"), List.of(), e.at());
            assertThat(new WhenAlertRaisedThenCorrelate().on(raised, KNOWN))
                    .filteredOn(CorrelateAlerts.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CorrelateAlerts.class,
                            one -> assertThat(one.arrivals())
                                    .extracting(Arrival::isEcho)
                                    .containsExactly(isOurs));
        }

        @Test
        void itIsCorrelatedWithTheOthersOfItsService() {
            assertThat(new WhenAlertRaisedThenCorrelate().on(raised(), KNOWN)).containsExactly(correlate(raised(), 0));
        }
    }

    @Nested
    class WhenAlertCorrelated {

        private final WhenAlertCorrelatedThenJoinIncident reaction = new WhenAlertCorrelatedThenJoinIncident();

        @Test
        void theFirstOpensAnIncidentWithTheNextNumber() {
            assertThat(reaction.on(first(), known()))
                    .containsExactly(
                            new OpenIncident(
                                    INCIDENT,
                                    1001,
                                    GROUP.value(),
                                    checkout(),
                                    Severity.HIGH,
                                    SUMMARY,
                                    DISK,
                                    null,
                                    Monday.NINE),
                            new AttachAlert(DISK, INCIDENT, Monday.NINE));
        }

        @Test
        void besideAnIncidentThatMayHaveItsCauseItWaitsAMoment() {
            var beside = new AlertCorrelated(
                    GROUP,
                    1,
                    INCIDENT,
                    List.of(joining(raised())),
                    true,
                    Monday.at(5),
                    Monday.NINE,
                    List.of(),
                    new Beside(IncidentExamples.NEXT, SEARCH));
            assertThat(reaction.on(beside, known()))
                    .contains(new OpenIncident(
                            INCIDENT,
                            1001,
                            GROUP.value(),
                            checkout(),
                            Severity.HIGH,
                            SUMMARY,
                            DISK,
                            Duration.ofSeconds(30),
                            Monday.NINE));
        }

        @Test
        void anotherJoinsAndDrawsNoNumber() {
            assertThat(reaction.on(second(), new Known(DirectoryExamples.shop(), () -> {
                        throw new AssertionError("a number was drawn");
                    })))
                    .containsExactly(
                            new JoinIncident(INCIDENT, List.of(joining(slowRaised())), Monday.at(2)),
                            new AttachAlert(SLOW, INCIDENT, Monday.at(2)));
        }
    }

    @Nested
    class WhenAlertsTurnedAway {

        @Test
        void theyAreCorrelatedAgain() {
            var away = new AlertsTurnedAway(INCIDENT, GROUP.value(), List.of(joining(slowRaised())), Monday.at(6));
            assertThat(new WhenAlertsTurnedAwayThenCorrelateAgain().on(away, KNOWN))
                    .containsExactly(new CorrelateAgain(
                            GROUP, INCIDENT, List.of(arrival(slowRaised(), 6)), CorrelationExamples.WINDOW));
        }
    }

    @Nested
    class WhenAlertChanged {

        static Stream<Object[]> table() {
            return Stream.of(
                    row(raised()),
                    row(repeated(INCIDENT)),
                    row(attached(AlertState.TRIGGERED)),
                    row(attached(AlertState.ACKNOWLEDGED), new HoldAlert(INCIDENT, DISK, Actor.LARUM, Monday.at(1))),
                    row(attached(AlertState.RESOLVED), new SettleAlert(INCIDENT, DISK, Monday.at(1))),
                    row(attached(AlertState.EXPIRED), new SettleAlert(INCIDENT, DISK, Monday.at(1))),
                    row(acknowledged(INCIDENT), new HoldAlert(INCIDENT, DISK, BY_ADA, Monday.at(5))),
                    row(acknowledged(null)),
                    row(resolved(INCIDENT), new SettleAlert(INCIDENT, DISK, Monday.at(6))),
                    row(resolved(null)),
                    row(expired(INCIDENT), new SettleAlert(INCIDENT, DISK, Monday.at(7))),
                    row(expired(null)),
                    row(worsened(INCIDENT), new WorsenIncident(INCIDENT, Severity.CRITICAL, Monday.at(4))),
                    row(worsened(null)));
        }

        private static Object[] row(AlertEvent event, Command... commands) {
            return new Object[] {event, List.of(commands)};
        }

        @ParameterizedTest
        @MethodSource("table")
        void itsIncidentIsTold(AlertEvent event, List<Command> commands) {
            assertThat(new WhenAlertChangedThenTellIncident().on(event, NOTHING))
                    .isEqualTo(commands);
        }
    }

    @Nested
    class WhenIncidentResolved {

        @Test
        void itsGroupIsClosed() {
            assertThat(new WhenIncidentResolvedThenCloseGroup().on(IncidentExamples.ended(), NOTHING))
                    .containsExactly(new CloseGroup(GROUP, INCIDENT));
        }

        @Test
        void theAlertsThatHadNotEndedEndWithItInTheOrderOfTheirLocks() {
            var commands =
                    new WhenIncidentResolvedThenResolveAlerts().on(IncidentExamples.resolved(SLOW, DISK), NOTHING);
            assertThat(commands)
                    .containsExactlyInAnyOrder(
                            new ResolveAlert(DISK, BY_GRACE, Monday.at(8)),
                            new ResolveAlert(SLOW, BY_GRACE, Monday.at(8)))
                    .isSortedAccordingTo(Comparator.comparing(
                            command -> ((ResolveAlert) command).alert().value()));
        }

        @Test
        void whenItsLastAlertEndedItNothingIsLeftToEnd() {
            assertThat(new WhenIncidentResolvedThenResolveAlerts().on(IncidentExamples.ended(), NOTHING))
                    .isEmpty();
        }
    }

    /** The search, the shop's team's, needs the checkout, which needs nothing. */
    @Nested
    class WhenRootSuspected {

        private final WhenAlertCorrelatedThenJoinIncident reaction = new WhenAlertCorrelatedThenJoinIncident();
        private final RootSuspected checkoutIsTheRoot =
                new RootSuspected(GROUP, INCIDENT, checkout(), List.of(SEARCH), Monday.at(3));

        @Test
        void whoeverAnswersForTheRootAnswersForTheIncident() {
            assertThat(reaction.on(checkoutIsTheRoot, known()))
                    .containsExactly(new RerouteIncident(INCIDENT, checkout(), List.of(SEARCH), null, Monday.at(3)));
        }

        @Test
        void aRootThatNeedsSomethingItselfMayBeAConsequenceToo() {
            var graph = new ServiceGraph(Map.of(CHECKOUT, List.of(ServiceId.of("database"))));
            assertThat(reaction.on(checkoutIsTheRoot, new Known(DirectoryExamples.shopWith(graph), () -> 1001)))
                    .containsExactly(new RerouteIncident(
                            INCIDENT, checkout(), List.of(SEARCH), Duration.ofSeconds(30), Monday.at(3)));
        }

        @Test
        void aRootThatNobodyAnswersForChangesNothing() {
            assertThat(reaction.on(CorrelationExamples.suspected(), known())).isEmpty();
            var gone = new RootSuspected(
                    GROUP, INCIDENT, new Place(ServiceId.of("gone"), null, null), List.of(SEARCH), Monday.at(3));
            assertThat(reaction.on(gone, known())).isEmpty();
        }

        @Test
        void whoeverAnswersForBothAnswersAlready() {
            var own = new RootSuspected(
                    GROUP, INCIDENT, checkout(), List.of(CHECKOUT, ServiceId.of("gone")), Monday.at(3));
            assertThat(reaction.on(own, known())).isEmpty();
        }
    }

    @Nested
    class WhenClustersConnected {

        @Test
        void theOthersAreMergedIntoTheOldest() {
            var reaction = new WhenAlertCorrelatedThenJoinIncident();
            assertThat(reaction.on(CorrelationExamples.connected(), known()))
                    .containsExactly(new MergeIncident(IncidentExamples.NEXT, INCIDENT, Actor.LARUM, Monday.at(3)));
            assertThat(reaction.on(CorrelationExamples.closed(), known())).isEmpty();
        }
    }

    @Test
    void eachHearsWhatItsNameSays() {
        assertThat(new WhenAlertRaisedThenCorrelate().hears()).isEqualTo(AlertEvent.AlertRaised.class);
        assertThat(new WhenAlertCorrelatedThenJoinIncident().hears()).isEqualTo(CorrelationEvent.class);
        assertThat(new WhenAlertChangedThenTellIncident().hears()).isEqualTo(AlertEvent.class);
        assertThat(new WhenIncidentResolvedThenCloseGroup().hears())
                .isEqualTo(org.larum.domain.incident.IncidentEvent.IncidentResolved.class);
        assertThat(new WhenIncidentResolvedThenResolveAlerts().hears())
                .isEqualTo(org.larum.domain.incident.IncidentEvent.IncidentResolved.class);
    }
}
