package org.larum.projections.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.incident.FacetTable.Rated;
import org.larum.projections.incident.Facets.Cell;
import org.larum.projections.incident.IncidentQuery.Choices;
import org.larum.projections.incident.IncidentQuery.Incidents;
import org.larum.projections.incident.IncidentQuery.Matching;
import org.larum.projections.incident.IncidentQuery.Numbered;
import org.larum.projections.incident.IncidentQuery.OneIncident;
import org.larum.projections.incident.IncidentView.Match;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;

/** Answers questions about incidents. */
public final class IncidentAnswers {

    private final IncidentTable table;
    private final Names names;
    private final Ratings ratings;

    public IncidentAnswers(IncidentTable table, Names names, Ratings ratings) {
        this.table = table;
        this.names = names;
        this.ratings = ratings;
    }

    public Page<IncidentView> answer(Incidents query) {
        return Page.of(table.find(query, only(query.filter()), names, ratings), query.asked());
    }

    private @Nullable Set<UUID> only(IncidentFilter filter) {
        return filter.priorities().isEmpty() ? null : table.facets().ofPriority(filter, ratings);
    }

    public List<Match> answer(Matching query) {
        var only = only(query.filter());
        if (only != null && query.ids() != null) {
            only.retainAll(query.ids());
        }
        return table.find(query, only == null ? query.ids() : only);
    }

    /** Whoever may see one integration's alerts alone is told no priorities, as in the list. */
    public FacetsView answer(Choices query) {
        var facets = table.facets();
        var rated = query.scope().integration() == null
                ? facets.rated(query.person(), ratings).stream()
                        .map(Rated::cell)
                        .toList()
                : List.<Cell>of();
        var person = query.person();
        var mine = person == null ? List.<Cell>of() : facets.mine(person, query.scope());
        var cells = query.filter().mine() == null ? facets.cells(query.scope()) : mine;
        return new Facets(query.filter(), cells, mine, rated).view(names);
    }

    public Optional<IncidentView> answer(Numbered query) {
        return table.find(query, names, ratings);
    }

    public Optional<IncidentView> answer(OneIncident query) {
        return table.find(query.incident(), query.scope(), names, ratings);
    }
}
