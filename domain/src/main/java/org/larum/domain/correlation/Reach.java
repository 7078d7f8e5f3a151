package org.larum.domain.correlation;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.larum.domain.directory.ServiceId;

/** A service and everything it needs, directly or through others, when its first alert came. */
public record Reach(ServiceId service, Set<ServiceId> needs) {

    /** One of the two needs the other: a fault of one may be the cause of the other's. */
    boolean isRelatedTo(Reach other) {
        return service.equals(other.service) || needs.contains(other.service) || other.needs.contains(service);
    }

    /** What both need: a fault of it would be the cause of both. Of several any, but always the same. */
    Optional<ServiceId> commonNeed(Reach other) {
        return needs.stream().filter(other.needs::contains).min(Comparator.comparing(ServiceId::value));
    }
}
