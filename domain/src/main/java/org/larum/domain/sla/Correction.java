package org.larum.domain.sla;

/** What turned out to be otherwise. Append only: it stands in events. */
public enum Correction {
    SEVERITY,
    /** Others answer for it, who have promised something else. */
    SERVICE,
    /** Users felt it since another time. */
    IMPACT
}
