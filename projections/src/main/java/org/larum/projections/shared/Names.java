package org.larum.projections.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What things are called now; also what is retired, and erased people as such. In memory. */
public interface Names {

    Named service(UUID id);

    /** Where the service's runbook is; null when it has none. */
    @Nullable
    String runbook(UUID service);

    Named team(UUID id);

    Named person(UUID id);

    Named integration(UUID id);

    Named channel(UUID id);
}
