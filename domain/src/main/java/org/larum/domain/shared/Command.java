package org.larum.domain.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish that one aggregate decides. The sealed roots of the rooms extend this. */
public interface Command {

    /** The aggregate that decides it. */
    UUID target();

    /** What another aggregate must agree to first, in the same unit of work: refused there, this is not decided at all. */
    default @Nullable Command before() {
        return null;
    }

    /** This wish and the next one of the same target as one wish with one event; null when they stay two. */
    default @Nullable Command and(Command next) {
        return null;
    }
}
