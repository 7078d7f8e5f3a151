package org.larum.app.escalation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.escalation.EscalationEvent.EscalationStopped;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One pending timer for each run, set and removed in the transaction of the event that says so; due by the database's clock. */
public final class TimerTable implements RowsWithEvents {

    private final JdbcClient jdbc;

    public TimerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Due(UUID run, int timer, Instant now) {}

    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        var turns = events.stream()
                .map(EventMessage::getPayload)
                .filter(EscalationEvent.class::isInstance)
                .map(EscalationEvent.class::cast)
                .sorted(Comparator.comparing(event -> event.run().value()))
                .toList();
        for (var turn : turns) {
            switch (turn) {
                case StepScheduled e -> set(connection, e);
                case EscalationStopped e -> remove(connection, e.run().value());
                default -> {}
            }
        }
    }

    private static void set(Connection connection, StepScheduled e) throws SQLException {
        var sql = """
                insert into escalation_timers (run, timer, due_at)
                values (?, ?, larum_now() + ? * interval '1 millisecond')
                on conflict (run) do update set timer = excluded.timer, due_at = excluded.due_at, failures = 0""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, e.run().value());
            statement.setInt(2, e.timer());
            statement.setLong(3, e.pause().toMillis());
            statement.executeUpdate();
        }
    }

    private static void remove(Connection connection, UUID run) throws SQLException {
        try (var statement = connection.prepareStatement("delete from escalation_timers where run = ?")) {
            statement.setObject(1, run);
            statement.executeUpdate();
        }
    }

    /** Claims what is due until the transaction ends; other nodes skip it. */
    List<Due> due(int limit) {
        return jdbc.sql("""
                        select run, timer, larum_now() as now from escalation_timers
                        where due_at <= larum_now() order by run limit ? for update skip locked""")
                .param(limit)
                .query((row, n) -> new Due(
                        row.getObject("run", UUID.class),
                        row.getInt("timer"),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .list();
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

    /** A timer that led to nothing; a newer one of the same run stays. */
    void done(Due due) {
        jdbc.sql("delete from escalation_timers where run = ? and timer = ?")
                .params(due.run(), due.timer())
                .update();
    }

    /** Never deletes a timer whose command failed: it comes back later. Answers how often it has failed now. */
    int putBack(Due due) {
        return jdbc.sql("""
                        update escalation_timers set failures = failures + 1,
                          due_at = larum_now() + least(60, 5 * (failures + 1)) * interval '1 second'
                        where run = ? and timer = ? returning failures""")
                .params(due.run(), due.timer())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
