package org.larum.app.intake;

import java.util.Optional;

/** Knows who a presented key belongs to; in memory, so it may be asked on the event loop. */
public interface Senders {

    /** Empty for a key that is unknown or no longer in use. */
    Optional<Sender> byKey(String presented);
}
