package org.larum.domain.incident;

/** What an incident is. */
enum IncidentState {
    TRIGGERED,
    ACKNOWLEDGED,
    MITIGATED,
    RESOLVED
}
