package org.larum.app.api.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.larum.app.api.catalogue.ServiceView.Neighbour;
import org.larum.app.api.catalogue.ServiceView.Neighbours;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Severity;
import org.larum.projections.incident.HealthAnswers;
import org.larum.projections.incident.HealthQuery.Health;
import org.larum.projections.incident.HealthView;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Scope;

/** Answers what stands around services, and how it is: what they need and what needs them, the worst first. Blocking. */
public final class Surroundings {

    private static final int MOST = 100;

    private final RuleBook rules;
    private final Names names;
    private final HealthAnswers healths;

    public Surroundings(RuleBook rules, Names names, HealthAnswers healths) {
        this.rules = rules;
        this.names = names;
        this.healths = healths;
    }

    /** What the services need, and they are not among it. */
    public Neighbours needs(Set<ServiceId> of, Scope scope) {
        var graph = rules.now().services();
        return neighbours(of, graph::needs, graph::below, scope);
    }

    /** What needs the services, and they are not among it. */
    public Neighbours neededBy(Set<ServiceId> of, Scope scope) {
        var graph = rules.now().services();
        return neighbours(of, graph::neededBy, graph::above, scope);
    }

    private Neighbours neighbours(
            Set<ServiceId> of,
            Function<ServiceId, List<ServiceId>> direct,
            Function<ServiceId, Set<ServiceId>> all,
            Scope scope) {
        var next = of.stream().flatMap(one -> direct.apply(one).stream()).collect(Collectors.toSet());
        var found = of.stream()
                .flatMap(one -> all.apply(one).stream())
                .filter(one -> !of.contains(one))
                .collect(Collectors.toSet());
        if (found.isEmpty()) {
            return new Neighbours(0, List.of());
        }
        var health =
                healths.answer(new Health(found.stream().map(ServiceId::value).collect(Collectors.toSet()), scope));
        var directory = rules.now();
        var items = found.stream()
                .flatMap(id -> directory.service(id).stream())
                .map(service -> new Neighbour(
                        names.service(service.id().value()),
                        service.criticality(),
                        next.contains(service.id()),
                        health.getOrDefault(service.id().value(), HealthView.WELL)))
                .sorted(Comparator.comparingInt((Neighbour one) -> mark(one.health()))
                        .thenComparing(one -> !one.direct())
                        .thenComparing(one -> one.service().word()))
                .toList();
        return new Neighbours(items.size(), items.stream().limit(MOST).toList());
    }

    /** Worst first, and what is well last. */
    static int mark(HealthView health) {
        var worst = health.worst();
        return worst == null
                ? Integer.MAX_VALUE
                : Severity.valueOf(worst.toUpperCase(Locale.ROOT)).mark();
    }
}
