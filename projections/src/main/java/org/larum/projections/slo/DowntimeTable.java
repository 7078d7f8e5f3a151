package org.larum.projections.slo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentEvent.AlertSettled;
import org.larum.domain.incident.IncidentEvent.IncidentMerged;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentUnmerged;
import org.larum.domain.incident.IncidentEvent.Moving;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.incident.IncidentState;
import org.larum.domain.shared.Severity;
import org.larum.projections.shared.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes when incidents kept services down. A part of another one goes on as long as the whole does, for its own service. What only an
 * alert about a budget keeps open keeps nothing down: otherwise a budget that burns would burn on by itself.
 */
public final class DowntimeTable {

    private final JdbcClient jdbc;
    private final String incidents;
    private final String outages;
    private final String alerts;
    private final String own;

    public DowntimeTable(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.incidents = schema + ".slo_incidents";
        this.outages = schema + ".slo_outages";
        this.alerts = schema + ".slo_alerts";
        this.own = schema + ".slo_own_alerts";
    }

    void own(AlertId alert) {
        jdbc.sql("insert into " + own + " (alert) values (?) on conflict do nothing")
                .param(alert.value())
                .update();
    }

    void open(IncidentOpened e, long index) {
        int fresh = jdbc.sql("insert into " + incidents + " (id, position, number, title, severity, service)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        e.incident().value(),
                        index,
                        e.number(),
                        e.title(),
                        e.severity().mark(),
                        e.place().service().value())
                .update();
        if (fresh == 1) {
            belong(List.of(e.first()), e.incident());
            weigh(e.incident().value(), e.at());
        }
    }

    /** False for what was read already. */
    boolean isNew(IncidentId incident, long index) {
        return jdbc.sql("update " + incidents + " set position = ? where id = ? and position < ?")
                        .params(index, incident.value(), index)
                        .update()
                == 1;
    }

    void severity(IncidentId incident, Severity to) {
        set(incident, "severity", to.mark());
    }

    void move(IncidentId incident, ServiceId to) {
        set(incident, "service", to.value());
    }

    private void set(IncidentId incident, String column, Object value) {
        jdbc.sql("update " + incidents + " set " + column + " = ? where id = ?")
                .params(value, incident.value())
                .update();
    }

    /** Users felt it earlier or later than it was opened. */
    void begin(IncidentId incident, Instant began) {
        jdbc.sql("update %1$s o set began_at = least(?, coalesce(o.ended_at, ?)) where o.incident = ? and o.began_at ="
                                .formatted(outages)
                        + " (select min(first.began_at) from " + outages + " first where first.incident = o.incident)")
                .params(utc(began), utc(began), incident.value())
                .update();
    }

    // ------------------------------------------------------------ alerts

    void join(IncidentId incident, List<AlertId> joined, Instant at) {
        belong(joined, incident);
        weighWhatIsOwn(incident, at);
    }

    /** In their order, all of one incident. */
    void settle(IncidentId incident, List<AlertSettled> ended) {
        if (hasOwn(incident)) {
            for (var one : ended) {
                close(List.of(one));
                weigh(incident.value(), one.at());
            }
        } else {
            close(ended);
        }
    }

    private void close(List<AlertSettled> ended) {
        jdbc.sql("update " + alerts + " set is_open = false where alert = any(?)")
                .param(ended.stream().map(one -> one.alert().value()).toArray(UUID[]::new))
                .update();
    }

    /** Alerts come by the thousand, and mostly say nothing of the end of their incident. */
    private void weighWhatIsOwn(IncidentId incident, Instant at) {
        if (hasOwn(incident)) {
            weigh(incident.value(), at);
        }
    }

    /** Asked from the few that Larum raised itself: an incident may have a hundred thousand others, and each of them asks. */
    private boolean hasOwn(IncidentId incident) {
        return jdbc.sql("select exists (select from " + own + " o where (select a.incident from " + alerts
                        + " a where a.alert = o.alert) = ?)")
                .param(incident.value())
                .query(Boolean.class)
                .single();
    }

    void leave(IncidentId from, IncidentId to, List<AlertId> left, Instant at) {
        belong(left, to);
        weigh(from.value(), at);
    }

    /** One that has ended stays so where it moves to. */
    private void belong(List<AlertId> moved, IncidentId to) {
        var rows = new Columns("uuid", "uuid");
        moved.stream().distinct().forEach(alert -> rows.add(alert.value(), to.value()));
        rows.update(
                jdbc,
                "insert into " + alerts + " (alert, incident, is_open)"
                        + " select r.alert, r.incident, true from {rows} as r (alert, incident)"
                        + " on conflict (alert) do update set incident = excluded.incident");
    }

    // ------------------------------------------------------------ turns

    void hurts(IncidentId incident, boolean hurts, Instant at) {
        set(incident, "hurts", hurts);
        weigh(incident.value(), at);
    }

    /** That it had ended was a mistake: it was down all the time. */
    void goOn(IncidentId incident, Instant at) {
        set(incident, "hurts", true);
        jdbc.sql("update %1$s o set ended_at = null where o.incident = ? and o.began_at =".formatted(outages)
                        + " (select max(last.began_at) from " + outages + " last where last.incident = o.incident)")
                .param(incident.value())
                .update();
        weigh(incident.value(), at);
    }

    void merge(IncidentMerged e) {
        set(e.incident(), "merged_into", e.into().value());
        belong(e.alerts().stream().map(Moving::alert).toList(), e.into());
        weigh(e.into().value(), e.at());
    }

    /** It stands alone again, and so does what it became a part of. */
    void unmerge(IncidentUnmerged e) {
        boolean hurts = e.state() == IncidentState.TRIGGERED || e.state() == IncidentState.ACKNOWLEDGED;
        jdbc.sql("update " + incidents + " set merged_into = null, hurts = ? where id = ?")
                .params(hurts, e.incident().value())
                .update();
        belong(e.alerts(), e.incident());
        weigh(e.incident().value(), e.at());
        weigh(e.from().value(), e.at());
    }

    /** Begins or ends the outage of an incident and of its parts, by what is known of it now. */
    private void weigh(UUID incident, Instant at) {
        var root = jdbc.sql("with recursive up as (select id, merged_into from " + incidents + " where id = ?"
                        + " union select i.id, i.merged_into from " + incidents + " i join up on i.id = up.merged_into)"
                        + " select id from up where merged_into is null")
                .param(incident)
                .query(UUID.class)
                .optional()
                .orElse(incident);
        var parts = "with recursive parts as (select id from " + incidents + " where id = :root"
                + " union select i.id from " + incidents + " i join parts on i.merged_into = parts.id where i.hurts) ";
        var sql = isDown(root)
                ? parts + "insert into " + outages + " (incident, began_at) select id, :at from parts"
                        + " where not exists (select from " + outages
                        + " o where o.incident = parts.id and o.ended_at is null)"
                        + " on conflict (incident, began_at) do update set ended_at = null"
                : parts + "update " + outages + " o set ended_at = greatest(o.began_at, :at) from parts"
                        + " where o.incident = parts.id and o.ended_at is null";
        jdbc.sql(sql).param("root", root).param("at", utc(at)).update();
    }

    private boolean isDown(UUID incident) {
        return jdbc.sql("""
                        select i.hurts and (mine.alerts is null or mine.others > 0)
                        from %1$s i cross join lateral (
                          select max(o.alert::text) as alerts, count(*) filter (where a.is_open and o.alert is null) as others
                          from %2$s a left join %3$s o on o.alert = a.alert where a.incident = i.id) mine
                        where i.id = ?""".formatted(incidents, alerts, own))
                .param(incident)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
