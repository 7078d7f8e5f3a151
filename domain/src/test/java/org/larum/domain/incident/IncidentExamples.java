package org.larum.domain.incident;

import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.alert.AlertExamples.SUMMARY;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.checkout;

import java.util.List;
import java.util.UUID;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.GroupId;
import org.larum.domain.incident.IncidentCommand.OpenIncident;
import org.larum.domain.incident.IncidentEvent.AlertHeld;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentPassedOn;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

/** INC-1001: the checkout's disk is full, and it is slow. */
public final class IncidentExamples {

    public static final UUID GROUP = GroupId.of("service", CHECKOUT).value();
    public static final IncidentId INCIDENT = IncidentId.of(GROUP, 1);
    public static final IncidentId NEXT = IncidentId.of(GROUP, 2);
    public static final UUID NOTE = UUID.fromString("00000000-0000-7000-8000-0000000000b1");

    private IncidentExamples() {}

    public static OpenIncident open() {
        return new OpenIncident(INCIDENT, 1001, GROUP, checkout(), Severity.HIGH, SUMMARY, DISK, Monday.NINE);
    }

    public static IncidentOpened opened() {
        return new IncidentOpened(INCIDENT, 1001, GROUP, checkout(), Severity.HIGH, SUMMARY, DISK, Monday.NINE);
    }

    public static AlertsJoined joined() {
        return new AlertsJoined(INCIDENT, List.of(SLOW), Monday.at(2));
    }

    public static AlertsTurnedAway turnedAway() {
        return new AlertsTurnedAway(
                INCIDENT,
                GROUP,
                List.of(new Joining(SLOW, checkout(), Severity.MEDIUM, "Checkout is slow")),
                Monday.at(6));
    }

    public static IncidentWorsened worsened() {
        return new IncidentWorsened(INCIDENT, Severity.HIGH, Severity.CRITICAL, Monday.at(3));
    }

    public static AlertHeld held(AlertId alert) {
        return new AlertHeld(INCIDENT, alert, Monday.at(4));
    }

    public static AlertSettled settled(AlertId alert) {
        return new AlertSettled(INCIDENT, alert, Monday.at(5));
    }

    public static IncidentAcknowledged acknowledged() {
        return new IncidentAcknowledged(INCIDENT, 1, BY_ADA, "web", Monday.at(6));
    }

    public static IncidentPassedOn passedOn() {
        return new IncidentPassedOn(INCIDENT, 1, BY_ADA, Monday.at(6));
    }

    /** By its last alert. */
    public static IncidentResolved ended() {
        return new IncidentResolved(INCIDENT, GROUP, 1, Actor.LARUM, null, List.of(), Monday.at(5));
    }

    /** By hand. */
    public static IncidentResolved resolved(AlertId... open) {
        return new IncidentResolved(INCIDENT, GROUP, 1, BY_GRACE, "web", List.of(open), Monday.at(8));
    }

    public static IncidentReopened reopened() {
        return new IncidentReopened(INCIDENT, 2, checkout(), BY_ADA, Monday.at(9));
    }

    public static IncidentNoted noted() {
        return new IncidentNoted(INCIDENT, NOTE, BY_ADA, "Logs are deleted", Monday.at(10));
    }
}
