package org.larum.notifiers.email;

import java.util.Optional;
import org.larum.domain.notification.NotificationId;

/** Where a mail is answered. */
public interface ReplyAddresses {

    ReplyAddresses NONE = notification -> Optional.empty();

    /** An address for this message to one person alone; empty when nobody reads answers. */
    Optional<String> of(NotificationId notification);
}
