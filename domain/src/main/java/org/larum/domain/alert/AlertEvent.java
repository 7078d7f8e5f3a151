package org.larum.domain.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** Everything that can happen to an alert. */
public sealed interface AlertEvent extends Event {

    AlertId alert();

    /**
     * Where the alert came from; {@code raw} is the stored request, {@code details} the stored custom details, and
     * {@code occurredAt} when it began by the sender's own clock, absent in events of before this was kept. {@code earlier}: when
     * the key was raised before, lately, oldest first; null when it was not.
     */
    record Source(
            IntegrationId integration,
            String key,
            int cycle,
            @Nullable UUID raw,
            @Nullable UUID details,
            @Nullable Instant occurredAt,
            @Nullable List<Instant> earlier) {}

    @Revision("1")
    record AlertRaised(
            AlertId alert,
            Source source,
            Place place,
            Severity severity,
            String summary,
            Map<String, String> labels,
            List<Link> links,
            Instant at)
            implements AlertEvent {}

    /** Written at 2, 10, 100, ... repeats; every repeat is counted beside the log. */
    @Revision("1")
    record AlertRepeated(
            AlertId alert, long count, @Nullable IncidentId incident, Instant at) implements AlertEvent {}

    /** A detection worse than all before it. */
    @Revision("1")
    record AlertWorsened(
            AlertId alert,
            Severity from,
            Severity to,
            String summary,
            @Nullable IncidentId incident,
            Instant at) implements AlertEvent {}

    /**
     * The alert joined an incident; {@code state} and {@code severity} are what the alert was at that moment, since it may have
     * ended or become worse before. {@code from}: the incident it was moved away from. Both are absent in events of before alerts
     * could be moved.
     */
    @Revision("1")
    record AlertAttached(
            AlertId alert,
            IncidentId incident,
            AlertState state,
            @Nullable IncidentId from,
            @Nullable Severity severity,
            Instant at)
            implements AlertEvent {}

    @Revision("1")
    record AlertAcknowledged(
            AlertId alert, Actor by, @Nullable IncidentId incident, Instant at) implements AlertEvent {}

    @Revision("1")
    record AlertResolved(AlertId alert, Actor by, @Nullable IncidentId incident, Instant at) implements AlertEvent {}

    /** The sender said until when it holds, and then said nothing more: not the same as resolved. */
    @Revision("1")
    record AlertExpired(
            AlertId alert, Instant endsAt, @Nullable IncidentId incident, Instant at) implements AlertEvent {}
}
