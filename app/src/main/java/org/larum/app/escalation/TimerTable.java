package org.larum.app.escalation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One pending timer for each run, set and removed in the transaction of the event that says so; due by the database's clock. */
public final class TimerTable implements RowsWithEvents {

    private static final RowMapper<Due> DUE = (row, n) -> new Due(
            row.getObject("run", UUID.class),
            row.getInt("timer"),
            row.getObject("now", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;

    public TimerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Due(UUID run, int timer, Instant now) {}

    /** What the last event of each run in the batch says is what counts. */
    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        Map<UUID, EscalationEvent> last = new TreeMap<>();
        for (var message : events) {
            switch (message.getPayload()) {
                case StepScheduled e -> last.put(e.run().value(), e);
                case EscalationStopped e -> last.put(e.run().value(), e);
                default -> {}
            }
        }
        if (last.isEmpty()) {
            return;
        }
        set(connection, only(StepScheduled.class, last));
        remove(connection, only(EscalationStopped.class, last));
    }

    private static <E> List<E> only(Class<E> type, Map<UUID, EscalationEvent> last) {
        return last.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void set(Connection connection, List<StepScheduled> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        var sql = """
                insert into escalation_timers (run, timer, due_at)
                select run, timer, larum_now() + pause * interval '1 millisecond'
                from unnest(?::uuid[], ?::int[], ?::bigint[]) as steps (run, timer, pause)
                on conflict (run) do update set timer = excluded.timer, due_at = excluded.due_at, failures = 0""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, steps.stream().map(StepScheduled::run)));
            statement.setArray(2, array(connection, steps.stream().map(StepScheduled::timer)));
            statement.setArray(
                    3, array(connection, steps.stream().map(step -> step.pause().toMillis())));
            statement.executeUpdate();
        }
    }

    private static void remove(Connection connection, List<EscalationStopped> stopped) throws SQLException {
        if (stopped.isEmpty()) {
            return;
        }
        var sql = "delete from escalation_timers where run = any(?::uuid[])";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, stopped.stream().map(EscalationStopped::run)));
            statement.executeUpdate();
        }
    }

    private static Array array(Connection connection, Stream<?> values) throws SQLException {
        return connection.createArrayOf("text", values.map(String::valueOf).toArray());
    }

    /**
     * Takes what is due out of the table; other nodes pass it over. A step that goes on sets the run's next timer in the same
     * transaction; one whose transaction is undone is due again.
     */
    List<Due> take(int limit) {
        return jdbc.sql("""
                        with due as materialized (
                          select run from escalation_timers where due_at <= larum_now()
                          order by due_at limit ? for update skip locked)
                        delete from escalation_timers t using due where t.run = due.run
                        returning t.run, t.timer, larum_now() as now""").param(limit).query(DUE).list();
    }

    /** How many timers are set, and for how long the most late one has been due. */
    public record Backlog(long pending, double lateSeconds) {}

    public Backlog backlog() {
        return jdbc.sql("""
                        select (select count(*) from escalation_timers) as pending,
                          coalesce(greatest(0, extract(epoch from larum_now() - (select min(due_at) from escalation_timers))), 0)
                            as late""")
                .query((row, n) -> new Backlog(row.getLong("pending"), row.getDouble("late")))
                .single();
    }

    /** What is due, without taking it. */
    List<Due> look(int limit) {
        return jdbc.sql("""
                        select run, timer, larum_now() as now from escalation_timers
                        where due_at <= larum_now() order by due_at limit ?""").param(limit).query(DUE).list();
    }

    /** Whether it was still there to be taken, and due: another thread or node may have put it back meanwhile. */
    boolean take(Due due) {
        return jdbc.sql("delete from escalation_timers where run = ? and timer = ? and due_at <= larum_now()")
                        .params(due.run(), due.timer())
                        .update()
                > 0;
    }

    /**
     * Never deletes a timer whose command failed: it comes back later. Answers how often it has failed now; 0 when somebody else
     * has put it back already.
     */
    int putBack(Due due) {
        return jdbc.sql("""
                        update escalation_timers set failures = failures + 1,
                          due_at = larum_now() + least(60, 5 * (failures + 1)) * interval '1 second'
                        where run = ? and timer = ? and due_at <= larum_now() returning failures""")
                .params(due.run(), due.timer())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
