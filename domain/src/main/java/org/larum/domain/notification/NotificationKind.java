package org.larum.domain.notification;

/** Why somebody is told. */
public enum NotificationKind {
    /** An answer is wanted; no longer wanted once somebody holds the incident. */
    PAGE,
    /** Nobody answered: administrators hear of it. */
    UNANSWERED,
    /** For information: an incident took a turn. */
    UPDATE,
    /** Whoever holds it, or is to hold it, should know at once. */
    HOLDER,
    /** Of no incident: something that somebody should know or do. */
    NOTICE
}
