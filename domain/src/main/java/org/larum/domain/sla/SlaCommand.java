package org.larum.domain.sla;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Promise;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Severity;
import org.larum.domain.sla.SlaEvent.ClockEnd;

/** Everything that can be asked of a clock. */
public sealed interface SlaCommand extends Command {

    ClockId clock();

    @Override
    default UUID target() {
        return clock().value();
    }

    record StartClock(
            @TargetAggregateIdentifier ClockId clock,
            IncidentId incident,
            ClockKind kind,
            ServiceId service,
            Severity severity,
            Promise promise,
            Instant at)
            implements SlaCommand {}

    /** A timer fired. */
    record ClockDue(@TargetAggregateIdentifier ClockId clock, int timer, Instant at) implements SlaCommand {}

    /** By hand it always stands still; otherwise when the promise says so. {@code note}: what whoever did it says. */
    record PauseClock(
            @TargetAggregateIdentifier ClockId clock,
            PauseReason reason,
            @Nullable String note,
            Actor by,
            Instant at) implements SlaCommand {}

    record ResumeClock(@TargetAggregateIdentifier ClockId clock, PauseReason reason, Actor by, Instant at)
            implements SlaCommand {}

    /** What was promised is done. */
    record MeetClock(@TargetAggregateIdentifier ClockId clock, ClockEnd with, Actor by, Instant at)
            implements SlaCommand {}

    /** It is a part of another incident, whose clocks count. */
    record StopClock(@TargetAggregateIdentifier ClockId clock, IncidentId into, Actor by, Instant at)
            implements SlaCommand {}

    /** What it ended {@code with} is not so any more. {@code counted}: the time since then counts, as if it had never ended. */
    record GoOn(@TargetAggregateIdentifier ClockId clock, ClockEnd with, boolean counted, Actor by, Instant at)
            implements SlaCommand {}

    record CorrectSeverity(@TargetAggregateIdentifier ClockId clock, Severity severity, Actor by, Instant at)
            implements SlaCommand {}

    record CorrectPlace(
            @TargetAggregateIdentifier ClockId clock, ServiceId service, Promise promise, Actor by, Instant at)
            implements SlaCommand {}

    record CorrectStart(@TargetAggregateIdentifier ClockId clock, Instant began, Actor by, Instant at)
            implements SlaCommand {}
}
