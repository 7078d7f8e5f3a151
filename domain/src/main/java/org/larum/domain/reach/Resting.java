package org.larum.domain.reach;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.Severity;

/** Who is left alone now, and of what they are to be told when that ends. */
public interface Resting {

    List<Rest> of(PersonId person);

    /** {@code severity}: for which they were asked; {@code from}: when the step asks them, be they left alone or not. */
    record Rest(ReachId reach, @Nullable Severity severity, Instant from) {}
}
