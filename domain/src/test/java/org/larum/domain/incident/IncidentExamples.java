package org.larum.domain.incident;

import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.alert.AlertExamples.SUMMARY;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.checkout;
import static org.larum.domain.directory.DirectoryExamples.search;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.GroupId;
import org.larum.domain.directory.RuleId;
import org.larum.domain.incident.IncidentCommand.OpenIncident;
import org.larum.domain.incident.IncidentEvent.AcknowledgementAdded;
import org.larum.domain.incident.IncidentEvent.AcknowledgementExpired;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentEvent.AcknowledgementWithdrawn;
import org.larum.domain.incident.IncidentEvent.AlertHeld;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.AlertsForwarded;
import org.larum.domain.incident.IncidentEvent.AlertsJoined;
import org.larum.domain.incident.IncidentEvent.AlertsMovedIn;
import org.larum.domain.incident.IncidentEvent.AlertsMovedOut;
import org.larum.domain.incident.IncidentEvent.AlertsTurnedAway;
import org.larum.domain.incident.IncidentEvent.Attachment;
import org.larum.domain.incident.IncidentEvent.HelpCalled;
import org.larum.domain.incident.IncidentEvent.Hush;
import org.larum.domain.incident.IncidentEvent.HushEnd;
import org.larum.domain.incident.IncidentEvent.HushEnded;
import org.larum.domain.incident.IncidentEvent.ImpactStartCorrected;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentAssigned;
import org.larum.domain.incident.IncidentEvent.IncidentEscalated;
import org.larum.domain.incident.IncidentEvent.IncidentHandedOver;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentMitigated;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentPassedOn;
import org.larum.domain.incident.IncidentEvent.IncidentReopened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentResolved;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.IncidentSplit;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentEvent.Lease;
import org.larum.domain.incident.IncidentEvent.MergeSuggested;
import org.larum.domain.incident.IncidentEvent.Moving;
import org.larum.domain.incident.IncidentEvent.PriorityOverridden;
import org.larum.domain.incident.IncidentEvent.ResolutionWithdrawn;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentEvent.SnoozeEnded;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

/** INC-1001: the checkout's disk is full, and it is slow. */
public final class IncidentExamples {

    public static final UUID GROUP = GroupId.of("service", CHECKOUT).value();
    public static final IncidentId INCIDENT = IncidentId.of(GROUP, 1);
    public static final IncidentId NEXT = IncidentId.of(GROUP, 2);
    public static final IncidentId PART = IncidentId.splitFrom(INCIDENT, 1);
    public static final UUID NOTE = UUID.fromString("00000000-0000-7000-8000-0000000000b1");

    private IncidentExamples() {}

    public static OpenIncident open() {
        return new OpenIncident(INCIDENT, 1001, GROUP, checkout(), Severity.HIGH, SUMMARY, DISK, null, Monday.NINE);
    }

    public static IncidentOpened opened() {
        return new IncidentOpened(INCIDENT, 1001, GROUP, checkout(), Severity.HIGH, SUMMARY, DISK, null, Monday.NINE);
    }

    public static IncidentRerouted rerouted() {
        return new IncidentRerouted(INCIDENT, 2, true, CHECKOUT, search(), null, Monday.at(3), Severity.HIGH);
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
        return new IncidentWorsened(INCIDENT, Severity.HIGH, Severity.CRITICAL, null, Monday.at(3), 1);
    }

    public static AlertHeld held(AlertId alert) {
        return new AlertHeld(INCIDENT, alert, Monday.at(4));
    }

    public static AlertSettled settled(AlertId alert) {
        return new AlertSettled(INCIDENT, alert, Monday.at(5));
    }

    public static IncidentAcknowledged acknowledged() {
        return new IncidentAcknowledged(INCIDENT, 1, BY_ADA, "web", lease(1, 6), Monday.at(6));
    }

    public static AcknowledgementAdded alsoAcknowledged() {
        return new AcknowledgementAdded(INCIDENT, 1, BY_GRACE, "mail link", Monday.at(7));
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
        return new IncidentReopened(
                INCIDENT, 2, checkout(), BY_ADA, IncidentState.RESOLVED, Monday.at(9), Severity.HIGH);
    }

    public static Attachment screenshot() {
        return new Attachment(
                UUID.fromString("00000000-0000-7000-8000-0000000000b2"),
                "disk.png",
                "image/png",
                3,
                "ba7816bf8f01cfea");
    }

    public static IncidentNoted noted() {
        return new IncidentNoted(INCIDENT, NOTE, BY_ADA, "Logs are deleted", Monday.at(10), List.of(screenshot()));
    }

    /** Half an hour from a minute on. */
    public static Lease lease(int timer, int minute) {
        return new Lease(timer, Duration.ofMinutes(30), Monday.at(minute + 30));
    }

    public static AcknowledgementRenewed renewed() {
        return new AcknowledgementRenewed(INCIDENT, lease(2, 20), BY_ADA, Monday.at(20));
    }

    public static AcknowledgementExpired expired() {
        return new AcknowledgementExpired(
                INCIDENT, 2, checkout(), BY_ADA, Duration.ofMinutes(30), Monday.at(36), Severity.HIGH);
    }

    public static AcknowledgementWithdrawn withdrawn() {
        return new AcknowledgementWithdrawn(INCIDENT, 2, checkout(), BY_ADA, Monday.at(7), Severity.HIGH);
    }

    public static IncidentAssigned assigned() {
        return new IncidentAssigned(INCIDENT, GRACE, BY_ADA, Monday.at(11));
    }

    public static IncidentHandedOver handedOver() {
        return new IncidentHandedOver(INCIDENT, GRACE, ADA, "The disk is grown, watch the queue", Monday.at(12));
    }

    public static IncidentMitigated mitigated() {
        return new IncidentMitigated(INCIDENT, 1, BY_ADA, "web", Monday.at(13));
    }

    public static IncidentSnoozed snoozed() {
        return new IncidentSnoozed(INCIDENT, 1, 1, Monday.at(120), "Waits for the disk", BY_ADA, Monday.at(14));
    }

    public static SnoozeEnded snoozeEnded() {
        return new SnoozeEnded(
                INCIDENT, 2, checkout(), IncidentState.TRIGGERED, Actor.LARUM, Monday.at(120), Severity.HIGH);
    }

    /** Of an hour, from nine. */
    public static Hush hush(AlertId... alerts) {
        return new Hush(
                "silence", RuleId.of("silences", "one"), "one", 2, "Cart is moved", Monday.at(60), List.of(alerts));
    }

    public static IncidentHushed hushed() {
        return hushed(1, 10, DISK);
    }

    public static IncidentHushed hushed(int run, int minute, AlertId... alerts) {
        return new IncidentHushed(INCIDENT, run, List.of(hush(alerts)), Monday.at(60), Monday.at(minute));
    }

    public static HushEnded hushEnded() {
        return new HushEnded(INCIDENT, 2, checkout(), true, HushEnd.OVER, Monday.at(60), Severity.HIGH);
    }

    public static SeverityChanged severityChanged() {
        return new SeverityChanged(
                INCIDENT, Severity.HIGH, Severity.LOW, "Only the test shop", BY_ADA, Monday.at(15), 1);
    }

    public static PriorityOverridden priorityOverridden() {
        return new PriorityOverridden(INCIDENT, null, Priority.P1, "A launch is today", BY_ADA, Monday.at(16));
    }

    public static ImpactStartCorrected impactCorrected() {
        return new ImpactStartCorrected(INCIDENT, Monday.at(-20), "The first ticket", BY_ADA, Monday.at(17));
    }

    public static IncidentMerged merged() {
        return new IncidentMerged(
                INCIDENT, NEXT, 1, Severity.HIGH, List.of(new Moving(DISK, false)), BY_ADA, Monday.at(18));
    }

    public static MergeSuggested mergeSuggested() {
        return new MergeSuggested(INCIDENT, NEXT, Monday.at(18));
    }

    public static IncidentUnmerged unmerged() {
        return new IncidentUnmerged(
                INCIDENT,
                NEXT,
                2,
                checkout(),
                IncidentState.TRIGGERED,
                List.of(DISK),
                BY_ADA,
                Monday.at(19),
                Severity.HIGH);
    }

    public static IncidentSplit split() {
        return new IncidentSplit(
                INCIDENT,
                GROUP,
                PART,
                1002,
                false,
                List.of(new Joining(SLOW, checkout(), Severity.MEDIUM, "Checkout is slow")),
                BY_ADA,
                Monday.at(21));
    }

    public static AlertsMovedOut movedOut() {
        return new AlertsMovedOut(INCIDENT, NEXT, List.of(new Moving(SLOW, false)), BY_ADA, Monday.at(22));
    }

    public static AlertsMovedIn movedIn() {
        return new AlertsMovedIn(INCIDENT, NEXT, List.of(new Moving(SLOW, true)), BY_ADA, Monday.at(23));
    }

    public static AlertsForwarded forwarded() {
        return new AlertsForwarded(
                INCIDENT,
                NEXT,
                List.of(new Joining(SLOW, checkout(), Severity.MEDIUM, "Checkout is slow")),
                Monday.at(24));
    }

    public static ResolutionWithdrawn resolutionWithdrawn() {
        return new ResolutionWithdrawn(
                INCIDENT, 2, checkout(), IncidentState.TRIGGERED, BY_GRACE, Monday.at(9), Severity.HIGH);
    }

    public static IncidentEscalated escalated() {
        return new IncidentEscalated(INCIDENT, 1, EscalationCause.CUSTOMER, "Nobody can pay", BY_GRACE, Monday.at(6));
    }

    public static HelpCalled helpCalled() {
        return new HelpCalled(
                INCIDENT, 2, checkout(), EscalationCause.BY_HAND, null, BY_ADA, Monday.at(10), Severity.HIGH);
    }
}
