package org.larum.domain.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish that one aggregate decides. The sealed roots of the rooms extend this. */
public interface Command {

    /** The aggregate that decides it. */
    UUID target();

    /** This wish and the next one of the same target as one wish with one event; null when they stay two. */
    default @Nullable Command and(Command next) {
        return null;
    }
}
