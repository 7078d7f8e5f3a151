package org.larum.app.api.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done to many incidents at once, how far it has come, and what an undo puts back. */
public final class BulkTable {

    private final JdbcClient jdbc;

    public BulkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            String actor,
            String action,
            int total,
            int done,
            int changed,
            int refused,
            String state,
            Instant updatedAt,
            @Nullable Instant finishedAt) {}

    /** One incident that was changed; {@code before}: who had it, when it was assigned. */
    record Changed(UUID incident, @Nullable String before) {}

    void start(UUID operation, String actor, String action, int total, Instant now) {
        jdbc.sql("""
                        insert into bulk_operations (id, actor, action, total, state, updated_at)
                        values (?, ?, ?, ?, 'running', ?)""").params(operation, actor, action, total, utc(now)).update();
    }

    /** Inside the unit of work that changed them. */
    void progress(UUID operation, int first, List<Changed> changed, int done, int refused, Instant now) {
        jdbc.sql("""
                        update bulk_operations set done = done + ?, changed = changed + ?, refused = refused + ?, updated_at = ?
                        where id = ?""").params(done, changed.size(), refused, utc(now), operation).update();
        jdbc.sql("""
                        insert into bulk_changes (operation, position, incident, before)
                        select ?, ? + n, incident, before
                        from unnest(?::uuid[], ?::text[]) with ordinality as changes (incident, before, n)""")
                .params(
                        operation,
                        first,
                        changed.stream().map(Changed::incident).toArray(UUID[]::new),
                        changed.stream().map(Changed::before).toArray(String[]::new))
                .update();
    }

    void finish(UUID operation, String state, Instant now) {
        jdbc.sql("update bulk_operations set state = ?, updated_at = ?, finished_at = ? where id = ?")
                .params(state, utc(now), utc(now), operation)
                .update();
    }

    /** Whether it is this caller who undoes it: only once, and only what has ended since then. */
    boolean beginUndo(UUID operation, String actor, Instant since, Instant now) {
        return jdbc.sql("""
                        update bulk_operations set state = 'undoing', updated_at = ?, done = 0, refused = 0
                        where id = ? and actor = ? and state = 'done' and finished_at >= ?""").params(utc(now), operation, actor, utc(since)).update() > 0;
    }

    void undone(UUID operation, int done, int refused, Instant now) {
        jdbc.sql("update bulk_operations set done = done + ?, refused = refused + ?, updated_at = ? where id = ?")
                .params(done, refused, utc(now), operation)
                .update();
    }

    List<Changed> changes(UUID operation) {
        return jdbc.sql("select incident, before from bulk_changes where operation = ? order by position")
                .param(operation)
                .query((row, n) -> new Changed(row.getObject("incident", UUID.class), row.getString("before")))
                .list();
    }

    Optional<Row> find(UUID operation) {
        return jdbc.sql("select * from bulk_operations where id = ?")
                .param(operation)
                .query((row, n) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("actor"),
                row.getString("action"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("changed"),
                row.getInt("refused"),
                row.getString("state"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
