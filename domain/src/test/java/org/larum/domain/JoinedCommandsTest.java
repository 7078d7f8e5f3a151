package org.larum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.domain.alert.AlertCommand.AcknowledgeAlert;
import org.larum.domain.alert.AlertCommand.RepeatAlert;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.CorrelationCommand.CloseGroup;
import org.larum.domain.correlation.CorrelationExamples;
import org.larum.domain.directory.DirectoryCommand.AppointAdministrator;
import org.larum.domain.directory.DirectoryCommand.Define;
import org.larum.domain.directory.DirectoryCommand.RecordChange;
import org.larum.domain.directory.DirectoryCommand.Retire;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.escalation.EscalationCommand.SkipWait;
import org.larum.domain.escalation.RunId;
import org.larum.domain.incident.IncidentCommand.JoinIncident;
import org.larum.domain.incident.IncidentCommand.ReopenIncident;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.notification.NotificationExamples;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** Who decides a command, and which commands of one target are one. */
class JoinedCommandsTest {

    private static final UUID CHANGE = new UUID(7, 7);

    static Stream<Object[]> targets() {
        var run = RunId.of(INCIDENT, 1);
        var ada = ADA.value();
        return Stream.of(
                new Object[] {new AcknowledgeAlert(DISK, BY_ADA, Monday.NINE), DISK.value()},
                new Object[] {new ReopenIncident(INCIDENT, BY_ADA, Monday.NINE), INCIDENT.value()},
                new Object[] {new CloseGroup(CorrelationExamples.GROUP, INCIDENT), CorrelationExamples.GROUP.value()},
                new Object[] {new SkipWait(run, Monday.NINE), run.value()},
                new Object[] {NotificationExamples.request(), NotificationExamples.MAIL_TO_ADA.value()},
                new Object[] {new Define(ada, DirectoryExamples.ada(), "api"), ada},
                new Object[] {new Retire(ada, "api"), ada},
                new Object[] {new AppointAdministrator(ada), ada},
                new Object[] {
                    new RecordChange(
                            CHANGE, IntegrationId.of("ci"), CHECKOUT, "v2", null, List.of(), null, Monday.NINE),
                    CHANGE
                });
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyCommandNamesWhoDecidesIt(Command command, UUID target) {
        assertThat(command.target()).isEqualTo(target);
    }

    @Test
    void repeatsThatComeAtOnceAreToldOnceWithTheWorstAndTheCountOfTheLast() {
        var mild = new RepeatAlert(DISK, Severity.MEDIUM, "mild", 9, false, Monday.NINE);
        var bad = new RepeatAlert(DISK, Severity.CRITICAL, "bad", 10, true, Monday.at(1));
        var again = new RepeatAlert(DISK, Severity.LOW, "again", 11, false, Monday.at(2));
        assertThat(mild.and(bad)).isEqualTo(bad);
        assertThat(bad.and(again)).isEqualTo(new RepeatAlert(DISK, Severity.CRITICAL, "bad", 11, true, Monday.at(2)));
        assertThat(mild.and(new AcknowledgeAlert(DISK, BY_ADA, Monday.NINE))).isNull();
    }

    @Test
    void alertsThatJoinAtOnceJoinAsOne() {
        var disk = join(DISK.value(), 1);
        var slow = join(SLOW.value(), 2);
        assertThat(((JoinIncident) Objects.requireNonNull(disk.and(slow))).alerts())
                .hasSize(2);
        assertThat(disk.and(new ReopenIncident(INCIDENT, BY_ADA, Monday.NINE))).isNull();
    }

    @Test
    void whatCannotBeJoinedStaysTwo() {
        var one = new SkipWait(RunId.of(INCIDENT, 1), Monday.NINE);
        assertThat(one.and(one)).isNull();
        assertThat(CorrelationExamples.WINDOW).isEqualTo(Duration.ofMinutes(5));
    }

    private static JoinIncident join(UUID alert, int minute) {
        var place = new Place(CHECKOUT, null, null);
        var joining = new Joining(new AlertId(alert), place, Severity.LOW, "");
        return new JoinIncident(INCIDENT, List.of(joining), Monday.at(minute));
    }
}
