package org.larum.app.watch;

import java.util.UUID;

/** Knows whether an incident is quiet for a reason. */
public interface HushCheck {

    /** Makes one that is quiet for no reason ask again, and remembers one that was forgotten. Whether there was anything to mend. */
    boolean mend(UUID incident);
}
