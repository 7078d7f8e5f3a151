package org.larum.projections.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertEvent.AlertAttached;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertEvent.AlertWorsened;
import org.larum.domain.alert.AlertId;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Severity;
import org.larum.projections.alert.AlertQuery.Alerts;
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

    public AlertTable(JdbcClient jdbc, Json json, String schema) {
        this.jdbc = jdbc;
        this.json = json;
        this.views = schema + ".alert_views";
    }

    void insert(AlertRaised e, long index) {
        jdbc.sql("insert into " + views + """
                         (id, position, raised_index, integration, key, state, severity, summary, service, team, component,
                          labels, links, details, raw, raised_at)
                        values (:id, :index, :index, :integration, :key, 'triggered', :severity, :summary, :service, :team,
                          :component, :labels::jsonb, :links::jsonb, :details, :raw, :at)
                        on conflict do nothing""")
                .param("id", e.alert().value())
                .param("index", index)
                .param("integration", e.source().integration().value())
                .param("key", e.source().key())
                .param("severity", e.severity().mark())
                .param("summary", e.summary())
                .param("service", e.place().service().value())
                .param(
                        "team",
                        e.place().team() == null ? null : e.place().team().value())
                .param("component", e.place().component())
                .param("labels", json.write(e.labels()))
                .param("links", json.write(e.links()))
                .param("details", e.source().details())
                .param("raw", e.source().raw())
                .param("at", e.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void attach(AlertAttached e, long index) {
        jdbc.sql("update " + views + " set incident = ?, position = ? where id = ? and position < ?")
                .params(e.incident().value(), index, e.alert().value(), index)
                .update();
    }

    void state(AlertId alert, String state, @Nullable Instant ended, long index) {
        jdbc.sql(
                        "update " + views
                                + " set state = :state, ended_at = :ended, position = :index where id = :id and position < :index")
                .param("state", state)
                .param("ended", ended == null ? null : ended.atOffset(ZoneOffset.UTC))
                .param("index", index)
                .param("id", alert.value())
                .update();
    }

    void worsen(AlertWorsened e, long index) {
        jdbc.sql("update " + views + " set severity = ?, summary = ?, position = ? where id = ? and position < ?")
                .params(e.to().mark(), e.summary(), index, e.alert().value(), index)
                .update();
    }

    /** One row more than asked for, newest first. */
    List<Positioned<AlertView>> find(Alerts q, Names names) {
        return jdbc.sql("select v.*, coalesce(i.count, c.count, 1) as count,"
                        + " coalesce(i.last_seen, c.last_seen, v.raised_at) as last_seen, i.ends_at from " + views
                        + """
                         v left join alert_identities i on i.alert = v.id
                        left join alert_counts c on c.alert = v.id
                        where v.raised_index < :before
                          and (:anyState or v.state = any(:states))
                          and (:service::uuid is null or v.service = :service)
                          and (:anySeverity or v.severity = any(:severities))
                          and (:key::text is null or v.key = :key)
                          and (:incident::uuid is null or v.incident = :incident)
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
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                instant(row, "ends_at"),
                instant(row, "ended_at"),
                row.getObject("incident", UUID.class),
                names.integration(row.getObject("integration", UUID.class)),
                row.getLong("position"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
