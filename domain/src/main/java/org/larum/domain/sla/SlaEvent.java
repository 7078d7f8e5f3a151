package org.larum.domain.sla;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Promise;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Severity;

/** Everything that can happen to a clock. */
public sealed interface SlaEvent extends Event {

    ClockId clock();

    IncidentId incident();

    ClockKind kind();

    Instant at();

    /**
     * A timer was set, in the same transaction, for when {@code share} percent have passed. {@code timer} counts the timers of the
     * clock; an older one that fires is stale.
     */
    record Alarm(int timer, int share, Instant due) {}

    /** With what a clock ended. Append only: it stands in events. */
    enum ClockEnd {
        ACKNOWLEDGED,
        MITIGATED,
        RESOLVED,
        MERGED
    }

    /** {@code target}: null when nothing is promised, and then nothing is due; {@code due}: null also while it stands still. */
    record Figures(
            Instant began,
            @Nullable Duration target,
            @Nullable Instant due,
            Duration used) {}

    /** What was promised is kept to, whatever is edited meanwhile. */
    @Revision("1")
    record ClockStarted(
            ClockId clock,
            IncidentId incident,
            ClockKind kind,
            ServiceId service,
            Severity severity,
            Promise promise,
            @Nullable Duration target,
            @Nullable Instant due,
            @Nullable Alarm alarm,
            Instant at)
            implements SlaEvent {}

    /** {@code used}: what has passed on it. */
    @Revision("1")
    record ClockPaused(
            ClockId clock,
            IncidentId incident,
            ClockKind kind,
            PauseReason reason,
            @Nullable String note,
            Duration used,
            Actor by,
            Instant at)
            implements SlaEvent {}

    /** This reason holds no longer. {@code runs}: nor does any other. */
    @Revision("1")
    record ClockResumed(
            ClockId clock,
            IncidentId incident,
            ClockKind kind,
            PauseReason reason,
            boolean runs,
            @Nullable Instant due,
            @Nullable Alarm alarm,
            Actor by,
            Instant at)
            implements SlaEvent {}

    /** {@code share} percent of the time have passed, and it is not done. */
    @Revision("1")
    record ClockForetold(
            ClockId clock,
            IncidentId incident,
            ClockKind kind,
            ServiceId service,
            int share,
            Duration target,
            Instant due,
            @Nullable Alarm alarm,
            Instant at)
            implements SlaEvent {}

    /** The time is up; happens once. {@code running}: it is not done yet; otherwise it is known only now that it was done late. */
    @Revision("1")
    record ClockBreached(
            ClockId clock,
            IncidentId incident,
            ClockKind kind,
            ServiceId service,
            Duration target,
            Instant due,
            boolean running,
            Instant at)
            implements SlaEvent {}

    /** What was promised is done. */
    @Revision("1")
    record ClockMet(
            ClockId clock,
            IncidentId incident,
            ClockKind kind,
            ClockEnd with,
            @Nullable Duration target,
            Duration used,
            boolean late,
            Actor by,
            Instant at)
            implements SlaEvent {}

    /** It is a part of another incident, whose clocks count. */
    @Revision("1")
    record ClockStopped(
            ClockId clock, IncidentId incident, ClockKind kind, IncidentId into, Duration used, Actor by, Instant at)
            implements SlaEvent {}

    /** It had ended, and that is not so any more. {@code counted}: as if it had never ended. */
    @Revision("1")
    record ClockWentOn(
            ClockId clock,
            IncidentId incident,
            ClockKind kind,
            boolean counted,
            @Nullable Instant due,
            @Nullable Alarm alarm,
            Actor by,
            Instant at)
            implements SlaEvent {}

    /** Something turned out to be otherwise: what was known is kept beside what is known now. */
    @Revision("1")
    record ClockRecomputed(
            ClockId clock,
            IncidentId incident,
            ClockKind kind,
            Correction correction,
            ServiceId service,
            Severity severity,
            Promise promise,
            Figures before,
            Figures now,
            @Nullable Alarm alarm,
            Actor by,
            Instant at)
            implements SlaEvent {}
}
