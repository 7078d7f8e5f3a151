package org.larum.app.processing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of parked events: which reader, which event, why. The event itself stays in the log. */
public final class ParkedTable {

    private final JdbcClient jdbc;

    public ParkedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code payload}: the event as it lies in the log, also when it cannot be read. */
    public record Row(
            String processor, long index, String event, String payload, String reason, int tries, Instant at) {}

    void insert(String processor, long index, String reason) {
        jdbc.sql("""
                        insert into parked_events (processor, event_index, reason, parked_at) values (?, ?, ?, larum_now())
                        on conflict (processor, event_index) do update set reason = excluded.reason,
                          tries = parked_events.tries + 1""").params(processor, index, reason).update();
    }

    /** Oldest first, after the given place. */
    public List<Row> find(String afterProcessor, long afterIndex, int limit) {
        return jdbc.sql("""
                        select p.processor, p.event_index, e.name, e.payload, p.reason,
                          p.tries, p.parked_at
                        from parked_events p left join event e on e.global_index = p.event_index
                        where (p.processor, p.event_index) > (?, ?)
                        order by p.processor, p.event_index limit ?""")
                .params(afterProcessor, afterIndex, limit)
                .query((row, n) -> new Row(
                        row.getString("processor"),
                        row.getLong("event_index"),
                        row.getString("name"),
                        text(row.getBytes("payload")),
                        row.getString("reason"),
                        row.getInt("tries"),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What is parked is often just what cannot be read: bytes that are no text are shown as such. */
    private static String text(byte @Nullable [] payload) {
        return payload == null ? "" : new String(payload, StandardCharsets.UTF_8);
    }

    public int count() {
        return jdbc.sql("select count(*) from parked_events")
                .query(Integer.class)
                .single();
    }

    public boolean remove(String processor, long index) {
        return jdbc.sql("delete from parked_events where processor = ? and event_index = ?")
                        .params(processor, index)
                        .update()
                > 0;
    }

    /** A projection that was built anew has read what it could not take before. */
    public void removeAll(String processor) {
        jdbc.sql("delete from parked_events where processor = ?")
                .param(processor)
                .update();
    }
}
