package org.larum.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.checkout;
import static org.larum.domain.directory.DirectoryExamples.search;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;
import static org.larum.domain.incident.IncidentExamples.acknowledged;
import static org.larum.domain.incident.IncidentExamples.ended;
import static org.larum.domain.incident.IncidentExamples.expired;
import static org.larum.domain.incident.IncidentExamples.hush;
import static org.larum.domain.incident.IncidentExamples.hushEnded;
import static org.larum.domain.incident.IncidentExamples.hushed;
import static org.larum.domain.incident.IncidentExamples.joined;
import static org.larum.domain.incident.IncidentExamples.lease;
import static org.larum.domain.incident.IncidentExamples.merged;
import static org.larum.domain.incident.IncidentExamples.mitigated;
import static org.larum.domain.incident.IncidentExamples.opened;
import static org.larum.domain.incident.IncidentExamples.resolved;
import static org.larum.domain.incident.IncidentExamples.settled;
import static org.larum.domain.incident.IncidentExamples.snoozed;
import static org.larum.domain.incident.IncidentExamples.withdrawn;

import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.RuleId;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.EndHush;
import org.larum.domain.incident.IncidentCommand.EndSnooze;
import org.larum.domain.incident.IncidentCommand.HushIncident;
import org.larum.domain.incident.IncidentCommand.IncidentDue;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.PassIncidentOn;
import org.larum.domain.incident.IncidentCommand.ReopenIncident;
import org.larum.domain.incident.IncidentCommand.RerouteIncident;
import org.larum.domain.incident.IncidentCommand.WithdrawAcknowledgement;
import org.larum.domain.incident.IncidentCommand.WithdrawResolution;
import org.larum.domain.incident.IncidentCommand.WorsenIncident;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.Hush;
import org.larum.domain.incident.IncidentEvent.HushEnd;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.Moving;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

/** When rules silence all its alerts nobody is asked, and never for longer than that. */
class IncidentHushTest {

    private final AggregateTestFixture<Incident> incident = new AggregateTestFixture<>(Incident.class);

    private static HushIncident silence(int minute, AlertId... alerts) {
        return new HushIncident(INCIDENT, List.of(hush(alerts)), Monday.at(60), Monday.at(minute));
    }

    private static EndHush end(int minute) {
        return new EndHush(INCIDENT, Monday.at(minute));
    }

    private static HushEnded over(int run, boolean asks, int minute) {
        return new HushEnded(INCIDENT, run, checkout(), asks, HushEnd.OVER, Monday.at(minute), Severity.HIGH);
    }

    @Nested
    class Begins {

        @Test
        void whenAllItsAlertsAreSilenced() {
            incident.given(opened()).when(silence(10, DISK)).expectEvents(hushed());
            incident.given(opened(), joined()).when(silence(10, DISK, SLOW)).expectEvents(hushed(1, 10, DISK, SLOW));
        }

        @Test
        void notWhileOneOfThemIsNot() {
            incident.given(opened(), joined()).when(silence(10, DISK)).expectNoEvents();
            incident.given(opened(), joined(), settled(SLOW))
                    .when(silence(10, DISK))
                    .expectEvents(hushed());
        }

        @Test
        void notOfWhatIsOver() {
            incident.given(opened(), settled(DISK), ended())
                    .when(silence(10, DISK))
                    .expectNoEvents();
            incident.given(opened(), merged()).when(silence(10, DISK)).expectNoEvents();
        }

        @Test
        void onceForTheSameReason() {
            incident.given(opened(), joined(), hushed(1, 10, DISK, SLOW))
                    .when(silence(11, DISK, SLOW))
                    .expectNoEvents();
            incident.given(opened(), joined(), hushed(1, 10, DISK, SLOW), settled(SLOW))
                    .when(silence(11, DISK))
                    .expectNoEvents();
        }

        @Test
        void onceMoreForAnother() {
            var longer = reason(Monday.at(90), 3);
            incident.given(opened(), hushed())
                    .when(new HushIncident(INCIDENT, List.of(longer), Monday.at(90), Monday.at(20)))
                    .expectEvents(new IncidentHushed(INCIDENT, 1, List.of(longer), Monday.at(90), Monday.at(20)));
        }

        private static Hush reason(@Nullable Instant until, int version) {
            return new Hush(
                    "silence", RuleId.of("silences", "one"), "one", version, "Cart is moved", until, List.of(DISK));
        }

        @Test
        void onceMoreWhenAnAlertCameFromElsewhere() {
            incident.given(opened(), hushed(), movedIn())
                    .when(silence(20, DISK, SLOW))
                    .expectEvents(hushed(1, 20, DISK, SLOW));
        }
    }

    private static AlertsMovedIn movedIn() {
        return new AlertsMovedIn(INCIDENT, NEXT, List.of(new Moving(SLOW, false)), BY_ADA, Monday.at(15));
    }

    @Nested
    class Ends {

        @Test
        void andAsksAnew() {
            incident.given(opened(), hushed()).when(end(60)).expectEvents(hushEnded());
            incident.given(opened(), hushed(), hushEnded()).when(end(61)).expectNoEvents();
            incident.given(opened()).when(end(60)).expectNoEvents();
        }

        @Test
        void andLeavesWhoeverHoldsIt() {
            incident.given(opened(), hushed(), acknowledged()).when(end(60)).expectEvents(over(1, false, 60));
        }

        @Test
        void andLetsItSleepWhileItIsSnoozed() {
            incident.given(opened(), hushed(), snoozed()).when(end(60)).expectEvents(over(1, false, 60));
        }

        @Test
        void atOnceWhenAnAlertJoinsThatNothingSilences() {
            var slow = new Joining(SLOW, checkout(), Severity.MEDIUM, "Checkout is slow");
            incident.given(opened(), hushed())
                    .when(new JoinIncident(INCIDENT, List.of(slow), Monday.at(20)))
                    .expectEvents(
                            new IncidentEvent.AlertsJoined(INCIDENT, List.of(SLOW), Monday.at(20)),
                            new HushEnded(INCIDENT, 2, checkout(), true, HushEnd.JOINED, Monday.at(20), Severity.HIGH));
        }

        @Test
        void withTheIncident() {
            incident.given(opened(), hushed(), resolved(DISK)).when(end(60)).expectNoEvents();
            incident.given(opened(), hushed(), merged()).when(end(60)).expectNoEvents();
        }

        /** Its acknowledgement ran out after the silence had, and it asks already. */
        @Test
        void andAsksNobodyTwice() {
            incident.given(opened(), acknowledged(), hushed(), expired(), hushEnded())
                    .when(end(70))
                    .expectNoEvents();
            incident.given(opened(), acknowledged(), hushed(), expired())
                    .when(end(70))
                    .expectEvents(over(2, false, 70));
        }
    }

    @Nested
    class Meanwhile {

        private final AcknowledgementExpired late = new AcknowledgementExpired(
                INCIDENT, 2, checkout(), BY_ADA, Incident.LEASE, Monday.at(60), Severity.HIGH);

        @Test
        void whoeverHoldsItHoldsItAndAfterwardsNobodyIsAsked() {
            incident.given(opened(), acknowledged(), hushed())
                    .when(new IncidentDue(INCIDENT, 1, Monday.at(36)))
                    .expectEvents(expired(), hushed(2, 36, DISK));
        }

        @Test
        void anAcknowledgementThatRunsOutAfterTheSilenceAsks() {
            incident.given(opened(), acknowledged(), hushed())
                    .when(new IncidentDue(INCIDENT, 1, Monday.at(60)))
                    .expectEvents(late);
        }

        @Test
        void anAcknowledgementThatRunsOutWhenAnotherAlertHasComeAsks() {
            incident.given(opened(), acknowledged(), hushed(), movedIn())
                    .when(new IncidentDue(INCIDENT, 1, Monday.at(36)))
                    .expectEvents(expired());
        }

        @Test
        void itCanBeAcknowledged() {
            incident.given(opened(), hushed())
                    .when(new AcknowledgeIncident(INCIDENT, BY_ADA, "web", Monday.at(20)))
                    .expectEvents(new IncidentAcknowledged(INCIDENT, 1, BY_ADA, "web", lease(1, 20), Monday.at(20)));
        }

        @Test
        void anAcknowledgementThatIsTakenBackAsksNobody() {
            incident.given(opened(), acknowledged(), hushed(1, 6, DISK))
                    .when(new WithdrawAcknowledgement(INCIDENT, BY_ADA, Monday.at(7)))
                    .expectEvents(withdrawn(), hushed(2, 7, DISK));
        }

        @Test
        void aSnoozeThatEndsAsksNobody() {
            incident.given(opened(), snoozed(), hushed(1, 15, DISK))
                    .when(new EndSnooze(INCIDENT, BY_ADA, Monday.at(20)))
                    .expectEvents(
                            new SnoozeEnded(
                                    INCIDENT,
                                    2,
                                    checkout(),
                                    IncidentState.TRIGGERED,
                                    BY_ADA,
                                    Monday.at(20),
                                    Severity.HIGH),
                            hushed(2, 20, DISK));
        }

        @Test
        void oneThatIsOpenedAgainAsksNobody() {
            incident.given(opened(), mitigated(), hushed(1, 15, DISK))
                    .when(new ReopenIncident(INCIDENT, BY_ADA, Monday.at(20)))
                    .expectEvents(reopened(BY_ADA, Severity.HIGH), hushed(2, 20, DISK));
            incident.given(opened(), mitigated(), hushed(1, 15, DISK))
                    .when(new WorsenIncident(INCIDENT, Severity.CRITICAL, Monday.at(20)))
                    .expectEvents(
                            new IncidentWorsened(INCIDENT, Severity.HIGH, Severity.CRITICAL, null, Monday.at(20), 1),
                            reopened(Actor.LARUM, Severity.CRITICAL),
                            hushed(2, 20, DISK));
        }

        private static IncidentReopened reopened(Actor by, Severity severity) {
            return new IncidentReopened(INCIDENT, 2, checkout(), by, IncidentState.MITIGATED, Monday.at(20), severity);
        }

        @Test
        void anEndThatIsTakenBackAsksNobodyBeforeTheSilenceIsOver() {
            var back = new ResolutionWithdrawn(
                    INCIDENT, 2, checkout(), IncidentState.TRIGGERED, BY_ADA, Monday.at(20), Severity.HIGH);
            incident.given(opened(), hushed(), resolved(DISK))
                    .when(new WithdrawResolution(INCIDENT, BY_ADA, Monday.at(20)))
                    .expectEvents(back, hushed(2, 20, DISK));
            incident.given(opened(), hushed(), resolved(DISK))
                    .when(new WithdrawResolution(INCIDENT, BY_ADA, Monday.at(60)))
                    .expectEvents(new ResolutionWithdrawn(
                            INCIDENT, 2, checkout(), IncidentState.TRIGGERED, BY_ADA, Monday.at(60), Severity.HIGH));
        }

        /** Whoever opens it again says that it is not over: that is no mistake taken back. */
        @Test
        void oneThatWasOverAndIsOpenedAgainByHandAsks() {
            incident.given(opened(), hushed(), resolved(DISK))
                    .when(new ReopenIncident(INCIDENT, BY_ADA, Monday.at(20)))
                    .expectEvents(new IncidentReopened(
                            INCIDENT, 2, checkout(), BY_ADA, IncidentState.RESOLVED, Monday.at(20), Severity.HIGH));
        }

        @Test
        void nobodyPassesOnWhatNobodyIsAskedFor() {
            incident.given(opened(), hushed())
                    .when(new PassIncidentOn(INCIDENT, BY_ADA, Monday.at(20)))
                    .expectNoEvents();
        }

        @Test
        void whoeverAnswersForItsRootIsNotAskedEither() {
            incident.given(opened(), hushed())
                    .when(new RerouteIncident(INCIDENT, search(), List.of(CHECKOUT), null, Monday.at(20)))
                    .expectEvents(new IncidentRerouted(
                            INCIDENT, 1, false, CHECKOUT, search(), null, Monday.at(20), Severity.HIGH));
        }
    }

    @Nested
    class AsRead {

        @Test
        void itKnowsItsOpenAlerts() {
            assertThat(Standing.of(List.of(opened(), joined())).alerts()).containsExactly(DISK, SLOW);
            assertThat(Standing.of(List.of(opened(), joined(), settled(DISK))).alerts())
                    .containsExactly(SLOW);
            assertThat(Standing.of(List.of(opened(), movedIn(), movedOut())).alerts())
                    .containsExactly(SLOW);
            assertThat(Standing.of(List.of(opened(), joined(), split())).alerts())
                    .containsExactly(DISK);
            assertThat(Standing.of(List.of(opened(), merged())).alerts()).isEmpty();
            assertThat(Standing.of(List.of(opened(), resolved(DISK))).alerts()).isEmpty();
        }

        private static AlertsMovedOut movedOut() {
            return new AlertsMovedOut(INCIDENT, NEXT, List.of(new Moving(DISK, false)), BY_ADA, Monday.at(16));
        }

        private static IncidentSplit split() {
            var slow = new Joining(SLOW, checkout(), Severity.MEDIUM, "Checkout is slow");
            return new IncidentSplit(
                    INCIDENT, INCIDENT.value(), NEXT, 1002, false, List.of(slow), Actor.person(ADA), Monday.at(16));
        }

        @Test
        void itKnowsWhetherItIsQuietWithoutAnAlert() {
            var back = IncidentExamples.resolutionWithdrawn();
            var rests = Standing.of(List.of(opened(), hushed(), resolved(DISK), back, hushed(2, 20, DISK)));
            assertThat(rests.restsEmpty(Monday.at(59))).isTrue();
            assertThat(rests.restsEmpty(Monday.at(60))).isFalse();
            assertThat(Standing.of(List.of(opened(), hushed())).restsEmpty(Monday.at(20)))
                    .isFalse();
            assertThat(Standing.of(List.of(opened(), resolved(DISK), back)).restsEmpty(Monday.at(20)))
                    .isFalse();
        }

        @Test
        void itKnowsWhetherItIsQuiet() {
            assertThat(Standing.of(List.of(opened())).isHushed()).isFalse();
            assertThat(Standing.of(List.of(opened(), hushed())).isHushed()).isTrue();
            assertThat(Standing.of(List.of(opened(), hushed(), hushEnded())).isHushed())
                    .isFalse();
            assertThat(Standing.of(List.of(opened(), hushed(), resolved(DISK))).isHushed())
                    .isFalse();
        }
    }
}
