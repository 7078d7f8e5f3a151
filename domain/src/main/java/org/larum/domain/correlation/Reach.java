package org.larum.domain.correlation;

import java.util.Set;
import org.larum.domain.directory.ServiceId;

/** A service and everything it needs, directly or through others, when its first alert came. */
public record Reach(ServiceId service, Set<ServiceId> needs) {

    /** One of the two needs the other: a fault of one may be the cause of the other's. */
    boolean isRelatedTo(Reach other) {
        return service.equals(other.service) || needs.contains(other.service) || other.needs.contains(service);
    }
}
