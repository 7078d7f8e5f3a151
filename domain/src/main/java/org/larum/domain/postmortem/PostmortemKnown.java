package org.larum.domain.postmortem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.postmortem.PostmortemEvent.About;

/** What must be known of an incident to know whether it is reviewed, from the log. */
public interface PostmortemKnown {

    /** {@code cause}: the gravest one that there is to review it; null when it is an everyday one. */
    record Course(About about, @Nullable Cause cause, boolean over) {}

    /** Empty for what is no incident. */
    Optional<Course> of(IncidentId incident);
}
