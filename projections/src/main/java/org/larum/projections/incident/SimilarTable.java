package org.larum.projections.incident;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Actor;
import org.larum.projections.incident.SimilarQuery.Similar;
import org.larum.projections.incident.SimilarView.Ended;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for incidents that are like one: the nearest by title, the newest of the same service and of the same root. However many
 * there are, a few dozen of each are compared.
 */
public final class SimilarTable {

    private static final int EACH = 40;

    private final JdbcClient jdbc;
    private final Json json;

    public SimilarTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Asked(
            String title, UUID service, @Nullable UUID root) {}

    List<SimilarView> find(Similar q, Names names) {
        return asked(q).map(asked -> compared(q, asked, names)).orElse(List.of());
    }

    private Optional<Asked> asked(Similar q) {
        return jdbc.sql("select v.title, v.service, r.root from incident_views v"
                        + " left join incident_roots r on r.incident = v.id where v.id = :id and " + VISIBLE)
                .param("id", q.incident())
                .param("integration", q.scope().integration())
                .query((row, n) -> new Asked(
                        row.getString("title"),
                        row.getObject("service", UUID.class),
                        row.getObject("root", UUID.class)))
                .optional();
    }

    private static final String VISIBLE = """
            (:integration::uuid is null or exists (
              select 1 from alert_views s where s.incident = v.id and s.integration = :integration))""";

    /** The title is a parameter and no column, or the index could not be read from the nearest on. */
    private static final String CANDIDATES = """
            (select id from incident_views order by title <-> :title limit :each)
            union (select id from incident_views where service = :service order by opened_index desc limit :each)
            union (select incident from incident_roots where root = :root order by position desc limit :each)""";

    /** What some of the newest alerts of both have. */
    private static final String LABELS = """
            array(select distinct l.key || '=' || l.value
              from (select labels from alert_views where incident = v.id order by raised_index desc limit 5) a
              cross join lateral jsonb_each_text(a.labels) l
              where exists (select 1 from (
                select labels from alert_views where incident = :id order by raised_index desc limit 5) m
                where m.labels ->> l.key = l.value)
              order by 1 limit 3)""";

    private List<SimilarView> compared(Similar q, Asked asked, Names names) {
        return jdbc.sql("select v.*, similarity(v.title, :title) as alike, v.service = :service as same_service,"
                        + " r.root is not null and r.root = :root as same_root, " + LABELS
                        + " as shared from incident_views v left join incident_roots r on r.incident = v.id where v.id in ("
                        + CANDIDATES + ") and v.id <> :id and v.state <> 'merged' and " + VISIBLE)
                .param("id", q.incident())
                .param("title", asked.title())
                .param("service", asked.service())
                .param("root", asked.root())
                .param("each", EACH)
                .param("integration", q.scope().integration())
                .query((row, n) -> view(row, asked, names))
                .list();
    }

    private SimilarView view(ResultSet row, Asked asked, Names names) throws SQLException {
        var root = asked.root();
        var likeness = new Likeness(
                row.getDouble("alike"),
                row.getBoolean("same_service"),
                root != null && row.getBoolean("same_root")
                        ? names.service(root).name()
                        : null,
                texts(row.getArray("shared")));
        var ended = ended(row, names);
        return new SimilarView(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                row.getString("state"),
                names.service(row.getObject("service", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                likeness.score(),
                likeness.because(),
                ended == null && likeness.score() >= Likeness.MAY_BE_ONE,
                ended);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private @Nullable Ended ended(ResultSet row, Names names) throws SQLException {
        var at = row.getObject("resolved_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        var opened = row.getObject("opened_at", OffsetDateTime.class);
        return new Ended(
                at.toInstant(),
                ActorView.ofNullable(json.read(row.getString("resolved_by"), Actor.class), names),
                Math.max(0, Duration.between(opened, at).toSeconds()),
                null);
    }
}
