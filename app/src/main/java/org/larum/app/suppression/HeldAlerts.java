package org.larum.app.suppression;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.suppression.Candidate.Seen;

/** Alerts that are held back and when to look at them again, and the open causes that mute others. */
interface HeldAlerts {

    /** {@code inhibition}: by which it is muted, if by one. */
    record Held(UUID alert, UUID rule, @Nullable UUID inhibition, OffsetDateTime now) {}

    record Source(UUID inhibition, UUID alert, OffsetDateTime now) {}

    /** Locks what is due to be looked at again; other nodes pass it over. */
    List<Held> due(int limit);

    /** Looked at and still held by the same: next at that time; null when only a change matters. */
    void later(UUID alert, @Nullable Instant due);

    /** Looking at it failed: again in a while, ever later. */
    void putBack(UUID alert);

    /** How often a key was detected in all, and when last, while this alert is the one that is open for it. */
    Optional<Seen> seen(UUID alert);

    /** Whether a cause is open, other than the alert itself. */
    boolean isMuted(UUID inhibition, UUID alert);

    /** Locks causes that are over. */
    List<Source> ended(int limit);
}
