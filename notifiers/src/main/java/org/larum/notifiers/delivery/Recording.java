package org.larum.notifiers.delivery;

import org.larum.domain.notification.NotificationCommand;

/** Sends a command in a unit of work of its own, and answers when it is committed. */
public interface Recording {

    void record(NotificationCommand command);
}
