package org.larum.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.checkout;
import static org.larum.domain.incident.IncidentExamples.GROUP;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;
import static org.larum.domain.incident.IncidentExamples.PART;
import static org.larum.domain.incident.IncidentExamples.acknowledged;
import static org.larum.domain.incident.IncidentExamples.assigned;
import static org.larum.domain.incident.IncidentExamples.forwarded;
import static org.larum.domain.incident.IncidentExamples.joined;
import static org.larum.domain.incident.IncidentExamples.lease;
import static org.larum.domain.incident.IncidentExamples.mergeSuggested;
import static org.larum.domain.incident.IncidentExamples.merged;
import static org.larum.domain.incident.IncidentExamples.mitigated;
import static org.larum.domain.incident.IncidentExamples.movedIn;
import static org.larum.domain.incident.IncidentExamples.movedOut;
import static org.larum.domain.incident.IncidentExamples.opened;
import static org.larum.domain.incident.IncidentExamples.resolved;
import static org.larum.domain.incident.IncidentExamples.snoozed;
import static org.larum.domain.incident.IncidentExamples.unmerged;
import static org.larum.domain.shared.Refusal.Kind.CONFLICT;
import static org.larum.domain.shared.Refusal.Kind.INVALID;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.AdmitAlerts;
import org.larum.domain.incident.IncidentCommand.ConfirmOpen;
import org.larum.domain.incident.IncidentCommand.EndIfQuiet;
import org.larum.domain.incident.IncidentCommand.HoldAlert;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.MergeIncident;
import org.larum.domain.incident.IncidentCommand.MoveAlerts;
import org.larum.domain.incident.IncidentCommand.ReopenIncident;
import org.larum.domain.incident.IncidentCommand.ResolveIncident;
import org.larum.domain.incident.IncidentCommand.ReturnAlerts;
import org.larum.domain.incident.IncidentCommand.SettleAlert;
import org.larum.domain.incident.IncidentCommand.SplitIncident;
import org.larum.domain.incident.IncidentCommand.TakeInAlerts;
import org.larum.domain.incident.IncidentCommand.UnmergeIncident;
import org.larum.domain.incident.IncidentCommand.WorsenIncident;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.Moving;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refused;
import org.larum.domain.shared.Severity;

/** Incidents that become one, and alerts that change their incident. */
class IncidentMergeTest {

    private static final Moving DISK_MOVES = new Moving(DISK, false);

    private final AggregateTestFixture<Incident> incident = new AggregateTestFixture<>(Incident.class);

    private static MergeIncident merge(Actor by) {
        return new MergeIncident(INCIDENT, NEXT, by, Monday.at(18));
    }

    @Nested
    class Merge {

        @Test
        void itBecomesAPartOfAnotherOne() {
            incident.given(opened()).when(merge(BY_ADA)).expectEvents(merged());
            incident.given(opened(), merged()).when(merge(BY_ADA)).expectNoEvents();
        }

        @Test
        void theOtherOneIsAskedFirst() {
            assertThat(merge(BY_ADA).before()).isEqualTo(new AdmitAlerts(NEXT, INCIDENT));
            assertThat(move().before()).isEqualTo(new AdmitAlerts(NEXT, INCIDENT));
        }

        @Test
        void anOpenOneAdmits() {
            incident.given(opened()).when(new AdmitAlerts(INCIDENT, NEXT)).expectNoEvents();
        }

        @Test
        void itselfAResolvedOneAndAPartAreRefused() {
            incident.given(opened())
                    .when(new AdmitAlerts(INCIDENT, INCIDENT))
                    .expectException(Refused.with(INVALID, "into_itself"));
            incident.given(opened(), resolved(DISK))
                    .when(new AdmitAlerts(INCIDENT, NEXT))
                    .expectException(Refused.with(CONFLICT, "into_resolved"));
            incident.given(opened(), merged())
                    .when(new AdmitAlerts(INCIDENT, NEXT))
                    .expectException(Refused.with(CONFLICT, "into_part"));
        }

        @Test
        void onlyAnOpenOneConfirmsThatItIs() {
            incident.given(opened()).when(new ConfirmOpen(INCIDENT)).expectNoEvents();
            incident.given(opened(), resolved(DISK))
                    .when(new ConfirmOpen(INCIDENT))
                    .expectException(Refused.with(CONFLICT, "already_resolved"));
            incident.given(opened(), merged())
                    .when(new ConfirmOpen(INCIDENT))
                    .expectException(Refused.with(CONFLICT, "part_of_another"));
        }

        @Test
        void whatIsOverIsNotMergedByPeople() {
            incident.given(opened(), resolved(DISK))
                    .when(merge(BY_ADA))
                    .expectException(Refused.with(CONFLICT, "already_resolved"));
            incident.given(opened(), merged())
                    .when(new MergeIncident(INCIDENT, PART, BY_ADA, Monday.at(19)))
                    .expectException(Refused.with(CONFLICT, "part_of_another"));
        }

        @Test
        void aPartIsNotAnsweredByItself() {
            var part = Refused.with(CONFLICT, "part_of_another");
            incident.given(opened(), merged())
                    .when(new AcknowledgeIncident(INCIDENT, BY_ADA, "web", Monday.at(20)))
                    .expectException(part);
            incident.given(opened(), merged())
                    .when(new ResolveIncident(INCIDENT, BY_ADA, "web", Monday.at(20)))
                    .expectException(part);
            incident.given(opened(), merged())
                    .when(new ReopenIncident(INCIDENT, BY_ADA, Monday.at(20)))
                    .expectException(part);
        }

        @Test
        void whatStillComesForAPartJoinsTheWhole() {
            var late = new JoinIncident(
                    INCIDENT,
                    List.of(new Joining(SLOW, checkout(), Severity.MEDIUM, "Checkout is slow")),
                    Monday.at(24));
            incident.given(opened(), merged()).when(late).expectEvents(forwarded());
            incident.given(opened(), merged(), forwarded()).when(late).expectNoEvents();
        }

        @Test
        void whatStillComesOfItsAlertsChangesNothing() {
            incident.given(opened(), merged())
                    .when(new WorsenIncident(INCIDENT, Severity.CRITICAL, Monday.at(20)))
                    .expectNoEvents();
            incident.given(opened(), merged())
                    .when(new SettleAlert(INCIDENT, DISK, Monday.at(20)))
                    .expectNoEvents();
        }
    }

    @Nested
    class ByLarum {

        @Test
        void itIsMergedWhileNobodyHoldsIt() {
            incident.given(opened())
                    .when(merge(Actor.LARUM))
                    .expectEvents(new IncidentMerged(
                            INCIDENT, NEXT, 1, Severity.HIGH, List.of(DISK_MOVES), Actor.LARUM, Monday.at(18)));
        }

        @Test
        void whatSomebodyHoldsIsOnlySuggested() {
            incident.given(opened(), acknowledged()).when(merge(Actor.LARUM)).expectEvents(mergeSuggested());
            incident.given(opened(), mitigated()).when(merge(Actor.LARUM)).expectEvents(mergeSuggested());
            incident.given(opened(), snoozed()).when(merge(Actor.LARUM)).expectEvents(mergeSuggested());
            incident.given(opened(), assigned()).when(merge(Actor.LARUM)).expectEvents(mergeSuggested());
        }

        @Test
        void itIsSuggestedOnce() {
            incident.given(opened(), acknowledged(), mergeSuggested())
                    .when(merge(Actor.LARUM))
                    .expectNoEvents();
        }

        @Test
        void whatIsOverIsLeftAlone() {
            incident.given(opened(), resolved(DISK)).when(merge(Actor.LARUM)).expectNoEvents();
            incident.given(
                            opened(),
                            new IncidentMerged(INCIDENT, PART, 1, Severity.HIGH, List.of(), BY_ADA, Monday.at(1)))
                    .when(merge(Actor.LARUM))
                    .expectNoEvents();
        }

        @Test
        void whatPeopleTookApartStaysApart() {
            incident.given(opened(), merged(), unmerged(), movedBack())
                    .when(merge(Actor.LARUM))
                    .expectNoEvents();
        }
    }

    private static AlertsMovedIn movedBack() {
        return new AlertsMovedIn(INCIDENT, NEXT, List.of(DISK_MOVES), BY_ADA, Monday.at(19));
    }

    @Nested
    class Unmerge {

        private final UnmergeIncident unmerge = new UnmergeIncident(INCIDENT, NEXT, BY_ADA, Monday.at(19));

        @Test
        void whatNobodyHeldIsAskedForAgain() {
            incident.given(opened(), merged()).when(unmerge).expectEvents(unmerged());
        }

        @Test
        void whatSomebodyHeldIsHeldAgain() {
            incident.given(opened(), acknowledged(), merged())
                    .when(unmerge)
                    .expectEvents(
                            new IncidentUnmerged(
                                    INCIDENT,
                                    NEXT,
                                    1,
                                    checkout(),
                                    IncidentState.ACKNOWLEDGED,
                                    List.of(DISK),
                                    BY_ADA,
                                    Monday.at(19),
                                    Severity.HIGH),
                            new AcknowledgementRenewed(INCIDENT, lease(2, 19), BY_ADA, Monday.at(19)));
        }

        @Test
        void whatIsNoPartStaysAsItIs() {
            incident.given(opened()).when(unmerge).expectNoEvents();
        }

        @Test
        void oneThatBecameAPartOfAThirdIsNotTakenOutOfThat() {
            incident.given(opened(), merged())
                    .when(new UnmergeIncident(INCIDENT, PART, BY_ADA, Monday.at(19)))
                    .expectException(Refused.with(CONFLICT, "part_of_another"));
        }

        @Test
        void theWholeGivesBackWhatHasNotEnded() {
            incident.given(opened(), joined())
                    .when(new ReturnAlerts(INCIDENT, NEXT, List.of(SLOW), BY_ADA, Monday.at(22)))
                    .expectEvents(movedOut());
            incident.given(opened())
                    .when(new ReturnAlerts(INCIDENT, NEXT, List.of(SLOW), BY_ADA, Monday.at(22)))
                    .expectNoEvents();
        }

        @Test
        void aWholeThatIsAPartItselfIsTakenApartFirst() {
            incident.given(opened(), merged())
                    .when(new ReturnAlerts(INCIDENT, NEXT, List.of(SLOW), BY_ADA, Monday.at(22)))
                    .expectException(Refused.with(CONFLICT, "part_of_another"));
        }

        @Test
        void aWholeWithNothingLeftEnds() {
            incident.given(opened())
                    .when(new ReturnAlerts(INCIDENT, NEXT, List.of(DISK), BY_ADA, Monday.at(22)))
                    .expectEvents(
                            new AlertsMovedOut(INCIDENT, NEXT, List.of(DISK_MOVES), BY_ADA, Monday.at(22)),
                            new IncidentResolved(INCIDENT, GROUP, 1, Actor.LARUM, null, List.of(), Monday.at(22)));
        }

        @Test
        void oneWhoseAlertsEndedElsewhereEnds() {
            var end = new EndIfQuiet(INCIDENT, Monday.at(19));
            incident.given(opened(), merged(), unmerged())
                    .when(end)
                    .expectEvents(
                            new IncidentResolved(INCIDENT, GROUP, 2, Actor.LARUM, null, List.of(), Monday.at(19)));
            incident.given(opened(), merged(), unmerged(), movedBack())
                    .when(end)
                    .expectNoEvents();
        }
    }

    private static MoveAlerts move() {
        return new MoveAlerts(INCIDENT, NEXT, List.of(SLOW), BY_ADA, Monday.at(22));
    }

    @Nested
    class Move {

        @Test
        void someOfItsAlertsMoveOut() {
            incident.given(opened(), joined()).when(move()).expectEvents(movedOut());
        }

        @Test
        void theyMoveInAsTheyWere() {
            var takeIn = new TakeInAlerts(INCIDENT, NEXT, List.of(new Moving(SLOW, true)), null, BY_ADA, Monday.at(23));
            incident.given(opened()).when(takeIn).expectEvents(movedIn());
            incident.given(opened(), movedIn()).when(takeIn).expectNoEvents();
            incident.given(opened(), movedIn())
                    .when(new HoldAlert(INCIDENT, SLOW, BY_ADA, Monday.at(24)))
                    .expectNoEvents();
        }

        @Test
        void aWholeIncidentBringsItsSeverity() {
            incident.given(opened())
                    .when(new TakeInAlerts(
                            INCIDENT, NEXT, List.of(new Moving(SLOW, true)), Severity.CRITICAL, BY_ADA, Monday.at(23)))
                    .expectEvents(
                            movedIn(),
                            new IncidentWorsened(INCIDENT, Severity.HIGH, Severity.CRITICAL, null, Monday.at(23), 1));
        }

        @Test
        void whatIsNotOpenHereDoesNotMove() {
            incident.given(opened()).when(move()).expectException(Refused.with(CONFLICT, "alert_not_open"));
            incident.given(opened(), joined(), movedOut())
                    .when(move())
                    .expectException(Refused.with(CONFLICT, "alert_not_open"));
        }
    }

    @Nested
    class Split {

        private SplitIncident split(AlertId... alerts) {
            var joining = Stream.of(alerts)
                    .map(alert -> new Joining(alert, checkout(), Severity.MEDIUM, "Checkout is slow"))
                    .toList();
            return new SplitIncident(INCIDENT, 1002, joining, BY_ADA, Monday.at(21));
        }

        @Test
        void someAlertsBecomeAnIncidentOfTheirOwn() {
            incident.given(opened(), joined()).when(split(SLOW)).expectEvents(IncidentExamples.split());
        }

        @Test
        void whatIsSplitOffLaterIsAnotherOne() {
            assertThat(IncidentId.splitFrom(INCIDENT, 2)).isNotEqualTo(PART);
            incident.given(opened(), joined(), IncidentExamples.split(), movedIn(), acknowledged())
                    .when(split(DISK))
                    .expectEvents(new IncidentSplit(
                            INCIDENT,
                            GROUP,
                            IncidentId.splitFrom(INCIDENT, 2),
                            1002,
                            true,
                            List.of(new Joining(DISK, checkout(), Severity.MEDIUM, "Checkout is slow")),
                            BY_ADA,
                            Monday.at(21)));
        }

        @Test
        void somethingIsLeft() {
            incident.given(opened(), joined())
                    .when(split(DISK, SLOW))
                    .expectException(Refused.with(INVALID, "split_all"));
        }

        @Test
        void whatIsNotOpenHereIsNotSplitOff() {
            incident.given(opened()).when(split(SLOW)).expectException(Refused.with(CONFLICT, "alert_not_open"));
        }
    }
}
