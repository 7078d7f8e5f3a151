package org.larum.notifiers.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;

/** What was silenced where, by whom it is wanted, and what is under way. */
interface Silences {

    /** One alert of one incident: each has at most one silence. */
    record Place(IncidentId incident, UUID alert) {}

    /**
     * {@code silence}: what the other side calls it; null while there is none that is known. {@code askedAt}: when one was asked for
     * and nothing is known of the answer.
     */
    record One(
            Place place,
            boolean wanted,
            @Nullable String silence,
            @Nullable Instant endsAt,
            @Nullable Instant askedAt,
            Instant now) {

        boolean isAsked(Duration patience) {
            return askedAt != null && askedAt.plus(patience).isAfter(now);
        }
    }

    /**
     * These alerts of the incident and no others are to be silenced. False when something newer was already said: the number of the
     * newest event that is known decides, however late a message comes.
     */
    boolean aim(IncidentId incident, UUID integration, Set<UUID> alerts, long asOf);

    List<One> of(IncidentId incident, UUID integration);

    /** Says, before anybody is asked, that one is asked for. False when another does so. */
    boolean ask(One one, Duration patience);

    /** Surely nobody made it. */
    void notMade(Place place);

    /** There it is; false when nobody wants it any more. */
    boolean made(Place place, String silence, Instant endsAt);

    /** It is there no more. */
    void ended(Place place, @Nullable String silence);
}
