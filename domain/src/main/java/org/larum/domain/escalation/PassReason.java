package org.larum.domain.escalation;

/** Why a run does not wait for those of a step. Append only: it stands in events. */
public enum PassReason {
    /** The schedules, teams and roles of the step have nobody. */
    NOBODY_THERE,
    /** Everybody of the step is out of reach: each way that they have has failed. */
    NOBODY_REACHED
}
