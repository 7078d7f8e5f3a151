package org.larum.domain.status;

/** How far it has come, in the words of status pages. */
public enum NoticeState {
    INVESTIGATING(NoticeKind.INCIDENT),
    IDENTIFIED(NoticeKind.INCIDENT),
    MONITORING(NoticeKind.INCIDENT),
    RESOLVED(NoticeKind.INCIDENT),
    SCHEDULED(NoticeKind.MAINTENANCE),
    IN_PROGRESS(NoticeKind.MAINTENANCE),
    COMPLETED(NoticeKind.MAINTENANCE);

    private final NoticeKind kind;

    NoticeState(NoticeKind kind) {
        this.kind = kind;
    }

    public boolean suits(NoticeKind wanted) {
        return kind == wanted;
    }

    /** Nothing is said after it. */
    public boolean isEnd() {
        return this == RESOLVED || this == COMPLETED;
    }

    /** Whether the components are in the state that the notice says: not before a maintenance begins, nor after an end. */
    public boolean isFelt() {
        return this != SCHEDULED && !isEnd();
    }
}
