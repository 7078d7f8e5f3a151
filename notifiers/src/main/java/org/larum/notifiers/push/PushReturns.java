package org.larum.notifiers.push;

import java.net.URI;
import java.util.UUID;
import org.larum.domain.notification.NotificationId;

/** What comes back of a push, beside the answer to the call. */
public interface PushReturns {

    /** Where the device says that it has shown a message, and that it was opened: for this message alone. */
    URI receipt(NotificationId message);

    /** Its push service says that there is no such device any more. */
    void gone(UUID device);
}
