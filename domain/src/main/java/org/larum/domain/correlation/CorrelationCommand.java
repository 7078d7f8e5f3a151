package org.larum.domain.correlation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Command;

/** Everything that can be asked of a correlation group. */
public sealed interface CorrelationCommand extends Command {

    GroupId group();

    @Override
    default UUID target() {
        return group().value();
    }

    /**
     * An alert, when it came, and what its service needs; without that everything of its group belongs together.
     *
     * @param isEcho it measures what has gone on with its service for a while, so it belongs to what is open there, however late
     */
    record Arrival(Joining alert, Instant at, @Nullable Reach reach, boolean isEcho) {

        public Arrival(Joining alert, Instant at, @Nullable Reach reach) {
            this(alert, at, reach, false);
        }
    }

    /** {@code window}: how long after the last join the group still takes alerts in. */
    record CorrelateAlerts(@TargetAggregateIdentifier GroupId group, List<Arrival> arrivals, Duration window)
            implements CorrelationCommand {

        /** A storm that comes at once is decided at once. */
        @Override
        public @Nullable Command and(Command next) {
            return next instanceof CorrelateAlerts more && more.window.equals(window)
                    ? new CorrelateAlerts(
                            group,
                            Stream.concat(arrivals.stream(), more.arrivals.stream())
                                    .toList(),
                            window)
                    : null;
        }
    }

    /** The incident was over before these had joined it: they belong to what comes after it. */
    record CorrelateAgain(
            @TargetAggregateIdentifier GroupId group, IncidentId over, List<Arrival> arrivals, Duration window)
            implements CorrelationCommand {}

    /** The incident is over: the next alert opens a new one. */
    record CloseGroup(@TargetAggregateIdentifier GroupId group, IncidentId incident) implements CorrelationCommand {}
}
