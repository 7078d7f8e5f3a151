package org.larum.projections.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryEvent.ChangeRecorded;
import org.larum.domain.shared.Link;
import org.larum.projections.change.ChangeQuery.ChangeCounts;
import org.larum.projections.change.ChangeQuery.Changes;
import org.larum.projections.change.ChangeQuery.LastChanges;
import org.larum.projections.shared.Columns;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The rows of changes, in the live schema or in the one of a rebuild. */
public final class ChangeTable {

    private static final TypeReference<List<Link>> LINKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final String entries;

    public ChangeTable(JdbcClient jdbc, Json json, String schema) {
        this.jdbc = jdbc;
        this.json = json;
        this.entries = schema + ".change_entries";
    }

    void insert(List<Logged> recorded) {
        var rows = new Columns("uuid", "bigint", "timestamptz", "uuid", "uuid", "text", "text", "jsonb");
        for (var logged : recorded) {
            if (logged.event() instanceof ChangeRecorded e) {
                rows.add(
                        e.change(),
                        logged.index(),
                        e.at(),
                        e.service(),
                        e.integration(),
                        e.summary(),
                        e.source(),
                        json.write(e.links()));
            }
        }
        rows.update(jdbc, "insert into " + entries + """
                         (id, recorded_index, at, service, integration, summary, source, links)
                        select * from {rows} on conflict do nothing""");
    }

    private static final String VISIBLE = "(:integration::uuid is null or c.integration = :integration)";

    /** One row more than asked for, newest first. A change that came late stands where it happened. */
    List<Positioned<ChangeView>> find(Changes q, Names names) {
        var before = Cursor.read(q.asked().after(), Long.MAX_VALUE);
        return jdbc.sql("select c.* from " + entries + " c where (c.at, c.recorded_index) < (:last, :before)" + """
                         and (:all or c.service = any(:services))
                         and (:from::timestamptz is null or c.at >= :from)
                         and (:until::timestamptz is null or c.at < :until) and\s"""
                        + VISIBLE
                        + " order by c.at desc, c.recorded_index desc limit :limit")
                .param("last", last(before))
                .param("before", before)
                .param("all", q.services().isEmpty())
                .param("services", q.services().toArray(UUID[]::new))
                .param("from", utc(q.from()))
                .param("until", utc(q.until()))
                .param("integration", q.scope().integration())
                .param("limit", q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(view(row, names), row.getLong("recorded_index")))
                .list();
    }

    /** When the last one of the page before happened; a change never moves. */
    private OffsetDateTime last(long index) {
        return index == Long.MAX_VALUE
                ? OffsetDateTime.MAX
                : jdbc.sql("select at from " + entries + " where recorded_index = ?")
                        .param(index)
                        .query(OffsetDateTime.class)
                        .optional()
                        .orElse(OffsetDateTime.MIN);
    }

    Map<Instant, Long> counts(ChangeCounts q) {
        var found = new LinkedHashMap<Instant, Long>();
        jdbc.sql(
                        "select date_trunc(:unit, c.at at time zone :zone) at time zone :zone as point, count(*) as changes from "
                                + entries
                                + " c where (:all or c.service = any(:services)) and c.at >= :from and c.at < :until"
                                + " group by 1 order by 1")
                .param("unit", q.unit())
                .param("zone", q.zone().getId())
                .param("all", q.services().isEmpty())
                .param("services", q.services().toArray(UUID[]::new))
                .param("from", utc(q.from()))
                .param("until", utc(q.until()))
                .query((row, n) ->
                        found.put(row.getObject("point", OffsetDateTime.class).toInstant(), row.getLong("changes")))
                .list();
        return found;
    }

    List<ChangeView> find(LastChanges q, Names names) {
        return jdbc.sql("select c.* from unnest(:services::uuid[]) s (id) cross join lateral (select c.* from "
                        + entries + " c where c.service = s.id and " + VISIBLE
                        + " order by c.at desc, c.recorded_index desc limit 1) c")
                .param("services", q.services().toArray(UUID[]::new))
                .param("integration", q.scope().integration())
                .query((row, n) -> view(row, names))
                .list();
    }

    private ChangeView view(ResultSet row, Names names) throws SQLException {
        return new ChangeView(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                names.service(row.getObject("service", UUID.class)),
                names.integration(row.getObject("integration", UUID.class)),
                row.getString("summary"),
                row.getString("source"),
                json.read(Objects.requireNonNull(row.getString("links")), LINKS),
                row.getLong("recorded_index"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
