package org.larum.domain.improvement;

/** Where the thought comes from that something ought to be better. */
public enum EvidenceKind {
    NOISY_RULE,
    LATE_ANSWERS,
    MISSING_RUNBOOK,
    REPEAT_INCIDENT,
    PROMISE_GAP,
    FEEDBACK_THEME,
    REVIEW_ACTION,
    BY_HAND
}
