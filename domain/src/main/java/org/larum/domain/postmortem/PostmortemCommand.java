package org.larum.domain.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.postmortem.PostmortemEvent.About;
import org.larum.domain.postmortem.PostmortemEvent.Action;
import org.larum.domain.postmortem.PostmortemEvent.Outcome;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;

/** Everything that can be asked of a review. Asking for what already is changes nothing. */
public sealed interface PostmortemCommand extends Command {

    PostmortemId postmortem();

    @Override
    default UUID target() {
        return postmortem().value();
    }

    record AskPostmortem(
            @TargetAggregateIdentifier PostmortemId postmortem,
            IncidentId incident,
            Cause cause,
            About about,
            Actor by,
            Instant at)
            implements PostmortemCommand {}

    /** What Larum makes of the timeline. {@code round}: the one that it answers; later than that it is stale. */
    record DraftPostmortem(
            @TargetAggregateIdentifier PostmortemId postmortem, int round, String title, String text, Instant at)
            implements PostmortemCommand {}

    /** {@code basedOn}: the version that its writer has read. */
    record WritePostmortem(
            @TargetAggregateIdentifier PostmortemId postmortem,
            int basedOn,
            String title,
            String text,
            Actor by,
            Instant at)
            implements PostmortemCommand {}

    record RequestReview(@TargetAggregateIdentifier PostmortemId postmortem, Actor by, Instant at)
            implements PostmortemCommand {}

    /** {@code version}: the one that its publisher has read. */
    record PublishPostmortem(
            @TargetAggregateIdentifier PostmortemId postmortem, int version, Outcome outcome, Actor by, Instant at)
            implements PostmortemCommand {}

    record ReopenPostmortem(@TargetAggregateIdentifier PostmortemId postmortem, Actor by, Instant at)
            implements PostmortemCommand {}

    record AddAction(@TargetAggregateIdentifier PostmortemId postmortem, Action action, Actor by, Instant at)
            implements PostmortemCommand {}

    record ChangeAction(@TargetAggregateIdentifier PostmortemId postmortem, Action action, Actor by, Instant at)
            implements PostmortemCommand {}

    /** {@code day}: today where its owner is. */
    record RemindAction(@TargetAggregateIdentifier PostmortemId postmortem, UUID action, LocalDate day, Instant at)
            implements PostmortemCommand {}
}
