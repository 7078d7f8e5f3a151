package org.larum.domain.reach;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.escalation.RunId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Event;

/** Everything that can happen while somebody is being reached. */
public sealed interface ReachEvent extends Event {

    ReachId reach();

    IncidentId incident();

    /** {@code position}: the step that asks, for the first time or again. The plan is kept to, whatever is edited meanwhile. */
    @Revision("1")
    record ReachStarted(
            ReachId reach,
            RunId run,
            IncidentId incident,
            PersonId person,
            Position position,
            ReachPlan plan,
            Instant at)
            implements ReachEvent {}

    /** {@code nth} counts all tries of this person and run, from 1. */
    @Revision("1")
    record WayTried(
            ReachId reach,
            RunId run,
            IncidentId incident,
            PersonId person,
            Position position,
            ChannelKind channel,
            int nth,
            Instant at)
            implements ReachEvent {}

    /**
     * A timer was set, in the same transaction; {@code way}: the place in the plan of what is then gone; {@code quiet}: it is because
     * the person is left alone for so long. {@code timer} counts the timers; an older one that fires is stale.
     */
    @Revision("1")
    record WayScheduled(
            ReachId reach,
            IncidentId incident,
            PersonId person,
            int way,
            int timer,
            Duration pause,
            boolean quiet,
            Instant due,
            Instant at)
            implements ReachEvent {}

    /** {@code nth}: the try whose message can not be delivered. */
    @Revision("1")
    record WayFailed(ReachId reach, IncidentId incident, PersonId person, ChannelKind channel, int nth, Instant at)
            implements ReachEvent {}

    /** {@code nth}: the try whose message is late. It may still arrive. */
    @Revision("1")
    record WayDelayed(ReachId reach, IncidentId incident, PersonId person, ChannelKind channel, int nth, Instant at)
            implements ReachEvent {}

    /** Every way has failed. */
    @Revision("1")
    record ReachFailed(ReachId reach, RunId run, IncidentId incident, PersonId person, Position position, Instant at)
            implements ReachEvent {}

    /** It has become worse, and more ways are gone. */
    @Revision("1")
    record PlanChanged(ReachId reach, IncidentId incident, ReachPlan plan, Instant at) implements ReachEvent {}

    /** Nobody need be asked any more. */
    @Revision("1")
    record ReachStopped(ReachId reach, IncidentId incident, Instant at) implements ReachEvent {}
}
