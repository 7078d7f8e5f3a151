package org.larum.notifiers.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.delivery.Briefing.Urgency;

/**
 * An attempt that may be made now. {@code urgency}: of its incident; null for what is about none. {@code underWay}: how many messages to the
 * same recipient are being sent.
 */
record Due(Attempt attempt, @Nullable Urgency urgency, Instant requestedAt, int underWay) {

    boolean isCritical() {
        return urgency != null && urgency.severity() == Urgency.CRITICAL;
    }
}
