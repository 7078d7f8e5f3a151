package org.larum.domain.status;

/** What a notice is about. */
public enum NoticeKind {
    INCIDENT,
    MAINTENANCE
}
