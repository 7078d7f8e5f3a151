package org.larum.app.escalation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.escalation.TimerChange.Kind;
import org.larum.app.eventstore.RowsWithEvents;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One pending timer for each run, for each person who is being reached, for each incident that is held or snoozed, for
 * each major one and for each clock of what was promised, set and removed in the transaction of the event that
 * says so; due by the database's clock.
 */
public final class TimerTable implements RowsWithEvents {

    private static final RowMapper<Due> DUE = (row, n) -> new Due(
            Kind.valueOf(row.getString("kind")),
            row.getObject("owner", UUID.class),
            row.getInt("timer"),
            row.getObject("now", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;

    public TimerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Due(Kind kind, UUID owner, int timer, Instant now) {}

    /** What the last event of each owner in the batch says is what counts. */
    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        var last = new EnumMap<Kind, Map<UUID, TimerChange>>(Kind.class);
        for (var message : events) {
            var change = TimerChange.of(message.getPayload());
            if (change != null) {
                last.computeIfAbsent(change.kind(), kind -> new TreeMap<>()).put(change.owner(), change);
            }
        }
        for (var of : last.entrySet()) {
            write(connection, of.getKey(), of.getValue().values());
        }
    }

    private static void write(Connection connection, Kind kind, Collection<TimerChange> changes) throws SQLException {
        set(connection, kind, changes.stream().filter(TimerChange::isSet).toList());
        remove(
                connection,
                kind,
                changes.stream().filter(change -> !change.isSet()).toList());
    }

    private static void set(Connection connection, Kind kind, List<TimerChange> timers) throws SQLException {
        if (timers.isEmpty()) {
            return;
        }
        var sql = """
                insert into %1$s (%2$s, timer, due_at)
                select owner, timer, coalesce(due, larum_now() + pause * interval '1 millisecond')
                from unnest(?::uuid[], ?::int[], ?::bigint[], ?::timestamptz[]) as timers (owner, timer, pause, due)
                on conflict (%2$s) do update set timer = excluded.timer, due_at = excluded.due_at, failures = 0""".formatted(kind.table, kind.owner);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, timers.stream().map(TimerChange::owner)));
            statement.setArray(2, array(connection, timers.stream().map(TimerChange::timer)));
            statement.setArray(3, array(connection, timers.stream().map(TimerTable::millis)));
            statement.setArray(4, array(connection, timers.stream().map(TimerChange::due)));
            statement.executeUpdate();
        }
    }

    private static @Nullable Long millis(TimerChange change) {
        return change.pause() == null ? null : change.pause().toMillis();
    }

    private static void remove(Connection connection, Kind kind, List<TimerChange> ended) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        var sql = "delete from " + kind.table + " where " + kind.owner + " = any(?::uuid[])";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, ended.stream().map(TimerChange::owner)));
            statement.executeUpdate();
        }
    }

    private static Array array(Connection connection, Stream<?> values) throws SQLException {
        return connection.createArrayOf(
                "text",
                values.map(value -> value == null ? null : value.toString()).toArray());
    }

    /**
     * Takes what is due out of the tables; other nodes pass it over. A step that goes on sets the run's next timer in the same
     * transaction; one whose transaction is undone is due again.
     */
    List<Due> take(int limit) {
        return jdbc.sql("""
                        with due_runs as materialized (
                          select run from escalation_timers where due_at <= larum_now()
                          order by due_at limit :limit for update skip locked),
                        due_incidents as materialized (
                          select incident from incident_timers where due_at <= larum_now()
                          order by due_at limit :limit for update skip locked),
                        due_majors as materialized (
                          select major from major_timers where due_at <= larum_now()
                          order by due_at limit :limit for update skip locked),
                        due_reaches as materialized (
                          select reach from reach_timers where due_at <= larum_now()
                          order by due_at limit :limit for update skip locked),
                        due_clocks as materialized (
                          select clock from sla_timers where due_at <= larum_now()
                          order by due_at limit :limit for update skip locked),
                        runs as (
                          delete from escalation_timers t using due_runs where t.run = due_runs.run
                          returning 'RUN' as kind, t.run as owner, t.timer),
                        incidents as (
                          delete from incident_timers t using due_incidents where t.incident = due_incidents.incident
                          returning 'INCIDENT' as kind, t.incident as owner, t.timer),
                        majors as (
                          delete from major_timers t using due_majors where t.major = due_majors.major
                          returning 'MAJOR' as kind, t.major as owner, t.timer),
                        reaches as (
                          delete from reach_timers t using due_reaches where t.reach = due_reaches.reach
                          returning 'REACH' as kind, t.reach as owner, t.timer),
                        clocks as (
                          delete from sla_timers t using due_clocks where t.clock = due_clocks.clock
                          returning 'SLA' as kind, t.clock as owner, t.timer)
                        select kind, owner, timer, larum_now() as now from runs
                        union all select kind, owner, timer, larum_now() from incidents
                        union all select kind, owner, timer, larum_now() from majors
                        union all select kind, owner, timer, larum_now() from reaches
                        union all select kind, owner, timer, larum_now() from clocks""").param("limit", limit).query(DUE).list();
    }

    /** Those that nobody has answered yet. */
    public List<UUID> runs() {
        return jdbc.sql("select run from escalation_timers")
                .query((row, n) -> row.getObject("run", UUID.class))
                .list();
    }

    /** Which of them have still a way to go. */
    public List<UUID> reaches(Collection<UUID> of) {
        return jdbc.sql("select reach from reach_timers where reach = any(:of)")
                .param("of", of.toArray(UUID[]::new))
                .query((row, n) -> row.getObject("reach", UUID.class))
                .list();
    }

    /** How many timers are set, and for how long the most late one has been due. */
    public record Backlog(long pending, double lateSeconds) {}

    public Backlog backlog() {
        return jdbc.sql("""
                        select (select count(*) from escalation_timers) + (select count(*) from incident_timers)
                            + (select count(*) from major_timers) + (select count(*) from reach_timers)
                            + (select count(*) from sla_timers) as pending,
                          coalesce(greatest(0, extract(epoch from larum_now() - least(
                            (select min(due_at) from escalation_timers), (select min(due_at) from incident_timers),
                            (select min(due_at) from major_timers), (select min(due_at) from reach_timers),
                            (select min(due_at) from sla_timers)))), 0) as late""")
                .query((row, n) -> new Backlog(row.getLong("pending"), row.getDouble("late")))
                .single();
    }

    /** What is due, without taking it. */
    List<Due> look(int limit) {
        return jdbc.sql("""
                        select kind, owner, timer, larum_now() as now from (
                          select 'RUN' as kind, run as owner, timer, due_at from escalation_timers
                          union all select 'INCIDENT', incident, timer, due_at from incident_timers
                          union all select 'MAJOR', major, timer, due_at from major_timers
                          union all select 'REACH', reach, timer, due_at from reach_timers
                          union all select 'SLA', clock, timer, due_at from sla_timers) timers
                        where due_at <= larum_now() order by due_at limit ?""").param(limit).query(DUE).list();
    }

    /** Whether it was still there to be taken, and due: another thread or node may have put it back meanwhile. */
    boolean take(Due due) {
        return jdbc.sql("delete from " + due.kind().table + " where " + due.kind().owner
                                + " = ? and timer = ? and due_at <= larum_now()")
                        .params(due.owner(), due.timer())
                        .update()
                > 0;
    }

    /**
     * Never deletes a timer whose command failed: it comes back later. Answers how often it has failed now; 0 when somebody else
     * has put it back already.
     */
    int putBack(Due due) {
        return jdbc.sql("""
                        update %s set failures = failures + 1,
                          due_at = larum_now() + least(60, 5 * (failures + 1)) * interval '1 second'
                        where %s = ? and timer = ? and due_at <= larum_now() returning failures""".formatted(due.kind().table, due.kind().owner))
                .params(due.owner(), due.timer())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
