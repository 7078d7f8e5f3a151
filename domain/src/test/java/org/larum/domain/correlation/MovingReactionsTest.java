package org.larum.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.alert.AlertExamples.attached;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.checkout;
import static org.larum.domain.incident.IncidentExamples.GROUP;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.incident.IncidentExamples.NEXT;
import static org.larum.domain.incident.IncidentExamples.PART;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertCommand.MoveAlert;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertState;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.EndIfQuiet;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.OpenIncident;
import org.larum.domain.incident.IncidentCommand.ReturnAlerts;
import org.larum.domain.incident.IncidentCommand.TakeInAlerts;
import org.larum.domain.incident.IncidentCommand.WorsenIncident;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.Moving;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.incident.IncidentState;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class MovingReactionsTest {

    private static final String NOTHING = "nothing";
    private static final Joining SLOWNESS = new Joining(SLOW, checkout(), Severity.MEDIUM, "Checkout is slow");

    private final WhenAlertsMoveThenFollow reaction = new WhenAlertsMoveThenFollow();

    @Test
    void theAlertsOfAMergedIncidentMoveAndArrive() {
        assertThat(reaction.on(IncidentExamples.merged(), NOTHING))
                .containsExactly(
                        new MoveAlert(DISK, INCIDENT, NEXT, Monday.at(18)),
                        new TakeInAlerts(
                                NEXT,
                                INCIDENT,
                                List.of(new Moving(DISK, false)),
                                Severity.HIGH,
                                BY_ADA,
                                Monday.at(18)));
    }

    @Test
    void alertsThatMoveOutArriveElsewhere() {
        assertThat(reaction.on(IncidentExamples.movedOut(), NOTHING))
                .containsExactly(
                        new MoveAlert(SLOW, INCIDENT, NEXT, Monday.at(22)),
                        new TakeInAlerts(
                                NEXT, INCIDENT, List.of(new Moving(SLOW, false)), null, BY_ADA, Monday.at(22)));
    }

    @Test
    void alertsThatAreForwardedJoinTheWhole() {
        assertThat(reaction.on(IncidentExamples.forwarded(), NOTHING))
                .containsExactly(
                        new MoveAlert(SLOW, INCIDENT, NEXT, Monday.at(24)),
                        new JoinIncident(NEXT, List.of(SLOWNESS), Monday.at(24)));
    }

    @Test
    void whatIsSplitOffOpensAnIncident() {
        assertThat(reaction.on(IncidentExamples.split(), NOTHING))
                .containsExactly(
                        new MoveAlert(SLOW, INCIDENT, PART, Monday.at(21)),
                        new OpenIncident(
                                PART,
                                1002,
                                GROUP,
                                checkout(),
                                Severity.MEDIUM,
                                "Checkout is slow",
                                SLOW,
                                null,
                                Monday.at(21)));
    }

    @Test
    void whatIsSplitOffByWhoeverHoldsItIsHeldToo() {
        var disk = new Joining(DISK, checkout(), Severity.CRITICAL, "Disk");
        var held = new IncidentSplit(INCIDENT, GROUP, PART, 1002, true, List.of(SLOWNESS, disk), BY_ADA, Monday.at(21));
        assertThat(reaction.on(held, NOTHING))
                .containsExactly(
                        new MoveAlert(SLOW, INCIDENT, PART, Monday.at(21)),
                        new MoveAlert(DISK, INCIDENT, PART, Monday.at(21)),
                        new OpenIncident(
                                PART,
                                1002,
                                GROUP,
                                checkout(),
                                Severity.CRITICAL,
                                "Checkout is slow",
                                SLOW,
                                null,
                                Monday.at(21)),
                        new JoinIncident(PART, List.of(disk), Monday.at(21)),
                        new AcknowledgeIncident(PART, BY_ADA, "split", Monday.at(21)));
    }

    @Test
    void anUnmergedIncidentGetsItsAlertsBackAndEndsWhenNoneIsLeft() {
        assertThat(reaction.on(IncidentExamples.unmerged(), NOTHING))
                .containsExactly(
                        new ReturnAlerts(NEXT, INCIDENT, List.of(DISK), BY_ADA, Monday.at(19)),
                        new EndIfQuiet(INCIDENT, Monday.at(19)));
    }

    @Test
    void anIncidentThatWasMergedWithoutAlertsWaitsForNone() {
        var empty = new IncidentUnmerged(
                INCIDENT,
                NEXT,
                1,
                checkout(),
                IncidentState.MITIGATED,
                List.of(),
                BY_ADA,
                Monday.at(19),
                Severity.HIGH);
        assertThat(reaction.on(empty, NOTHING)).isEmpty();
    }

    @Test
    void nothingElseMovesAlerts() {
        assertThat(reaction.hears()).isEqualTo(IncidentEvent.class);
        assertThat(reaction.on(IncidentExamples.movedIn(), NOTHING)).isEmpty();
        assertThat(reaction.on(IncidentExamples.acknowledged(), NOTHING)).isEmpty();
    }

    @Test
    void anAlertThatMovedTellsHowBadItIs() {
        var telling = new WhenAlertMovedThenWorsenIncident();
        var moved = new AlertAttached(DISK, NEXT, AlertState.TRIGGERED, INCIDENT, Severity.CRITICAL, Monday.at(18));
        var old = new AlertAttached(DISK, NEXT, AlertState.TRIGGERED, INCIDENT, null, Monday.at(18));
        assertThat(telling.hears()).isEqualTo(AlertAttached.class);
        assertThat(telling.on(moved, NOTHING))
                .containsExactly(new WorsenIncident(NEXT, Severity.CRITICAL, Monday.at(18)));
        assertThat(telling.on(old, NOTHING)).isEmpty();
        assertThat(telling.on(attached(), NOTHING)).isEmpty();
    }
}
