package org.larum.domain.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** Everything that can be asked of an alert. A command that finds nothing to change changes nothing. */
public sealed interface AlertCommand extends Command {

    AlertId alert();

    @Override
    default UUID target() {
        return alert().value();
    }

    record RaiseAlert(
            @TargetAggregateIdentifier AlertId alert,
            AlertEvent.Source source,
            Place place,
            Severity severity,
            String summary,
            Map<String, String> labels,
            List<Link> links,
            Instant at)
            implements AlertCommand {}

    /**
     * The same fault was seen again. {@code count} is the exact number of detections so far; {@code milestone} asks for an
     * event about it.
     */
    record RepeatAlert(
            @TargetAggregateIdentifier AlertId alert,
            Severity severity,
            String summary,
            long count,
            boolean milestone,
            Instant at)
            implements AlertCommand {

        /** Repeats that come at once are told once: how bad the worst was, and how many there are by now. */
        @Override
        public @Nullable Command and(Command next) {
            if (!(next instanceof RepeatAlert more)) {
                return null;
            }
            var worst = more.severity.isWorseThan(severity) ? more : this;
            return new RepeatAlert(
                    alert, worst.severity, worst.summary, more.count, milestone || more.milestone, more.at);
        }
    }

    record AttachAlert(@TargetAggregateIdentifier AlertId alert, IncidentId incident, Instant at)
            implements AlertCommand {}

    /** Somebody moved it from one incident to another: what is still on its way to the old one comes too late. */
    record MoveAlert(@TargetAggregateIdentifier AlertId alert, IncidentId from, IncidentId to, Instant at)
            implements AlertCommand {}

    record AcknowledgeAlert(@TargetAggregateIdentifier AlertId alert, Actor by, Instant at) implements AlertCommand {}

    record ResolveAlert(@TargetAggregateIdentifier AlertId alert, Actor by, Instant at) implements AlertCommand {}

    record ExpireAlert(@TargetAggregateIdentifier AlertId alert, Instant endsAt, Instant at) implements AlertCommand {}
}
