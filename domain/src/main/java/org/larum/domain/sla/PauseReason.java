package org.larum.domain.sla;

/** Why a clock stands still. Append only: it stands in events. */
public enum PauseReason {
    /** Somebody said so, such as while a supplier has it. */
    BY_HAND,
    SNOOZED,
    /** All its alerts are silenced. */
    SILENCED
}
