package org.larum.domain.shared;

/** The ways a recipient can be told. Append only: it stands in events. */
public enum ChannelKind {
    EMAIL,
    WEBHOOK,
    SMS,
    CALL,
    PUSH,
    SLACK,
    /** What a source of alerts is told back. */
    SOURCE
}
