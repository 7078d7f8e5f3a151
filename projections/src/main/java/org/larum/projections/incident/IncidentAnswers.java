package org.larum.projections.incident;

import java.util.List;
import java.util.Optional;
import org.larum.projections.incident.IncidentQuery.Incidents;
import org.larum.projections.incident.IncidentQuery.Matching;
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
        return Page.of(table.find(query, names, ratings), query.asked());
    }

    public List<Match> answer(Matching query) {
        return table.find(query);
    }

    public Optional<IncidentView> answer(OneIncident query) {
        return table.find(query.incident(), query.scope(), names, ratings);
    }
}
