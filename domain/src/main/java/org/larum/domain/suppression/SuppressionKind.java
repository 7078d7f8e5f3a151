package org.larum.domain.suppression;

/** Why an alert is not told. */
public enum SuppressionKind {
    MAINTENANCE,
    SILENCE,
    KNOWN_ISSUE,
    INHIBITION,
    FLAPPING,
    THRESHOLD,
    HOLD
}
