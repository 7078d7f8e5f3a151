package org.larum.domain.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which service needs which. A fault spreads against the arrows: what needs a broken service breaks with it. */
public final class ServiceGraph {

    public static final ServiceGraph EMPTY = new ServiceGraph(Map.of());

    private final Map<ServiceId, List<ServiceId>> needs;
    private final Map<ServiceId, List<ServiceId>> needed = new HashMap<>();
    private final Map<ServiceId, Set<ServiceId>> below = new ConcurrentHashMap<>();

    /** @param needs what each service needs directly; cycles are survived, not wanted */
    public ServiceGraph(Map<ServiceId, List<ServiceId>> needs) {
        this.needs = Map.copyOf(needs);
        needs.forEach((service, all) -> all.forEach(
                one -> needed.computeIfAbsent(one, none -> new ArrayList<>()).add(service)));
    }

    /** Everything the service needs, directly or through others; never itself. */
    public Set<ServiceId> below(ServiceId service) {
        return below.computeIfAbsent(service, one -> reach(one, needs));
    }

    /** Everything that needs the service, directly or through others; never itself. */
    public Set<ServiceId> above(ServiceId service) {
        return reach(service, needed);
    }

    /** What the service needs directly. */
    public List<ServiceId> needs(ServiceId service) {
        return needs.getOrDefault(service, List.of());
    }

    /** What needs the service directly. */
    public List<ServiceId> neededBy(ServiceId service) {
        return needed.getOrDefault(service, List.of());
    }

    /**
     * Stands for all services that are connected with this one, in whatever direction: the smallest of their ids. Faults of
     * services with different ones never have to do with each other.
     */
    public ServiceId island(ServiceId service) {
        var smallest = service;
        var seen = new HashSet<>(Set.of(service));
        var open = new ArrayDeque<>(Set.of(service));
        while (!open.isEmpty()) {
            var one = open.remove();
            smallest = one.value().compareTo(smallest.value()) < 0 ? one : smallest;
            add(needs(one), seen, open);
            add(neededBy(one), seen, open);
        }
        return smallest;
    }

    /** The services of one cycle, in its order; empty when there is none. */
    public List<ServiceId> cycle() {
        var left = new HashSet<>(needs.keySet());
        boolean isShrinking = true;
        while (isShrinking) {
            // Whoever needs nobody that is left is in no cycle.
            isShrinking = left.removeIf(service -> needs(service).stream().noneMatch(left::contains));
        }
        var path = new ArrayList<ServiceId>();
        var next = left.stream().min((a, b) -> a.value().compareTo(b.value()));
        while (next.isPresent() && !path.contains(next.get())) {
            path.add(next.get());
            next = needs(next.get()).stream().filter(left::contains).findFirst();
        }
        return next.isPresent() ? List.copyOf(path.subList(path.indexOf(next.get()), path.size())) : List.of();
    }

    private static Set<ServiceId> reach(ServiceId from, Map<ServiceId, List<ServiceId>> arrows) {
        var seen = new LinkedHashSet<ServiceId>();
        var open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            add(arrows.getOrDefault(open.remove(), List.of()), seen, open);
        }
        seen.remove(from);
        return Set.copyOf(seen);
    }

    private static void add(Collection<ServiceId> found, Set<ServiceId> seen, ArrayDeque<ServiceId> open) {
        for (var one : found) {
            if (seen.add(one)) {
                open.add(one);
            }
        }
    }
}
