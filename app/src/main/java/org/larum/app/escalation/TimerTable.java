package org.larum.app.escalation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.incident.IncidentEvent.AcknowledgementRenewed;
import org.larum.domain.incident.IncidentEvent.IncidentAcknowledged;
import org.larum.domain.incident.IncidentEvent.IncidentHushed;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentSnoozed;
import org.larum.domain.incident.IncidentEvent.Lease;
import org.larum.domain.incident.IncidentEvent.Rest;
import org.larum.domain.incident.IncidentEvent.Turn;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.major.MajorEvent.Clock;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.MajorIncidentEnded;
import org.larum.domain.major.MajorEvent.MajorIncidentMerged;
import org.larum.domain.major.MajorEvent.MajorIncidentStoodDown;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.major.MajorEvent.UpdateReminded;
import org.larum.domain.reach.ReachEvent;
import org.larum.domain.reach.ReachEvent.ReachStopped;
import org.larum.domain.reach.ReachEvent.WayScheduled;
import org.larum.domain.reach.ReachEvent.WayTried;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One pending timer for each run, for each person who is being reached, for each incident that is held or snoozed and for each major one, set and removed in the transaction of the event that
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

    /** Whose timer it is, and where it lies. */
    enum Kind {
        RUN("escalation_timers", "run"),
        INCIDENT("incident_timers", "incident"),
        MAJOR("major_timers", "major"),
        REACH("reach_timers", "reach");

        private final String table;
        private final String owner;

        Kind(String table, String owner) {
            this.table = table;
            this.owner = owner;
        }
    }

    record Due(Kind kind, UUID owner, int timer, Instant now) {}

    /** What an event says about the timer of its owner: due after a pause, or at an instant, or not at all any more. */
    private record Change(
            UUID owner,
            int timer,
            @Nullable Duration pause,
            @Nullable Instant due) {

        static Change none(UUID owner) {
            return new Change(owner, 0, null, null);
        }

        boolean isSet() {
            return pause != null || due != null;
        }
    }

    /** What the last event of each owner in the batch says is what counts. */
    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        var runs = new TreeMap<UUID, Change>();
        var incidents = new TreeMap<UUID, Change>();
        var majors = new TreeMap<UUID, Change>();
        var reaches = new TreeMap<UUID, Change>();
        for (var message : events) {
            switch (message.getPayload()) {
                case EscalationEvent e -> put(runs, change(e));
                case IncidentEvent e -> put(incidents, change(e));
                case MajorEvent e -> put(majors, change(e));
                case ReachEvent e -> put(reaches, change(e));
                default -> {}
            }
        }
        write(connection, Kind.RUN, runs.values());
        write(connection, Kind.INCIDENT, incidents.values());
        write(connection, Kind.MAJOR, majors.values());
        write(connection, Kind.REACH, reaches.values());
    }

    private static void put(Map<UUID, Change> last, @Nullable Change change) {
        if (change != null) {
            last.put(change.owner(), change);
        }
    }

    private static @Nullable Change change(EscalationEvent event) {
        return switch (event) {
            case StepScheduled e -> new Change(e.run().value(), e.timer(), e.pause(), null);
            case EscalationStopped e -> Change.none(e.run().value());
            default -> null;
        };
    }

    /** Whatever else turns an incident or lets it rest ends its timer: nothing is left to expire. */
    private static @Nullable Change change(IncidentEvent event) {
        return switch (event) {
            case IncidentAcknowledged e -> leased(e.incident(), e.lease());
            case AcknowledgementRenewed e -> leased(e.incident(), e.lease());
            case IncidentSnoozed e -> new Change(e.incident().value(), e.timer(), null, e.until());
            case IncidentOpened e -> null;
            // Whoever holds it still does, and for no longer than before.
            case IncidentHushed e -> null;
            case Turn e -> Change.none(e.incident().value());
            case Rest e -> Change.none(e.incident().value());
            default -> null;
        };
    }

    private static @Nullable Change change(MajorEvent event) {
        return switch (event) {
            case MajorIncidentDeclared e -> due(e, e.clock());
            case UpdatePosted e -> e.clock() == null ? Change.none(e.major().value()) : due(e, e.clock());
            case UpdateReminded e -> due(e, e.clock());
            case MajorIncidentStoodDown e -> Change.none(e.major().value());
            case MajorIncidentEnded e -> Change.none(e.major().value());
            case MajorIncidentMerged e -> Change.none(e.major().value());
            default -> null;
        };
    }

    /** A way that is gone leaves no timer, unless it sets one for the next. */
    private static @Nullable Change change(ReachEvent event) {
        return switch (event) {
            case WayTried e -> Change.none(e.reach().value());
            case WayScheduled e -> new Change(e.reach().value(), e.timer(), e.pause(), null);
            case ReachStopped e -> Change.none(e.reach().value());
            default -> null;
        };
    }

    private static Change due(MajorEvent e, Clock clock) {
        return new Change(e.major().value(), clock.timer(), clock.pause(), null);
    }

    private static Change leased(IncidentId incident, @Nullable Lease lease) {
        return lease == null
                ? Change.none(incident.value())
                : new Change(incident.value(), lease.timer(), lease.length(), null);
    }

    private static void write(Connection connection, Kind kind, Collection<Change> changes) throws SQLException {
        set(connection, kind, changes.stream().filter(Change::isSet).toList());
        remove(
                connection,
                kind,
                changes.stream().filter(change -> !change.isSet()).toList());
    }

    private static void set(Connection connection, Kind kind, List<Change> timers) throws SQLException {
        if (timers.isEmpty()) {
            return;
        }
        var sql = """
                insert into %1$s (%2$s, timer, due_at)
                select owner, timer, coalesce(due, larum_now() + pause * interval '1 millisecond')
                from unnest(?::uuid[], ?::int[], ?::bigint[], ?::timestamptz[]) as timers (owner, timer, pause, due)
                on conflict (%2$s) do update set timer = excluded.timer, due_at = excluded.due_at, failures = 0""".formatted(kind.table, kind.owner);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, timers.stream().map(Change::owner)));
            statement.setArray(2, array(connection, timers.stream().map(Change::timer)));
            statement.setArray(3, array(connection, timers.stream().map(TimerTable::millis)));
            statement.setArray(4, array(connection, timers.stream().map(Change::due)));
            statement.executeUpdate();
        }
    }

    private static @Nullable Long millis(Change change) {
        return change.pause() == null ? null : change.pause().toMillis();
    }

    private static void remove(Connection connection, Kind kind, List<Change> ended) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        var sql = "delete from " + kind.table + " where " + kind.owner + " = any(?::uuid[])";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, ended.stream().map(Change::owner)));
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
                          returning 'REACH' as kind, t.reach as owner, t.timer)
                        select kind, owner, timer, larum_now() as now from runs
                        union all select kind, owner, timer, larum_now() from incidents
                        union all select kind, owner, timer, larum_now() from majors
                        union all select kind, owner, timer, larum_now() from reaches""").param("limit", limit).query(DUE).list();
    }

    /** How many timers are set, and for how long the most late one has been due. */
    public record Backlog(long pending, double lateSeconds) {}

    public Backlog backlog() {
        return jdbc.sql("""
                        select (select count(*) from escalation_timers) + (select count(*) from incident_timers)
                            + (select count(*) from major_timers) + (select count(*) from reach_timers) as pending,
                          coalesce(greatest(0, extract(epoch from larum_now() - least(
                            (select min(due_at) from escalation_timers), (select min(due_at) from incident_timers),
                            (select min(due_at) from major_timers), (select min(due_at) from reach_timers)))), 0) as late""")
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
                          union all select 'REACH', reach, timer, due_at from reach_timers) timers
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
