package org.larum.domain.shared;

import java.time.Instant;

/** The one source of time; stories wind it by hand. */
public interface Time {

    Instant now();
}
