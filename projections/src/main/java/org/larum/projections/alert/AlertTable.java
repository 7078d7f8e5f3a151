package org.larum.projections.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Severity;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.projections.alert.AlertQuery.Alerts;
import org.larum.projections.alert.AlertView.HeldView;
import org.larum.projections.shared.Columns;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page.Positioned;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The rows of alerts, in the live schema or in the one of a rebuild. */
public final class AlertTable {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
    private static final TypeReference<List<Link>> LINKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final String views;
    private final String holds;
    private final HoldTable held;

    public AlertTable(JdbcClient jdbc, Json json, String schema) {
        this.jdbc = jdbc;
        this.json = json;
        this.views = schema + ".alert_views";
        this.holds = schema + ".alert_holds";
        this.held = new HoldTable(jdbc, schema);
    }

    void hold(Collection<AlertSuppressed> events) {
        held.hold(events);
    }

    void release(Collection<UUID> alerts) {
        held.release(alerts);
    }

    Map<String, Long> heldByRule() {
        return held.byRule();
    }

    /** Rows of new alerts, and what changed of the others: two statements for a page. */
    void write(Collection<AlertRow> rows) {
        var fresh = new Columns(
                "uuid",
                "bigint",
                "bigint",
                "uuid",
                "text",
                "text",
                "smallint",
                "text",
                "uuid",
                "uuid",
                "text",
                "jsonb",
                "jsonb",
                "uuid",
                "uuid",
                "uuid",
                "timestamptz",
                "timestamptz",
                "timestamptz");
        var changed = new Columns("uuid", "bigint", "uuid", "text", "timestamptz", "smallint", "text");
        for (var row : rows) {
            var e = row.raised;
            var severity = row.severity == null ? null : row.severity.mark();
            if (e != null) {
                var place = e.place();
                fresh.add(
                        row.alert,
                        row.position,
                        row.raisedIndex,
                        e.source().integration(),
                        e.source().key(),
                        row.state,
                        severity,
                        row.summary,
                        place.service(),
                        place.team(),
                        place.component(),
                        json.write(e.labels()),
                        json.write(e.links()),
                        e.source().details(),
                        e.source().raw(),
                        row.incident,
                        e.source().occurredAt(),
                        e.at(),
                        row.ended);
            } else if (row.position > 0) {
                changed.add(row.alert, row.position, row.incident, row.state, row.ended, severity, row.summary);
            }
        }
        fresh.update(jdbc, "insert into " + views + """
                 as v (id, position, raised_index, integration, key, state, severity, summary, service, team, component,
                  labels, links, details, raw, incident, occurred_at, raised_at, ended_at)
                select * from {rows}
                on conflict (id) do update set position = excluded.position, state = excluded.state,
                  ended_at = excluded.ended_at, incident = excluded.incident, severity = excluded.severity,
                  summary = excluded.summary
                where v.position < excluded.position""");
        changed.update(jdbc, "update " + views + """
                 v set position = u.position, incident = coalesce(u.incident, v.incident),
                  state = coalesce(u.state, v.state), ended_at = coalesce(u.ended_at, v.ended_at),
                  severity = coalesce(u.severity, v.severity), summary = coalesce(u.summary, v.summary)
                from {rows} u (id, position, incident, state, ended_at, severity, summary)
                where v.id = u.id and v.position < u.position""");
    }

    /** One row more than asked for, newest first. Of those that are held there are few: they are looked up from there. */
    List<Positioned<AlertView>> find(Alerts q, Names names) {
        var from = Boolean.TRUE.equals(q.held())
                ? holds + " h join " + views + " v on v.id = h.alert and h.raised_index < :before"
                : views + " v left join " + holds + " h on h.alert = v.id";
        return jdbc.sql(
                        "select v.*, h.kind, h.rule, h.version, h.reason, h.since, h.until, coalesce(v.occurred_at, v.raised_at) as occurred_at, coalesce(i.count, c.count, 1) as count,"
                                + " coalesce(i.last_seen, c.last_seen, v.raised_at) as last_seen, i.ends_at from "
                                + from
                                + """
                         left join alert_identities i on i.alert = v.id
                        left join alert_counts c on c.alert = v.id
                        where v.raised_index < :before
                          and (:anyState or v.state = any(:states))
                          and (:service::uuid is null or v.service = :service)
                          and (:anySeverity or v.severity = any(:severities))
                          and (:key::text is null or v.key = :key)
                          and (:incident::uuid is null or v.incident = :incident)
                          and (:held::boolean is null or (h.alert is not null) = :held)
                          and (:integration::uuid is null or v.integration = :integration)
                        order by v.raised_index desc limit :limit""")
                .param("before", Cursor.read(q.asked().after(), Long.MAX_VALUE))
                .param("anyState", q.states().isEmpty())
                .param("states", q.states().toArray(String[]::new))
                .param("service", q.service())
                .param("anySeverity", q.severities().isEmpty())
                .param("severities", q.severities().toArray(Integer[]::new))
                .param("key", q.key())
                .param("incident", q.incident())
                .param("held", q.held())
                .param("integration", q.scope().integration())
                .param("limit", q.asked().limit() + 1)
                .query((row, n) -> new Positioned<>(view(row, names), row.getLong("raised_index")))
                .list();
    }

    private AlertView view(ResultSet row, Names names) throws SQLException {
        return new AlertView(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("state"),
                Severity.of(row.getInt("severity")).name().toLowerCase(Locale.ROOT),
                row.getString("summary"),
                names.service(row.getObject("service", UUID.class)),
                row.getString("component"),
                json.read(row.getString("labels"), LABELS),
                json.read(row.getString("links"), LINKS),
                row.getLong("count"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                instant(row, "ends_at"),
                instant(row, "ended_at"),
                row.getObject("incident", UUID.class),
                held(row),
                names.integration(row.getObject("integration", UUID.class)),
                row.getLong("position"));
    }

    private static @Nullable HeldView held(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return kind == null
                ? null
                : new HeldView(
                        kind.toLowerCase(Locale.ROOT),
                        row.getString("rule"),
                        row.getInt("version"),
                        row.getString("reason"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        instant(row, "until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
