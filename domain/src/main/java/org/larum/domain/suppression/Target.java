package org.larum.domain.suppression;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert that may be a consequence. {@code by}: what would mute it; {@code further}: what else is to be asked when that does not;
 * {@code otherwise}: what holds it back when no cause is open, until {@code until}.
 */
public record Target(
        Pending pending,
        Suppressor by,
        List<Further> further,
        @Nullable Suppressor otherwise,
        @Nullable Instant until) {

    /** When this inhibition does not mute it, nothing does. */
    public boolean isLast() {
        return further.isEmpty() && otherwise == null;
    }

    /** Another inhibition that may mute it. */
    public record Further(InhibitionId inhibition, Suppressor by) {}
}
