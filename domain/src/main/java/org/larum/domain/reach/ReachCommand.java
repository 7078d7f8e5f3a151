package org.larum.domain.reach;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.escalation.RunId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Command;

/** Everything that can be asked of the reaching of a person. */
public sealed interface ReachCommand extends Command {

    ReachId reach();

    @Override
    default UUID target() {
        return reach().value();
    }

    /** Whoever is being reached already is not reached twice; whoever has been told by all ways is told again. */
    record StartReach(
            @TargetAggregateIdentifier ReachId reach,
            RunId run,
            IncidentId incident,
            PersonId person,
            Position position,
            ReachPlan plan,
            Instant at)
            implements ReachCommand {}

    /** A timer fired. */
    record WayDue(@TargetAggregateIdentifier ReachId reach, int timer, Instant at) implements ReachCommand {}

    /** The message of a try can not be delivered. */
    record NoteFailure(@TargetAggregateIdentifier ReachId reach, int nth, Instant at) implements ReachCommand {}

    /** The message of a try is not on its way yet: its provider has trouble, and it is tried again. */
    record NoteDelay(@TargetAggregateIdentifier ReachId reach, int nth, Instant at) implements ReachCommand {}

    /** Its device has shown the message of a try: there is time to answer. */
    record NoteArrival(@TargetAggregateIdentifier ReachId reach, int nth, Instant at) implements ReachCommand {}

    /** It has become worse: ways that the plan of before did not have are gone too. */
    record ChangePlan(@TargetAggregateIdentifier ReachId reach, ReachPlan plan, Instant at) implements ReachCommand {}

    /** Whoever is left alone is, from now on, for so long; null: no longer. Whoever is not is not asked to wait. */
    record ChangeRest(
            @TargetAggregateIdentifier ReachId reach,
            @Nullable Duration rest,
            Instant at) implements ReachCommand {}

    record StopReach(@TargetAggregateIdentifier ReachId reach, Instant at) implements ReachCommand {}
}
