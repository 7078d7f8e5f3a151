package org.larum.domain.sla;

import java.util.Optional;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentId;

/** What must be known to tell of a clock, as of one event. */
public interface SlaKnown {

    Directory directory();

    /** The person who has the incident: to whom it is assigned, or who acknowledged it. */
    Optional<PersonId> holder(IncidentId incident);
}
