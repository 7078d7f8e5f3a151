package org.larum.domain.incident;

/** What an incident is; one that is snoozed or a part of another one is that besides. */
public enum IncidentState {
    TRIGGERED,
    ACKNOWLEDGED,
    MITIGATED,
    RESOLVED
}
