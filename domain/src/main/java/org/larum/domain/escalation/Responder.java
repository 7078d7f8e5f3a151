package org.larum.domain.escalation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.PersonId;

/**
 * Somebody whom a step asks, and why. {@code target}: what the step named; {@code layer}: of the schedule that was named, null where an
 * override fills a gap; {@code insteadOf}: who would have been asked; {@code later}: how long after the first of the step; {@code
 * inTurn}: it was their turn among several, null when all were asked.
 */
public record Responder(
        PersonId person,
        Target target,
        @Nullable String layer,
        @Nullable PersonId insteadOf,
        @Nullable Duration later,
        @Nullable Boolean inTurn) {

    public Responder(
            PersonId person,
            Target target,
            @Nullable String layer,
            @Nullable PersonId insteadOf,
            @Nullable Duration later) {
        this(person, target, layer, insteadOf, later, null);
    }
}
