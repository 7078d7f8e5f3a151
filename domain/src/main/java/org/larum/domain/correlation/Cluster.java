package org.larum.domain.correlation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;

/** The alerts of one incident, as the group that gathers them knows them. */
final class Cluster {

    private static final Duration YOUNG = Duration.ofMinutes(1);

    final IncidentId incident;

    private final Set<AlertId> members = new HashSet<>();

    /** In the order in which their first alerts came. */
    private final Map<ServiceId, Reach> services = new LinkedHashMap<>();

    private final Instant began;
    private Instant until;
    private boolean isOpen = true;
    private @Nullable ServiceId root;

    Cluster(IncidentId incident, Instant began, Instant until) {
        this.incident = incident;
        this.began = began;
        this.until = until;
    }

    boolean has(AlertId alert) {
        return members.contains(alert);
    }

    boolean takes(Instant at) {
        return isOpen && !at.isAfter(until);
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Consequences of one cause begin within a minute or so of each other, as their monitors look at them. */
    boolean isYoung(Instant at) {
        return takes(at) && !at.isAfter(began.plus(YOUNG));
    }

    /** What the service and one of the cluster's both need. */
    Optional<ServiceId> commonNeed(Reach reach) {
        return services.values().stream()
                .map(reach::commonNeed)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** One that comes late joins, but does not shorten the window. */
    Instant later(Instant end) {
        return end.isAfter(until) ? end : until;
    }

    void take(List<AlertId> alerts, List<Reach> reaches, Instant end) {
        members.addAll(alerts);
        reaches.forEach(reach -> services.putIfAbsent(reach.service(), reach));
        until = later(end);
    }

    /** The other one's alerts are its own from now on. */
    void unite(Cluster other) {
        members.addAll(other.members);
        other.services.forEach(services::putIfAbsent);
        until = later(other.until);
        other.isOpen = false;
    }

    void close() {
        isOpen = false;
    }

    /** Without a reach everything of the group belongs together. */
    boolean isRelatedTo(@Nullable Reach reach) {
        return reach == null
                || services.containsKey(reach.service())
                || services.values().stream().anyMatch(reach::isRelatedTo);
    }

    boolean knows(ServiceId service) {
        return services.containsKey(service);
    }

    /** The root that the services have now, when it is another than the one that was told of last. */
    @Nullable
    ServiceId newRoot() {
        var found = LikelyRoot.of(List.copyOf(services.values()));
        return found == null || found.equals(root) ? null : found;
    }

    List<ServiceId> victims(ServiceId root) {
        return services.values().stream()
                .filter(one -> one.needs().contains(root))
                .map(Reach::service)
                .toList();
    }

    void suspect(ServiceId service) {
        root = service;
    }

    /** Axon's fixtures compare what was decided on with what its events make of it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cluster cluster && state().equals(cluster.state());
    }

    @Override
    public int hashCode() {
        return state().hashCode();
    }

    private List<Object> state() {
        return List.of(incident, members, services, began, until, isOpen, Optional.ofNullable(root));
    }
}
