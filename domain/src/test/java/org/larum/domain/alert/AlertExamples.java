package org.larum.domain.alert;

import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.PROMETHEUS;
import static org.larum.domain.directory.DirectoryExamples.checkout;
import static org.larum.domain.directory.DirectoryExamples.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertCommand.RaiseAlert;
import org.larum.domain.alert.AlertEvent.AlertAcknowledged;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertExpired;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.AlertRepeated;
import org.larum.domain.alert.AlertEvent.AlertResolved;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.alert.AlertEvent.Source;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

/** A disk that fills up under the checkout, and a checkout that is slow. */
public final class AlertExamples {

    public static final AlertId DISK = AlertId.of(PROMETHEUS, "disk-full", 1);
    public static final AlertId SLOW = AlertId.of(PROMETHEUS, "slow", 1);
    public static final UUID RAW = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    public static final UUID DETAILS = UUID.fromString("00000000-0000-7000-8000-0000000000a2");
    public static final Instant OCCURRED = Instant.parse("2026-11-23T08:58:30Z");
    public static final Instant EARLIER = Instant.parse("2026-11-23T08:30:00Z");
    public static final IncidentId INCIDENT = IncidentExamples.INCIDENT;
    public static final String SUMMARY = "Disk of cart-1 is 95 % full";

    private AlertExamples() {}

    public static Source source(String key) {
        return new Source(PROMETHEUS, key, 1, RAW, DETAILS, OCCURRED, List.of(EARLIER));
    }

    public static IntegrationId integration() {
        return PROMETHEUS;
    }

    public static RaiseAlert raise() {
        var e = raised();
        return new RaiseAlert(
                e.alert(), e.source(), e.place(), e.severity(), e.summary(), e.labels(), e.links(), e.at());
    }

    public static AlertRaised raised() {
        return raised(DISK, "disk-full", Severity.HIGH, SUMMARY, 0);
    }

    public static AlertRaised slowRaised() {
        return raised(SLOW, "slow", Severity.MEDIUM, "Checkout takes 4 s", 2);
    }

    public static AlertRaised raised(AlertId alert, String key, Severity severity, String summary, int minute) {
        return new AlertRaised(
                alert,
                source(key),
                checkout(),
                severity,
                summary,
                Map.of("host", "cart-1"),
                List.of(link()),
                Monday.at(minute));
    }

    public static AlertAttached attached() {
        return attached(AlertState.TRIGGERED);
    }

    public static AlertAttached attached(AlertState state) {
        return new AlertAttached(DISK, INCIDENT, state, null, Severity.HIGH, Monday.at(1));
    }

    public static AlertRepeated repeated(@Nullable IncidentId incident) {
        return new AlertRepeated(DISK, 10, incident, Monday.at(3));
    }

    public static AlertWorsened worsened(@Nullable IncidentId incident) {
        return new AlertWorsened(
                DISK, Severity.HIGH, Severity.CRITICAL, "Disk of cart-1 is full", incident, Monday.at(4));
    }

    public static AlertAcknowledged acknowledged(@Nullable IncidentId incident) {
        return new AlertAcknowledged(DISK, BY_ADA, incident, Monday.at(5));
    }

    public static AlertResolved resolved(@Nullable IncidentId incident) {
        return new AlertResolved(DISK, BY_ADA, incident, Monday.at(6));
    }

    public static AlertExpired expired(@Nullable IncidentId incident) {
        return new AlertExpired(DISK, Monday.at(6), incident, Monday.at(7));
    }
}
