package org.larum.domain.correlation;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Command;

/** Everything that can be asked of a correlation group. */
public sealed interface CorrelationCommand extends Command {

    GroupId group();

    /** {@code window}: how long after the last join the group still takes alerts in. */
    record CorrelateAlert(@TargetAggregateIdentifier GroupId group, AlertRaised alert, Duration window, Instant at)
            implements CorrelationCommand {}

    /** The incident is over: the next alert opens a new one. */
    record CloseGroup(@TargetAggregateIdentifier GroupId group, IncidentId incident) implements CorrelationCommand {}
}
