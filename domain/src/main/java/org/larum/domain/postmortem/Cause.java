package org.larum.domain.postmortem;

/** Why an incident is reviewed. Append only: it stands in events. */
public enum Cause {
    MAJOR,
    CRITICAL,
    SLA_BREACH,
    BY_HAND
}
