package org.larum.domain.alert;

/** What an alert is; only the first two are open. */
public enum AlertState {
    TRIGGERED,
    ACKNOWLEDGED,
    RESOLVED,
    EXPIRED;

    public boolean isOpen() {
        return this == TRIGGERED || this == ACKNOWLEDGED;
    }
}
