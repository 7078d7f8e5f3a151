package org.larum.domain.correlation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;

/** What has become of incidents, as the log says. */
public interface Fates {

    /** The incident in which it is worked on now: what it was merged into, itself when into nothing. */
    IncidentId whole(IncidentId incident);

    /** When it was resolved; null while it is not, and of one that never was. */
    @Nullable
    Instant ended(IncidentId incident);
}
