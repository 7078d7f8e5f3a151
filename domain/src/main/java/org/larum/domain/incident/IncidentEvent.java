package org.larum.domain.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** Everything that can happen to an incident. {@code run} counts its calls for an answer, from 1. */
public sealed interface IncidentEvent extends Event {

    IncidentId incident();

    /** What the incident must know of an alert that joins it. */
    record Joining(AlertId alert, Place place, Severity severity, String summary) {}

    @Revision("1")
    record IncidentOpened(
            IncidentId incident,
            int number,
            UUID group,
            Place place,
            Severity severity,
            String title,
            AlertId first,
            Instant at)
            implements IncidentEvent {}

    @Revision("1")
    record AlertsJoined(IncidentId incident, List<AlertId> alerts, Instant at) implements IncidentEvent {}

    /** They came when the incident was over, and are correlated again. */
    @Revision("1")
    record AlertsTurnedAway(IncidentId incident, UUID group, List<Joining> alerts, Instant at)
            implements IncidentEvent {}

    @Revision("1")
    record IncidentWorsened(IncidentId incident, Severity from, Severity to, Instant at) implements IncidentEvent {}

    /** An alert of the incident was acknowledged where it was detected. */
    @Revision("1")
    record AlertHeld(IncidentId incident, AlertId alert, Instant at) implements IncidentEvent {}

    /** An alert of the incident ended. */
    @Revision("1")
    record AlertSettled(IncidentId incident, AlertId alert, Instant at) implements IncidentEvent {}

    /** {@code via}: the door it came through, such as "mail link", "web" or "api". */
    @Revision("1")
    record IncidentAcknowledged(
            IncidentId incident,
            int run,
            Actor by,
            @Nullable String via,
            Instant at) implements IncidentEvent {}

    /** Somebody who was asked said: not me, ask the next one. */
    @Revision("1")
    record IncidentPassedOn(IncidentId incident, int run, Actor by, Instant at) implements IncidentEvent {}

    /** {@code open}: the alerts that had not ended by themselves, when it was resolved by hand. */
    @Revision("1")
    record IncidentResolved(
            IncidentId incident,
            UUID group,
            int run,
            Actor by,
            @Nullable String via,
            List<AlertId> open,
            Instant at) implements IncidentEvent {}

    /** {@code run} is the one that begins with it. */
    @Revision("1")
    record IncidentReopened(IncidentId incident, int run, Place place, Actor by, Instant at) implements IncidentEvent {}

    @Revision("1")
    record IncidentNoted(IncidentId incident, UUID note, Actor by, String text, Instant at) implements IncidentEvent {}
}
