package org.larum.domain.postmortem;

/** How far an action is. Append only: it stands in events. */
public enum ActionState {
    PROPOSED,
    STARTED,
    DONE,
    DROPPED;

    /** Whether anything is left to do. */
    public boolean isOpen() {
        return this == PROPOSED || this == STARTED;
    }
}
