package org.larum.app.simulation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that would happen. {@code step} and {@code round} count from 1. {@code outcome}: of an attempt to tell somebody, and
 * {@code said}: what the provider or Larum says of it. {@code because}: the policy, step and target that lead there.
 */
public record Line(
        Instant at,
        Duration after,
        What what,
        @Nullable String person,
        @Nullable String webhook,
        @Nullable String channel,
        @Nullable Integer step,
        @Nullable Integer round,
        @Nullable Told outcome,
        @Nullable String said,
        String because) {

    /** In the order of a usual night. */
    public enum What {
        RAISED,
        HELD,
        RELEASED,
        OPENED,
        STARTED,
        ASKED,
        TOLD,
        WORSENED,
        REROUTED,
        MAJOR,
        EXHAUSTED,
        REMINDED,
        STOPPED,
        ANSWERED
    }

    /** What became of an attempt; {@code NOBODY}: a step found nobody to tell. */
    public enum Told {
        ACCEPTED,
        FAILED,
        GIVEN_UP,
        WAITING,
        NOT_WANTED,
        NOBODY
    }
}
