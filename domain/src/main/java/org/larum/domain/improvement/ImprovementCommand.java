package org.larum.domain.improvement;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;

/** Everything that can be asked of an item. Asking for what already is changes nothing. */
public sealed interface ImprovementCommand extends Command {

    ImprovementId improvement();

    @Override
    default UUID target() {
        return improvement().value();
    }

    /** Seen again it is nothing new, except when it was done with: then it is open again. */
    record Propose(@TargetAggregateIdentifier ImprovementId improvement, Evidence evidence, Actor by, Instant at)
            implements ImprovementCommand {

        public Propose(Evidence evidence, Actor by, Instant at) {
            this(ImprovementId.of(evidence), evidence, by, at);
        }
    }

    record Weigh(@TargetAggregateIdentifier ImprovementId improvement, Priority priority, Actor by, Instant at)
            implements ImprovementCommand {}

    record Plan(@TargetAggregateIdentifier ImprovementId improvement, int round, Actor by, Instant at)
            implements ImprovementCommand {}

    /** {@code phase}: the one that begins. */
    record BeginPhase(@TargetAggregateIdentifier ImprovementId improvement, Phase phase, Actor by, Instant at)
            implements ImprovementCommand {}

    record SetCriterion(@TargetAggregateIdentifier ImprovementId improvement, Criterion criterion, Actor by, Instant at)
            implements ImprovementCommand {}

    /** {@code measured}: what {@code criterion} came to since the change. */
    record Judge(
            @TargetAggregateIdentifier ImprovementId improvement,
            Criterion criterion,
            double measured,
            Actor by,
            Instant at)
            implements ImprovementCommand {}

    /** What was taken back after it failed, or why it stays. */
    record NoteRollback(@TargetAggregateIdentifier ImprovementId improvement, String note, Actor by, Instant at)
            implements ImprovementCommand {}

    record Drop(@TargetAggregateIdentifier ImprovementId improvement, String reason, Actor by, Instant at)
            implements ImprovementCommand {}

    record Reopen(@TargetAggregateIdentifier ImprovementId improvement, String reason, Actor by, Instant at)
            implements ImprovementCommand {}
}
