package org.larum.domain.escalation;

/** Why nobody is asked any more. Append only: it stands in events. */
public enum StopReason {
    ANSWERED,
    MITIGATED,
    SNOOZED,
    RESOLVED,
    /** It is a part of another incident, which asks by itself. */
    MERGED,
    /** Others answer for its likely root, and are asked instead. */
    REROUTED,
    /** All its alerts are silenced by rules; it asks again when that ends. */
    SILENCED,
    /** Another run has begun. */
    ASKED_AGAIN
}
