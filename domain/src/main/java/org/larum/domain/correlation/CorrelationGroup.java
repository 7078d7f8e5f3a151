package org.larum.domain.correlation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.correlation.CorrelationCommand.Arrival;
import org.larum.domain.correlation.CorrelationCommand.CloseGroup;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAgain;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlerts;
import org.larum.domain.correlation.CorrelationEvent.AlertCorrelated;
import org.larum.domain.correlation.CorrelationEvent.Beside;
import org.larum.domain.correlation.CorrelationEvent.ClustersConnected;
import org.larum.domain.correlation.CorrelationEvent.GroupClosed;
import org.larum.domain.correlation.CorrelationEvent.RootSuspected;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentEvent.Joining;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Place;

/**
 * Alerts that may have to do with each other. Those of related services that follow within a sliding window are one cluster, and
 * each cluster is one incident; an alert that stands between two clusters shows that they are one.
 */
public final class CorrelationGroup {

    /** Ended clusters that are remembered: an event that is read again after a crash must not join its alert a second time. */
    private static final int REMEMBERED = 2;

    @AggregateIdentifier
    private @Nullable GroupId id;

    private int cycle;
    private final TreeMap<Integer, Cluster> clusters = new TreeMap<>();

    CorrelationGroup() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(CorrelateAlerts c) {
        var run = new Run(c.group(), c.window());
        var seen = new HashSet<AlertId>();
        for (var arrival : c.arrivals()) {
            var alert = arrival.alert().alert();
            if (seen.add(alert) && clusters.values().stream().noneMatch(cluster -> cluster.has(alert))) {
                run.take(arrival);
            }
        }
        run.end();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(CorrelateAgain c) {
        if (clusters.values().stream().anyMatch(one -> one.isOpen() && one.incident.equals(c.over()))) {
            apply(new GroupClosed(c.group(), c.over()));
        }
        var run = new Run(c.group(), c.window());
        for (var arrival : c.arrivals()) {
            // Whoever is a member of what came after it was sent here before.
            var alert = arrival.alert().alert();
            if (clusters.values().stream().noneMatch(one -> one.isOpen() && one.has(alert))) {
                run.take(arrival);
            }
        }
        run.end();
    }

    @CommandHandler
    public void decide(CloseGroup c) {
        if (id != null
                && clusters.values().stream().anyMatch(one -> one.isOpen() && one.incident.equals(c.incident()))) {
            apply(new GroupClosed(id, c.incident()));
        }
    }

    /** Alerts that go to the same cluster one after another: one event. */
    private final class Run {

        private final GroupId group;
        private final Duration window;
        private final List<Joining> together = new ArrayList<>();
        private final Map<ServiceId, Reach> fresh = new LinkedHashMap<>();

        /** Where they go; null when they begin a new one. */
        private @Nullable Integer target;

        private Instant first = Instant.MIN;
        private Instant last = Instant.MIN;

        Run(GroupId group, Duration window) {
            this.group = group;
            this.window = window;
        }

        void take(Arrival arrival) {
            if (!together.isEmpty() && !goesOn(arrival)) {
                end();
            }
            if (together.isEmpty()) {
                begin(arrival);
            }
            together.add(arrival.alert());
            last = arrival.at().isAfter(last) ? arrival.at() : last;
            var reach = arrival.reach();
            if (reach != null && (target == null || !cluster(target).knows(reach.service()))) {
                fresh.putIfAbsent(reach.service(), reach);
            }
        }

        private boolean goesOn(Arrival next) {
            if (next.at().isAfter(last.plus(window))) {
                return false;
            }
            // The window of its own cluster slides with what is taken here.
            boolean isOthers = related(next).stream().anyMatch(one -> !one.equals(target));
            return !isOthers && (isRelatedToFresh(next) || isRelatedToTarget(next));
        }

        private boolean isRelatedToTarget(Arrival next) {
            return target != null && cluster(target).isRelatedTo(next.reach());
        }

        private boolean isRelatedToFresh(Arrival next) {
            var reach = next.reach();
            return reach == null || fresh.values().stream().anyMatch(reach::isRelatedTo);
        }

        private void begin(Arrival arrival) {
            first = arrival.at();
            last = Instant.MIN;
            var found = related(arrival);
            target = found.isEmpty() ? echoed(arrival) : found.getFirst();
            if (found.size() > 1) {
                connect(arrival, found);
            }
        }

        /** The newest that is open for the service of an echo, though its window is over. */
        private @Nullable Integer echoed(Arrival arrival) {
            if (!arrival.isEcho()) {
                return null;
            }
            var service = arrival.alert().place().service();
            return clusters.entrySet().stream()
                    .filter(one -> one.getValue().isOpen() && one.getValue().knows(service))
                    .map(Map.Entry::getKey)
                    .max(Integer::compare)
                    .orElse(null);
        }

        private void connect(Arrival arrival, List<Integer> found) {
            var into = cluster(found.getFirst()).incident;
            var others =
                    found.stream().skip(1).map(one -> cluster(one).incident).toList();
            apply(new ClustersConnected(
                    group, into, others, arrival.alert().place().service(), arrival.at()));
        }

        void end() {
            if (together.isEmpty()) {
                return;
            }
            var reaches = List.copyOf(fresh.values());
            var end = last.plus(window);
            int number = target == null ? cycle + 1 : target;
            if (target != null) {
                var cluster = cluster(target);
                apply(new AlertCorrelated(
                        group,
                        target,
                        cluster.incident,
                        List.copyOf(together),
                        false,
                        cluster.later(end),
                        last,
                        reaches,
                        null));
            } else {
                var next = IncidentId.of(group.value(), cycle + 1);
                apply(new AlertCorrelated(
                        group, number, next, List.copyOf(together), true, end, last, reaches, beside(reaches)));
            }
            if (!fresh.isEmpty()) {
                suspect(number);
            }
            together.clear();
            fresh.clear();
        }

        /** A young incident whose cause may be that of the new one too. */
        private @Nullable Beside beside(List<Reach> reaches) {
            return clusters.values().stream()
                    .filter(one -> one.isYoung(first))
                    .flatMap(one -> reaches.stream()
                            .map(one::commonNeed)
                            .flatMap(Optional::stream)
                            .map(need -> new Beside(one.incident, need)))
                    .findFirst()
                    .orElse(null);
        }

        private void suspect(int number) {
            var cluster = cluster(number);
            var root = cluster.newRoot();
            if (root != null) {
                var place = together.stream()
                        .map(Joining::place)
                        .filter(one -> one.service().equals(root))
                        .findFirst()
                        .orElse(new Place(root, null, null));
                apply(new RootSuspected(group, cluster.incident, place, cluster.victims(root), last));
            }
        }
    }

    private Cluster cluster(int number) {
        return Objects.requireNonNull(clusters.get(number));
    }

    /** The clusters that the alert belongs to, oldest first. */
    private List<Integer> related(Arrival arrival) {
        return clusters.entrySet().stream()
                .filter(one ->
                        one.getValue().takes(arrival.at()) && one.getValue().isRelatedTo(arrival.reach()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @EventSourcingHandler
    void evolve(AlertCorrelated e) {
        id = e.group();
        cycle = Math.max(cycle, e.cycle());
        if (e.first()) {
            forget();
        }
        clusters.computeIfAbsent(e.cycle(), none -> new Cluster(e.incident(), e.at(), e.until()))
                .take(e.joining().stream().map(Joining::alert).toList(), e.reached(), e.until());
    }

    private void forget() {
        var over = new ArrayList<Integer>();
        clusters.forEach((number, cluster) -> {
            if (!cluster.isOpen()) {
                over.add(number);
            }
        });
        over.stream().limit(Math.max(0, over.size() - REMEMBERED)).forEach(clusters::remove);
    }

    @EventSourcingHandler
    void evolve(ClustersConnected e) {
        of(e.into()).ifPresent(into -> e.others().forEach(other -> of(other).ifPresent(into::unite)));
    }

    private Optional<Cluster> of(IncidentId incident) {
        return clusters.values().stream()
                .filter(one -> one.incident.equals(incident))
                .findFirst();
    }

    @EventSourcingHandler
    void evolve(RootSuspected e) {
        of(e.incident()).ifPresent(cluster -> cluster.suspect(e.root().service()));
    }

    @EventSourcingHandler
    void evolve(GroupClosed e) {
        clusters.values().stream()
                .filter(one -> one.incident.equals(e.incident()))
                .forEach(Cluster::close);
    }
}
