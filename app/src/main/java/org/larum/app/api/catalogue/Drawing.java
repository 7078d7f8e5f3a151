package org.larum.app.api.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.catalogue.GraphView.Edge;
import org.larum.app.api.catalogue.GraphView.Node;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.directory.ServiceId;
import org.larum.projections.incident.HealthAnswers;
import org.larum.projections.incident.HealthQuery.Health;
import org.larum.projections.incident.HealthView;
import org.larum.projections.shared.Scope;

/** Answers with services and what they need, to be drawn. Blocking. */
public final class Drawing {

    /** More than these nobody can look at. */
    private static final int MOST_NODES = 300;

    private final RuleBook rules;
    private final Catalogue catalogue;
    private final HealthAnswers healths;

    public Drawing(RuleBook rules, Catalogue catalogue, HealthAnswers healths) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.healths = healths;
    }

    /** All there is while somebody can look at it; else what is around one service: the worst of all when none was named. */
    GraphView graph(@Nullable String around, int depth, Scope scope) {
        var all = catalogue.services().toList();
        if (around != null) {
            return graph(catalogue.find(around).id(), depth, all.size(), scope);
        }
        if (all.size() > MOST_NODES) {
            return graph(worst(all, scope), depth, all.size(), scope);
        }
        var ids = all.stream().map(Service::id).collect(Collectors.toSet());
        return drawn(null, all.size(), new Neighbourhood(ids, true), scope);
    }

    private ServiceId worst(List<Service> all, Scope scope) {
        var health = healths.answer(new Health(null, scope));
        return all.stream()
                .min(Comparator.comparingInt((Service service) -> Surroundings.mark(
                                health.getOrDefault(service.id().value(), HealthView.WELL)))
                        .thenComparing(Service::word))
                .map(Service::id)
                .orElseThrow();
    }

    private GraphView graph(ServiceId around, int depth, int total, Scope scope) {
        var near = Neighbourhood.of(rules.now().services(), around, depth, MOST_NODES);
        return drawn(around.value(), total, near, scope);
    }

    private GraphView drawn(@Nullable UUID around, int total, Neighbourhood near, Scope scope) {
        var graph = rules.now().services();
        var directory = rules.now();
        var health = near.services().isEmpty()
                ? Map.<UUID, HealthView>of()
                : healths.answer(new Health(
                        near.services().stream().map(ServiceId::value).collect(Collectors.toSet()), scope));
        var nodes = near.services().stream()
                .flatMap(id -> directory.service(id).stream())
                .sorted(Comparator.comparing(Definition::word))
                .map(service -> new Node(
                        service.id().value(),
                        service.word(),
                        service.name(),
                        service.criticality(),
                        health.getOrDefault(service.id().value(), HealthView.WELL)))
                .toList();
        var shown = nodes.stream().map(Node::id).collect(Collectors.toSet());
        var edges = nodes.stream()
                .flatMap(node -> graph.needs(new ServiceId(node.id())).stream()
                        .map(ServiceId::value)
                        .filter(shown::contains)
                        .map(needed -> new Edge(node.id(), needed)))
                .distinct()
                .toList();
        return new GraphView(around, total, near.whole(), nodes, edges);
    }
}
