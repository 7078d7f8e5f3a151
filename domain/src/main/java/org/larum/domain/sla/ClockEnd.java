package org.larum.domain.sla;

/** With what a clock ended. Append only: it stands in events. */
public enum ClockEnd {
    ACKNOWLEDGED,
    MITIGATED,
    RESOLVED,
    MERGED
}
