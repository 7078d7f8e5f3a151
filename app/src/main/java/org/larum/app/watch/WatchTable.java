package org.larum.app.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ought never to be found. Whoever is younger than a minute is passed over: the projections may lag. */
public final class WatchTable {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    public WatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An open incident that nobody holds and that no timer will ask for. {@code run} is null when none was ever begun. */
    record Forgotten(UUID incident, int number, Instant now) {}

    List<Forgotten> forgotten() {
        return jdbc.sql("""
                        select v.id, v.number, larum_now() as now from incident_views v
                        where v.state = 'triggered' and v.snoozed_until is null
                          and (v.quiet_since is null or v.escalation = 'running') and v.opened_at < larum_now() - interval '1 minute'
                          and not exists (select 1 from escalation_timers t where t.run = v.run)
                        limit ?""").param(MOST).query((row, n) -> forgotten(row)).list();
    }

    /** Held or snoozed incidents whose time was up a minute ago, and that no timer will wake. */
    List<Forgotten> overslept() {
        return jdbc.sql("""
                        select v.id, v.number, larum_now() as now from incident_views v
                        where (v.held_until < larum_now() - interval '1 minute' and v.state = 'acknowledged'
                            or v.snoozed_until < larum_now() - interval '1 minute')
                          and not exists (select 1 from incident_timers t where t.incident = v.id)
                        limit ?""").param(MOST).query((row, n) -> forgotten(row)).list();
    }

    /** Those that are quiet, but for those that are about to be asked about. */
    List<UUID> quiet() {
        return jdbc.sql("""
                        select v.id from incident_views v left join open_incidents o on o.incident = v.id
                        where v.quiet_since < larum_now() - interval '1 minute'
                          and (o.due_at is null or o.due_at > larum_now() or o.due_at < larum_now() - interval '1 minute')
                        limit ?""")
                .param(MOST)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Forgotten forgotten(ResultSet row) throws SQLException {
        return new Forgotten(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getObject("now", OffsetDateTime.class).toInstant());
    }

    /** Sets the timer of an incident again, due at once; one that was set meanwhile stays. */
    boolean setAgain(IncidentId incident, int timer) {
        return jdbc.sql("""
                        insert into incident_timers (incident, timer, due_at) values (?, ?, larum_now())
                        on conflict (incident) do nothing""").params(incident.value(), timer).update() > 0;
    }

    /** Major incidents whose update was due a minute ago, and of which no timer will remind anybody. */
    List<UUID> unreminded() {
        return jdbc.sql("""
                        select v.major from major_views v
                        where v.state = 'declared' and v.update_due < larum_now() - interval '1 minute'
                          and not exists (select 1 from major_timers t where t.major = v.major)
                        limit ?""")
                .param(MOST)
                .query((row, n) -> row.getObject("major", UUID.class))
                .list();
    }

    /** Sets the timer of a major incident again, due at once; one that was set meanwhile stays. */
    boolean setMajorAgain(UUID major, int timer) {
        return jdbc.sql("""
                        insert into major_timers (major, timer, due_at) values (?, ?, larum_now())
                        on conflict (major) do nothing""").params(major, timer).update() > 0;
    }

    /** Clocks that were late a minute ago, and of which no timer will say so. */
    List<UUID> unrung() {
        return jdbc.sql("""
                        select v.clock from sla_views v
                        where v.state = 'running' and v.breached_at is null and v.due_at < larum_now() - interval '1 minute'
                          and not exists (select 1 from sla_timers t where t.clock = v.clock)
                        limit ?""")
                .param(MOST)
                .query((row, n) -> row.getObject("clock", UUID.class))
                .list();
    }

    /** Sets the timer of a clock again, due at once; one that was set meanwhile stays. */
    boolean setClockAgain(UUID clock, int timer) {
        return jdbc.sql("""
                        insert into sla_timers (clock, timer, due_at) values (?, ?, larum_now())
                        on conflict (clock) do nothing""").params(clock, timer).update() > 0;
    }

    /** The runs that ask, some of them: the others come at another look. */
    List<UUID> asking() {
        return jdbc.sql("""
                        select v.run from incident_views v
                        where v.run is not null and v.escalation = 'running' and v.opened_at < larum_now() - interval '1 minute'
                        order by random() limit ?""")
                .param(MOST)
                .query((row, n) -> row.getObject("run", UUID.class))
                .list();
    }

    /** Sets the timer of somebody who is being reached again, when it was due a minute ago and is lost. */
    boolean setAgain(WayScheduled way) {
        return jdbc.sql("""
                        insert into reach_timers (reach, timer, due_at)
                        select ?, ?, larum_now() where ?::timestamptz < larum_now() - interval '1 minute'
                        on conflict (reach) do nothing""")
                        .params(way.reach().value(), way.timer(), way.due().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Messages that were asked for and for which no attempt was ever made. */
    List<UUID> unattempted() {
        return jdbc.sql("""
                        select m.id from outbox_messages m
                        where m.state in ('pending', 'waiting') and m.requested_at < larum_now() - interval '1 minute'
                          and not exists (select 1 from notification_attempts a where a.notification = m.id)
                        limit ?""")
                .param(MOST)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Attempts whose lease ended a minute ago and that nobody has taken up. */
    int abandoned() {
        return jdbc.sql("""
                        select count(*) from notification_attempts
                        where state = 'sending' and lease_until < larum_now() - interval '1 minute'""").query(Integer.class).single();
    }

    /** A processor and the index it has read to; -1 before its first event. */
    record Reader(String name, long index) {}

    /**
     * Of those that run now; what a former release left behind stands still for good. One whose row is gone is at -1 and stays
     * there: it has lost its place, and does not begin anew before the next start.
     */
    List<Reader> readers(Collection<String> running) {
        return jdbc.sql("""
                        select r.processor, coalesce((convert_from(t.token, 'UTF8')::json ->> 'globalIndex')::bigint, -1) as index
                        from unnest(?) r (processor)
                        left join processor_tokens t on t.processor = r.processor and t.segment = 0""")
                .param(running.toArray(String[]::new))
                .query((row, n) -> new Reader(row.getString("processor"), row.getLong("index")))
                .list();
    }

    /** Sets the timer of a run again, due at once; one that was set meanwhile stays. */
    boolean setAgain(StepScheduled step) {
        return jdbc.sql("""
                        insert into escalation_timers (run, timer, due_at) values (?, ?, larum_now())
                        on conflict (run) do nothing""").params(step.run().value(), step.timer()).update() > 0;
    }
}
