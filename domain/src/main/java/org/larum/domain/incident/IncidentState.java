package org.larum.domain.incident;

/** What an incident is. */
public enum IncidentState {
    TRIGGERED,
    ACKNOWLEDGED,
    MITIGATED,
    RESOLVED
}
