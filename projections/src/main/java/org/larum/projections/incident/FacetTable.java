package org.larum.projections.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.Weighing.Past;
import org.larum.domain.shared.Severity;
import org.larum.projections.incident.Facets.Cell;
import org.larum.projections.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts incidents by what can be filtered by, and works out the priority of those that are open. */
final class FacetTable {

    /** More that are open at once are a storm, in which nobody chooses by priority. */
    private static final int MOST_RATED = 1000;

    /** Given to somebody, or else held by them; as the index knows it. */
    private static final String MINE = "coalesce(v.assignee::text, v.acknowledged_by ->> 'id') = :person::text";

    private final JdbcClient jdbc;
    private final String views;

    FacetTable(JdbcClient jdbc, String views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    /** The conditions of a filter, each only where it narrows, so that an index may serve them. */
    static String where(IncidentFilter filter) {
        var sql = new StringBuilder();
        and(sql, !filter.states().isEmpty(), "v.state = any(:states)");
        and(sql, !filter.services().isEmpty(), "v.service = any(:services)");
        and(sql, !filter.severities().isEmpty(), "v.severity = any(:severities)");
        and(sql, !filter.teams().isEmpty(), "v.team = any(:teams)");
        and(sql, filter.major(), "v.major_since is not null");
        and(sql, filter.mine() != null, MINE);
        return sql.toString();
    }

    private static void and(StringBuilder sql, boolean isAsked, String condition) {
        if (isAsked) {
            sql.append(" and ").append(condition);
        }
    }

    static Map<String, @Nullable Object> params(IncidentFilter filter) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("states", filter.states().toArray(String[]::new));
        params.put("services", filter.services().toArray(UUID[]::new));
        params.put("severities", filter.severities().toArray(Integer[]::new));
        params.put("teams", filter.teams().toArray(UUID[]::new));
        params.put("person", filter.mine());
        return params;
    }

    /** Everything there is, as so many of each kind: a few thousand rows however many incidents there are. */
    List<Cell> cells(Scope scope) {
        return cells("true", null, scope);
    }

    /** Those of one person alone. */
    List<Cell> mine(UUID person, Scope scope) {
        return cells(MINE, person, scope);
    }

    private List<Cell> cells(String which, @Nullable UUID person, Scope scope) {
        return jdbc.sql("select v.state, v.severity, v.service, v.team, v.major_since is not null as is_major, "
                        + (person != null) + " as is_mine, count(*)::int as incidents from " + views + " v where "
                        + which + (scope.integration() == null ? "" : " and " + IncidentTable.VISIBLE)
                        + " group by 1, 2, 3, 4, 5")
                .param("person", person)
                .param("integration", scope.integration())
                .query((row, n) -> cell(row, null, row.getInt("incidents")))
                .list();
    }

    private static Cell cell(ResultSet row, @Nullable String priority, int count) throws SQLException {
        return new Cell(
                row.getString("state"),
                row.getInt("severity"),
                row.getObject("service", UUID.class),
                row.getObject("team", UUID.class),
                row.getBoolean("is_major"),
                row.getBoolean("is_mine"),
                priority,
                count);
    }

    /** One that is open, and what it is counted as. */
    record Rated(UUID incident, Cell cell) {}

    /** The newest that are open. A priority is judged when it is read, so no row has it. */
    List<Rated> rated(@Nullable UUID person, Ratings ratings) {
        return jdbc.sql("select v.*, v.major_since is not null as is_major, coalesce(" + MINE
                        + ", false) as is_mine, past.*, (select count(distinct a.service) from ("
                        + "select service from alert_views where incident = v.id order by raised_index limit "
                        + IncidentTable.MOST_COUNTED + ") a) as seen_services from " + views + " v "
                        + IncidentTable.past(views)
                        + " where v.state in ('triggered', 'acknowledged', 'mitigated')"
                        + " order by v.opened_index desc limit :most")
                .param("person", person)
                .param("integration", null)
                .param("most", MOST_RATED)
                .query((row, n) -> new Rated(row.getObject("id", UUID.class), cell(row, priority(row, ratings), 1)))
                .list();
    }

    private static String priority(ResultSet row, Ratings ratings) throws SQLException {
        int past = row.getInt("past_count");
        return ratings.of(
                        row.getObject("service", UUID.class),
                        Severity.of(row.getInt("severity")),
                        past == 0 ? null : new Past(past, Duration.ofSeconds(row.getLong("past_median"))),
                        row.getInt("alerts_total"),
                        row.getInt("seen_services"),
                        row.getString("priority"))
                .counts();
    }

    /** Those that are open and matter as much as is asked for. */
    Set<UUID> ofPriority(IncidentFilter filter, Ratings ratings) {
        return rated(null, ratings).stream()
                .filter(one -> filter.priorities().contains(one.cell().priority()))
                .map(Rated::incident)
                .collect(Collectors.toSet());
    }
}
