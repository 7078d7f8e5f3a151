package org.larum.domain.improvement;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;

/** Everything that can happen to an item. */
public sealed interface ImprovementEvent extends Event {

    ImprovementId improvement();

    Actor by();

    Instant at();

    @Revision("1")
    record ImprovementProposed(ImprovementId improvement, Evidence evidence, Actor by, Instant at)
            implements ImprovementEvent {}

    @Revision("1")
    record ImprovementWeighed(ImprovementId improvement, Priority priority, Actor by, Instant at)
            implements ImprovementEvent {}

    @Revision("1")
    record ImprovementPlanned(ImprovementId improvement, int round, Actor by, Instant at) implements ImprovementEvent {}

    /** That of {@code VALIDATE} is the moment of the change: what is measured, is measured from then on. */
    @Revision("1")
    record PhaseBegun(ImprovementId improvement, Phase phase, Actor by, Instant at) implements ImprovementEvent {}

    @Revision("1")
    record CriterionSet(ImprovementId improvement, Criterion criterion, Actor by, Instant at)
            implements ImprovementEvent {}

    @Revision("1")
    record CriterionMet(ImprovementId improvement, Criterion criterion, double measured, Actor by, Instant at)
            implements ImprovementEvent {}

    @Revision("1")
    record CriterionFailed(ImprovementId improvement, Criterion criterion, double measured, Actor by, Instant at)
            implements ImprovementEvent {}

    @Revision("1")
    record RollbackNoted(ImprovementId improvement, String note, Actor by, Instant at) implements ImprovementEvent {}

    @Revision("1")
    record ImprovementDropped(ImprovementId improvement, String reason, Actor by, Instant at)
            implements ImprovementEvent {}

    /** {@code evidence}: what was seen again, null when people opened it; {@code recurrence}: how often it came back, from 1. */
    @Revision("1")
    record ImprovementReopened(
            ImprovementId improvement,
            int recurrence,
            @Nullable Evidence evidence,
            String reason,
            Actor by,
            Instant at) implements ImprovementEvent {}
}
