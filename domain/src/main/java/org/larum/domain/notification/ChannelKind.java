package org.larum.domain.notification;

/** The ways a recipient can be told. */
public enum ChannelKind {
    EMAIL,
    WEBHOOK
}
