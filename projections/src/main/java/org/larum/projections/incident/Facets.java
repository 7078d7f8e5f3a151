package org.larum.projections.incident;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Severity;
import org.larum.projections.incident.FacetsView.FacetCount;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;

/** Adds up the choices of each facet from cells: so many incidents that are the same in all that can be filtered by. */
final class Facets {

    /** So many fit on a screen; a service that is rarer is found by its name. */
    private static final int MOST = 50;

    /** {@code priority} is null where it was not worked out. */
    record Cell(
            String state,
            int severity,
            UUID service,
            @Nullable UUID team,
            boolean major,
            boolean mine,
            @Nullable String priority,
            int count) {}

    private final IncidentFilter filter;
    private final List<Cell> cells;
    private final List<Cell> own;
    private final List<Cell> rated;

    /**
     * @param own those of whoever asks
     * @param rated those that are open, each with its priority
     */
    Facets(IncidentFilter filter, List<Cell> cells, List<Cell> own, List<Cell> rated) {
        this.filter = filter;
        // Whoever asks for a priority asks for what is open: the rest has none.
        boolean isAny = filter.priorities().isEmpty();
        this.cells = isAny ? cells : rated;
        this.own = isAny ? own : rated;
        this.rated = rated;
    }

    FacetsView view(Names names) {
        Predicate<Cell> state = cell -> isIn(filter.states(), cell.state());
        Predicate<Cell> severity = cell -> isIn(filter.severities(), cell.severity());
        Predicate<Cell> service = cell -> isIn(filter.services(), cell.service());
        Predicate<Cell> team =
                cell -> filter.teams().isEmpty() || filter.teams().contains(cell.team());
        Predicate<Cell> priority = cell -> isIn(filter.priorities(), cell.priority());
        Predicate<Cell> major = cell -> !filter.major() || cell.major();
        Predicate<Cell> mine = cell -> filter.mine() == null || cell.mine();
        var flags = major.and(mine).and(priority);
        return new FacetsView(
                words(count(cells, severity.and(service).and(team).and(flags), Cell::state)),
                severities(count(cells, state.and(service).and(team).and(flags), Cell::severity)),
                words(count(
                        rated,
                        state.and(severity).and(service).and(team).and(major).and(mine),
                        Cell::priority)),
                named(
                        count(cells, state.and(severity).and(team).and(flags), Cell::service),
                        filter.services(),
                        names::service),
                named(
                        count(cells, state.and(severity).and(service).and(flags), Cell::team),
                        filter.teams(),
                        names::team),
                sum(
                        cells,
                        state.and(severity)
                                .and(service)
                                .and(team)
                                .and(mine)
                                .and(priority)
                                .and(Cell::major)),
                sum(
                        own,
                        state.and(severity)
                                .and(service)
                                .and(team)
                                .and(major)
                                .and(priority)
                                .and(Cell::mine)));
    }

    private static <T> boolean isIn(Set<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    private static <T> Map<T, Integer> count(
            List<Cell> cells, Predicate<Cell> wanted, Function<Cell, @Nullable T> facet) {
        var counts = new HashMap<T, Integer>();
        for (var cell : cells) {
            var value = facet.apply(cell);
            if (value != null && wanted.test(cell)) {
                counts.merge(value, cell.count(), Integer::sum);
            }
        }
        return counts;
    }

    private static int sum(List<Cell> cells, Predicate<Cell> wanted) {
        return cells.stream().filter(wanted).mapToInt(Cell::count).sum();
    }

    private static List<FacetCount> words(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new FacetCount(entry.getKey(), entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<FacetCount> severities(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> {
                    var word = Severity.of(entry.getKey()).name().toLowerCase(Locale.ROOT);
                    return new FacetCount(word, word, entry.getValue());
                })
                .toList();
    }

    /** The most frequent first; what is chosen is always among them, also when nothing of it is left. */
    private static List<FacetCount> named(Map<UUID, Integer> counts, Set<UUID> chosen, Function<UUID, Named> name) {
        var most = counts.entrySet().stream()
                .sorted(Map.Entry.<UUID, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
        return Stream.concat(most.stream(), chosen.stream())
                .distinct()
                .map(id -> {
                    var found = name.apply(id);
                    return new FacetCount(found.word(), found.name(), counts.getOrDefault(id, 0));
                })
                .toList();
    }
}
