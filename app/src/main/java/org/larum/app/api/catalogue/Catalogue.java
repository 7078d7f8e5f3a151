package org.larum.app.api.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.WordCursor;
import org.larum.app.api.catalogue.CatalogueView.CriticalityFacet;
import org.larum.app.api.catalogue.CatalogueView.Facets;
import org.larum.app.api.catalogue.CatalogueView.TeamFacet;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.directory.ServiceGraph;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.shared.Refusal;
import org.larum.projections.change.ChangeAnswers;
import org.larum.projections.change.ChangeQuery.LastChanges;
import org.larum.projections.change.ChangeView;
import org.larum.projections.incident.HealthAnswers;
import org.larum.projections.incident.HealthQuery.Health;
import org.larum.projections.incident.HealthView;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Scope;

/** Answers what services there are and how they are. Blocking. */
public final class Catalogue {

    private static final String NOBODY = "-"; // no word begins with it

    private final RuleBook rules;
    private final Names names;
    private final HealthAnswers healths;
    private final ChangeAnswers changes;
    private final Surroundings surroundings;

    public Catalogue(
            RuleBook rules, Names names, HealthAnswers healths, ChangeAnswers changes, Surroundings surroundings) {
        this.rules = rules;
        this.names = names;
        this.healths = healths;
        this.changes = changes;
        this.surroundings = surroundings;
    }

    /** Words that must all be in it, and facets; a null team means all, {@code -} those that nobody owns. */
    record Wanted(List<String> words, @Nullable String team, Set<String> criticalities) {}

    CatalogueView list(Wanted wanted, Scope scope, Asked asked) {
        var found = services()
                .filter(service -> wanted.words().stream().allMatch(text(service)::contains))
                .toList();
        var chosen = found.stream()
                .filter(service -> isOf(service, wanted.team()))
                .filter(service -> wanted.criticalities().isEmpty()
                        || wanted.criticalities().contains(service.criticality()))
                .toList();
        var after = WordCursor.read(asked.after());
        var rest = chosen.stream()
                .filter(service -> service.word().compareTo(after) > 0)
                .limit(asked.limit() + 1L)
                .toList();
        var page = rest.stream().limit(asked.limit()).toList();
        var next = rest.size() > page.size() ? WordCursor.write(page.getLast().word()) : null;
        return new CatalogueView(lines(page, scope), next, chosen.size(), facets(found));
    }

    /** All that are in use, by word. */
    Stream<Service> services() {
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Service.class::isInstance)
                .map(Service.class::cast);
    }

    private String text(Service service) {
        var process = service.value().process();
        var team = service.team();
        return String.join(
                        "\n",
                        service.word(),
                        service.name(),
                        process == null ? "" : process,
                        team == null ? "" : names.team(team.value()).name())
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isOf(Service service, @Nullable String team) {
        if (team == null) {
            return true;
        }
        var owner = service.team();
        return team.equals(NOBODY) ? owner == null : TeamId.of(team).equals(owner);
    }

    private Facets facets(List<Service> found) {
        var teams = found.stream()
                .filter(service -> service.team() != null)
                .collect(Collectors.groupingBy(Service::team, Collectors.counting()));
        var owned = teams.entrySet().stream()
                .map(entry -> new TeamFacet(
                        names.team(entry.getKey().value()), entry.getValue().intValue()))
                .sorted(Comparator.comparing(
                        facet -> facet.team() == null ? "" : facet.team().name()));
        int without =
                found.size() - teams.values().stream().mapToInt(Long::intValue).sum();
        var criticalities = found.stream().collect(Collectors.groupingBy(Service::criticality, Collectors.counting()));
        return new Facets(
                Stream.concat(owned, without == 0 ? Stream.of() : Stream.of(new TeamFacet(null, without)))
                        .toList(),
                criticalities.entrySet().stream()
                        .map(entry -> new CriticalityFacet(
                                entry.getKey(), entry.getValue().intValue()))
                        .sorted(Comparator.comparing(CriticalityFacet::criticality))
                        .toList());
    }

    private List<ServiceLine> lines(List<Service> page, Scope scope) {
        var ids = page.stream().map(service -> service.id().value()).collect(Collectors.toSet());
        var health = ids.isEmpty() ? Map.<UUID, HealthView>of() : healths.answer(new Health(ids, scope));
        var last = ids.isEmpty()
                ? Map.<UUID, ChangeView>of()
                : changes.answer(new LastChanges(ids, scope)).stream()
                        .collect(Collectors.toMap(change -> change.service().id(), Function.identity()));
        var graph = rules.now().services();
        return page.stream()
                .map(service -> line(
                        service,
                        graph,
                        health.getOrDefault(service.id().value(), HealthView.WELL),
                        last.get(service.id().value())))
                .toList();
    }

    private ServiceLine line(Service service, ServiceGraph graph, HealthView health, @Nullable ChangeView last) {
        var worth = service.value();
        var team = service.team();
        var links = worth.links();
        return new ServiceLine(
                service.id().value(),
                service.word(),
                service.name(),
                team == null ? null : names.team(team.value()),
                service.criticality(),
                worth.tier(),
                worth.users(),
                worth.revenuePerMinute(),
                worth.process(),
                service.runbook(),
                links == null ? List.of() : links,
                graph.needs(service.id()).size(),
                graph.neededBy(service.id()).size(),
                health,
                last);
    }

    /** By word or id, of what is in use. */
    Service find(String word) {
        var id = Asking.service(word);
        return rules.now()
                .service(new ServiceId(id == null ? new UUID(0, 0) : id))
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_service",
                        "There is no service \"" + word + "\" in use. The list is at /api/services."));
    }

    ServiceView one(String word, Scope scope) {
        var service = find(word);
        return new ServiceView(
                lines(List.of(service), scope).getFirst(),
                surroundings.needs(Set.of(service.id()), scope),
                surroundings.neededBy(Set.of(service.id()), scope));
    }
}
