package org.larum.domain.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** Everything that can be asked of an incident. Asking for what already is changes nothing. */
public sealed interface IncidentCommand extends Command {

    IncidentId incident();

    @Override
    default UUID target() {
        return incident().value();
    }

    record OpenIncident(
            @TargetAggregateIdentifier IncidentId incident,
            int number,
            UUID group,
            Place place,
            Severity severity,
            String title,
            AlertId first,
            Instant at)
            implements IncidentCommand {}

    record JoinIncident(@TargetAggregateIdentifier IncidentId incident, List<Joining> alerts, Instant at)
            implements IncidentCommand {

        /** A storm that comes at once joins at once, and a reader of the timeline sees one line. */
        @Override
        public @Nullable Command and(Command next) {
            return next instanceof JoinIncident more
                    ? new JoinIncident(
                            incident,
                            Stream.concat(alerts.stream(), more.alerts.stream()).toList(),
                            more.at)
                    : null;
        }
    }

    record WorsenIncident(@TargetAggregateIdentifier IncidentId incident, Severity severity, Instant at)
            implements IncidentCommand {}

    record HoldAlert(@TargetAggregateIdentifier IncidentId incident, AlertId alert, Actor by, Instant at)
            implements IncidentCommand {}

    record SettleAlert(@TargetAggregateIdentifier IncidentId incident, AlertId alert, Instant at)
            implements IncidentCommand {}

    record AcknowledgeIncident(
            @TargetAggregateIdentifier IncidentId incident,
            Actor by,
            @Nullable String via,
            Instant at) implements IncidentCommand {}

    record PassIncidentOn(@TargetAggregateIdentifier IncidentId incident, Actor by, Instant at)
            implements IncidentCommand {}

    record ResolveIncident(
            @TargetAggregateIdentifier IncidentId incident,
            Actor by,
            @Nullable String via,
            Instant at) implements IncidentCommand {}

    record ReopenIncident(@TargetAggregateIdentifier IncidentId incident, Actor by, Instant at)
            implements IncidentCommand {}

    record NoteIncident(@TargetAggregateIdentifier IncidentId incident, UUID note, Actor by, String text, Instant at)
            implements IncidentCommand {}
}
