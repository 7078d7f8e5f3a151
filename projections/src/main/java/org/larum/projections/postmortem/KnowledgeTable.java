package org.larum.projections.postmortem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemPublished;
import org.larum.projections.postmortem.PostmortemQuery.Knowledge;
import org.larum.projections.postmortem.PostmortemQuery.KnownFor;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was learned, in the live schema or in the one of a rebuild. Words are looked for as they are written and by their English
 * stems, so that "restarted" finds "restart" and a German word or a host name is found as well.
 */
public final class KnowledgeTable {

    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final String knowledge;
    private final String views;
    private final String versions;

    public KnowledgeTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.knowledge = schema + ".postmortem_knowledge";
        this.views = schema + ".postmortem_views";
        this.versions = schema + ".postmortem_versions";
    }

    /** After the row of the review itself is written: what it is about stands there. */
    void keep(PostmortemPublished e, long index) {
        var words = e.outcome().solution() + "\n" + String.join(" ", e.outcome().labels());
        jdbc.sql("insert into " + knowledge + """
                         as known (postmortem, position, incident, number, service, title, solution, runbook, labels, published_at, search)
                        select v.postmortem, :index, v.incident, v.number, v.service, w.title, :solution, :runbook, :labels, :at,
                          setweight(to_tsvector('simple', w.title || ' ' || :words || ' INC-' || v.number), 'A')
                            || setweight(to_tsvector('english', w.title || ' ' || :words), 'B')
                            || setweight(to_tsvector('simple', w.body), 'C') || setweight(to_tsvector('english', w.body), 'D')
                        from {views} v join {versions} w on w.postmortem = v.postmortem and w.version = :version
                        where v.postmortem = :id
                        on conflict (postmortem) do update set position = :index, title = excluded.title,
                          solution = excluded.solution, runbook = excluded.runbook, labels = excluded.labels,
                          published_at = excluded.published_at, search = excluded.search
                        where known.position < :index""".replace("{views}", views).replace("{versions}", versions))
                .param("index", index)
                .param("solution", e.outcome().solution())
                .param("runbook", e.outcome().runbook())
                .param("labels", e.outcome().labels().toArray(String[]::new))
                .param("at", e.at().atOffset(ZoneOffset.UTC))
                .param("words", words)
                .param("version", e.version())
                .param("id", e.postmortem().value())
                .update();
    }

    /** One row more than asked for, the newest first. */
    List<Positioned<KnowledgeView>> find(Knowledge q, Names names) {
        return jdbc.sql("select * from " + knowledge + " " + """
                         where position < :before
                          and (:words = '' or service = any(:named)
                            or search @@ (websearch_to_tsquery('simple', :words) || websearch_to_tsquery('english', :words)))
                          and (:anyService or service = any(:services))
                        order by position desc limit :limit""")
                .param("before", Cursor.read(q.asked().after(), Long.MAX_VALUE))
                .param("words", q.words())
                .param("named", q.named().toArray(UUID[]::new))
                .param("anyService", q.services().isEmpty())
                .param("services", q.services().toArray(UUID[]::new))
                .param("limit", q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(view(row, names), row.getLong("position")))
                .list();
    }

    /** The few that fit best: of incidents that are like it first, then by how many words they share with it. */
    List<KnowledgeView> find(KnownFor q, Names names) {
        return jdbc.sql("select k.*, k.incident = any(:alike) as like_it, ts_rank(k.search, w.words) as rank from "
                        + knowledge
                        + """
                         k cross join (select replace((plainto_tsquery('simple', :title)
                              || plainto_tsquery('english', :title))::text, '&', '|')::tsquery as words) w
                        where k.incident <> :incident
                          and (k.incident = any(:alike) or (k.service = :service and k.search @@ w.words))
                        order by like_it desc, rank desc, position desc limit :limit""")
                .param("alike", q.alike().toArray(UUID[]::new))
                .param("title", q.title())
                .param("incident", q.incident())
                .param("service", q.service())
                .param("limit", MOST)
                .query((row, n) -> view(row, names))
                .list();
    }

    private static KnowledgeView view(ResultSet row, Names names) throws SQLException {
        return new KnowledgeView(
                row.getObject("postmortem", UUID.class),
                row.getObject("incident", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                names.service(row.getObject("service", UUID.class)),
                row.getString("solution"),
                row.getString("runbook"),
                List.of((String[]) row.getArray("labels").getArray()),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
