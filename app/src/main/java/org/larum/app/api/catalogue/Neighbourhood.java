package org.larum.app.api.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.larum.domain.directory.ServiceGraph;
import org.larum.domain.directory.ServiceId;

/**
 * The services around one: what it needs and what needs it, step by step, the nearest first and never more than so many. Not what
 * else needs what it needs: a database would bring the whole house.
 */
record Neighbourhood(Set<ServiceId> services, boolean whole) {

    static Neighbourhood of(ServiceGraph graph, ServiceId around, int depth, int most) {
        var found = new LinkedHashSet<>(Set.of(around));
        List<ServiceId> below = List.of(around);
        List<ServiceId> above = List.of(around);
        boolean isWhole = true;
        for (int step = 0; step < depth && isWhole; step++) {
            below = next(below, graph::needs, found, most);
            above = next(above, graph::neededBy, found, most);
            isWhole = found.size() < most;
        }
        return new Neighbourhood(found, isWhole);
    }

    private static List<ServiceId> next(
            List<ServiceId> from, Function<ServiceId, List<ServiceId>> arrows, Set<ServiceId> found, int most) {
        var fresh = new ArrayList<ServiceId>();
        for (var one : from) {
            for (var other : arrows.apply(one)) {
                if (found.size() < most && found.add(other)) {
                    fresh.add(other);
                }
            }
        }
        return fresh;
    }
}
