package org.larum.domain.escalation;

import java.util.Set;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.incident.IncidentId;

/** Where the alerts of incidents came from. */
public interface Origins {

    /** Whoever sent alerts of an incident that somebody has, or had, in hand; nobody when nobody ever had. */
    Set<IntegrationId> of(IncidentId incident);
}
