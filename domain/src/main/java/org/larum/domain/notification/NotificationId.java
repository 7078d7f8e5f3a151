package org.larum.domain.notification;

import java.util.UUID;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names the intent to tell: version 5 of everything that makes it this one and no other. */
public record NotificationId(UUID value) implements Identifier {

    /** @param parts incident, run, round, step, recipient, way, repetition and kind, in this order */
    public static NotificationId of(Object... parts) {
        return new NotificationId(Ids.of("notification", parts));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
