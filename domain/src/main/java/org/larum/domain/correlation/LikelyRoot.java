package org.larum.domain.correlation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;

/**
 * The service whose fault explains most of the others: one that needs none of those that are broken, and that most of them need.
 * Who was first says little: what depends on a broken database often complains before the database does.
 */
final class LikelyRoot {

    private LikelyRoot() {}

    /** @param broken the services that have alerts, in the order in which their first ones came; null while there is only one */
    static @Nullable ServiceId of(List<Reach> broken) {
        if (broken.size() < 2) {
            return null;
        }
        Map<ServiceId, Long> victims = broken.stream()
                .filter(one -> broken.stream().noneMatch(other -> one.needs().contains(other.service())))
                .collect(Collectors.toMap(Reach::service, one -> victims(one, broken)));
        return broken.stream()
                .map(Reach::service)
                .filter(victims::containsKey)
                // Sorting keeps the order: of equals the first one that came.
                .sorted(Comparator.comparingLong((ServiceId service) -> -victims.getOrDefault(service, 0L)))
                .filter(service -> victims.getOrDefault(service, 0L) > 0)
                .findFirst()
                .orElse(null);
    }

    private static long victims(Reach one, List<Reach> broken) {
        return broken.stream()
                .filter(other -> other.needs().contains(one.service()))
                .count();
    }
}
