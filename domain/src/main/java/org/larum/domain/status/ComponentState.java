package org.larum.domain.status;

/** How a component is, in the words of status pages. */
public enum ComponentState {
    OPERATIONAL(0),
    DEGRADED(2),
    PARTIAL_OUTAGE(3),
    MAJOR_OUTAGE(4),
    UNDER_MAINTENANCE(1);

    private final int rank;

    ComponentState(int rank) {
        this.rank = rank;
    }

    public boolean isWorseThan(ComponentState other) {
        return rank > other.rank;
    }

    /** Whether people cannot use it, or a part of it. */
    public boolean isOutage() {
        return this == PARTIAL_OUTAGE || this == MAJOR_OUTAGE;
    }
}
