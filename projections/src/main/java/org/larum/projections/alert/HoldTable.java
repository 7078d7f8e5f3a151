package org.larum.projections.alert;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.larum.domain.suppression.SuppressionEvent.AlertSuppressed;
import org.larum.projections.shared.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which alerts are held back now, and why; in the live schema or in the one of a rebuild. */
final class HoldTable {

    private final JdbcClient jdbc;
    private final String holds;
    private final String views;

    HoldTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.holds = schema + ".alert_holds";
        this.views = schema + ".alert_views";
    }

    void hold(Collection<AlertSuppressed> events) {
        var rows = new Columns("uuid", "text", "text", "integer", "text", "timestamptz", "timestamptz");
        events.forEach(e -> rows.add(
                e.alert(), e.by().kind(), e.by().word(), e.by().version(), e.by().reason(), e.at(), e.until()));
        rows.update(jdbc, "insert into " + holds + """
                 (alert, raised_index, kind, rule, version, reason, since, until)
                select r.alert, v.raised_index, r.kind, r.rule, r.version, r.reason, r.since, r.until
                from {rows} r (alert, kind, rule, version, reason, since, until) join\s""" + views + """
                 v on v.id = r.alert
                on conflict (alert) do update set kind = excluded.kind, rule = excluded.rule, version = excluded.version,
                  reason = excluded.reason, since = excluded.since, until = excluded.until""");
    }

    void release(Collection<UUID> alerts) {
        var rows = new Columns("uuid");
        alerts.forEach(rows::add);
        rows.update(jdbc, "delete from " + holds + " where alert in (select * from {rows})");
    }

    Map<String, Long> byRule() {
        var found = new LinkedHashMap<String, Long>();
        jdbc.sql("select kind, rule, count(*) from " + holds + " group by kind, rule")
                .query(row -> {
                    var kind = row.getString(1).toLowerCase(Locale.ROOT);
                    found.put(kind + "/" + row.getString(2), row.getLong(3));
                });
        return found;
    }
}
