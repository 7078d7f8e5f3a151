package org.larum.app.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.escalation.EscalationCommand.StepDue;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.RunId;
import org.larum.domain.incident.IncidentCommand.IncidentDue;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.Lease;
import org.larum.domain.incident.IncidentEvent.Rest;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorCommand.UpdateDue;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.major.MajorEvent.Clock;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.MajorIncidentEnded;
import org.larum.domain.major.MajorEvent.MajorIncidentMerged;
import org.larum.domain.major.MajorEvent.MajorIncidentStoodDown;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.major.MajorEvent.UpdateReminded;
import org.larum.domain.major.MajorId;
import org.larum.domain.reach.ReachCommand.WayDue;
import org.larum.domain.reach.ReachEvent;
import org.larum.domain.reach.ReachEvent.ReachStopped;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.larum.domain.reach.ReachEvent.WayTried;
import org.larum.domain.reach.ReachId;
import org.larum.domain.shared.Command;
import org.larum.domain.sla.ClockId;
import org.larum.domain.sla.SlaCommand.ClockDue;
import org.larum.domain.sla.SlaEvent;
import org.larum.domain.sla.SlaEvent.Alarm;
import org.larum.domain.sla.SlaEvent.ClockBreached;
import org.larum.domain.sla.SlaEvent.ClockForetold;
import org.larum.domain.sla.SlaEvent.ClockMet;
import org.larum.domain.sla.SlaEvent.ClockPaused;
import org.larum.domain.sla.SlaEvent.ClockRecomputed;
import org.larum.domain.sla.SlaEvent.ClockResumed;
import org.larum.domain.sla.SlaEvent.ClockStarted;
import org.larum.domain.sla.SlaEvent.ClockStopped;
import org.larum.domain.sla.SlaEvent.ClockWentOn;

/**
 * What an event says about the timer of its owner: due after a pause, or at an instant, or not at all any more. {@code timer} counts
 * the timers of the owner.
 */
public record TimerChange(
        Kind kind,
        UUID owner,
        int timer,
        @Nullable Duration pause,
        @Nullable Instant due) {

    /** Whose timer it is, and where it lies. */
    public enum Kind {
        RUN("escalation_timers", "run"),
        INCIDENT("incident_timers", "incident"),
        MAJOR("major_timers", "major"),
        REACH("reach_timers", "reach"),
        SLA("sla_timers", "clock");

        final String table;
        final String owner;

        Kind(String table, String owner) {
            this.table = table;
            this.owner = owner;
        }
    }

    private static TimerChange none(Kind kind, UUID owner) {
        return new TimerChange(kind, owner, 0, null, null);
    }

    public boolean isSet() {
        return pause != null || due != null;
    }

    /** When a timer that is set now is due. */
    public Instant due(Instant now) {
        return due == null ? now.plus(Objects.requireNonNull(pause)) : due;
    }

    /** Null when the event is about no timer. */
    public static @Nullable TimerChange of(Object event) {
        return switch (event) {
            case EscalationEvent e -> change(e);
            case IncidentEvent e -> change(e);
            case MajorEvent e -> change(e);
            case ReachEvent e -> change(e);
            case SlaEvent e -> change(e);
            default -> null;
        };
    }

    private static @Nullable TimerChange change(EscalationEvent event) {
        return switch (event) {
            case StepScheduled e -> new TimerChange(Kind.RUN, e.run().value(), e.timer(), e.pause(), null);
            case EscalationStopped e -> none(Kind.RUN, e.run().value());
            default -> null;
        };
    }

    /** Whatever else turns an incident or lets it rest ends its timer: nothing is left to expire. */
    private static @Nullable TimerChange change(IncidentEvent event) {
        return switch (event) {
            case IncidentAcknowledged e -> leased(e.incident(), e.lease());
            case AcknowledgementRenewed e -> leased(e.incident(), e.lease());
            case IncidentSnoozed e ->
                new TimerChange(Kind.INCIDENT, e.incident().value(), e.timer(), null, e.until());
            case IncidentOpened e -> null;
            // Whoever holds it still does, and for no longer than before.
            case IncidentHushed e -> null;
            case Turn e -> none(Kind.INCIDENT, e.incident().value());
            case Rest e -> none(Kind.INCIDENT, e.incident().value());
            default -> null;
        };
    }

    private static @Nullable TimerChange change(MajorEvent event) {
        return switch (event) {
            case MajorIncidentDeclared e -> due(e, e.clock());
            case UpdatePosted e ->
                e.clock() == null ? none(Kind.MAJOR, e.major().value()) : due(e, e.clock());
            case UpdateReminded e -> due(e, e.clock());
            case MajorIncidentStoodDown e -> none(Kind.MAJOR, e.major().value());
            case MajorIncidentEnded e -> none(Kind.MAJOR, e.major().value());
            case MajorIncidentMerged e -> none(Kind.MAJOR, e.major().value());
            default -> null;
        };
    }

    /** A way that is gone leaves no timer, unless it sets one for the next. */
    private static @Nullable TimerChange change(ReachEvent event) {
        return switch (event) {
            case WayTried e -> none(Kind.REACH, e.reach().value());
            case WayScheduled e -> new TimerChange(Kind.REACH, e.reach().value(), e.timer(), e.pause(), null);
            case ReachStopped e -> none(Kind.REACH, e.reach().value());
            default -> null;
        };
    }

    /** Whatever stops a clock ends its timer. */
    private static TimerChange change(SlaEvent event) {
        return switch (event) {
            case ClockStarted e -> ringing(e, e.alarm());
            case ClockResumed e -> ringing(e, e.alarm());
            case ClockForetold e -> ringing(e, e.alarm());
            case ClockWentOn e -> ringing(e, e.alarm());
            case ClockRecomputed e -> ringing(e, e.alarm());
            case ClockPaused e -> ringing(e, null);
            case ClockBreached e -> ringing(e, null);
            case ClockMet e -> ringing(e, null);
            case ClockStopped e -> ringing(e, null);
        };
    }

    private static TimerChange ringing(SlaEvent e, @Nullable Alarm alarm) {
        return alarm == null
                ? none(Kind.SLA, e.clock().value())
                : new TimerChange(Kind.SLA, e.clock().value(), alarm.timer(), null, alarm.due());
    }

    private static TimerChange due(MajorEvent e, Clock clock) {
        return new TimerChange(Kind.MAJOR, e.major().value(), clock.timer(), clock.pause(), null);
    }

    private static TimerChange leased(IncidentId incident, @Nullable Lease lease) {
        return lease == null
                ? none(Kind.INCIDENT, incident.value())
                : new TimerChange(Kind.INCIDENT, incident.value(), lease.timer(), lease.length(), null);
    }

    /** What a timer asks when it fires. */
    public static Command fired(Kind kind, UUID owner, int timer, Instant at) {
        return switch (kind) {
            case RUN -> new StepDue(new RunId(owner), timer, at);
            case INCIDENT -> new IncidentDue(new IncidentId(owner), timer, at);
            case MAJOR -> new UpdateDue(new MajorId(owner), timer, at);
            case REACH -> new WayDue(new ReachId(owner), timer, at);
            case SLA -> new ClockDue(new ClockId(owner), timer, at);
        };
    }
}
