package org.larum.app.processing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of parked events: which reader, which event, why. The event itself stays in the log. */
public final class ParkedTable {

    private final JdbcClient jdbc;

    public ParkedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code event}: its logical name; null when the log has no such event. */
    public record ParkedEvent(
            String processor, long index, @Nullable String event, String reason, int tries, Instant at) {}

    void insert(String processor, long index, String reason) {
        jdbc.sql("""
                        insert into parked_events (processor, event_index, reason, parked_at) values (?, ?, ?, larum_now())
                        on conflict (processor, event_index) do update set reason = excluded.reason,
                          tries = parked_events.tries + 1""").params(processor, index, reason).update();
    }

    void update(String processor, long index, String reason) {
        jdbc.sql("""
                        update parked_events set reason = ?, tries = tries + 1
                        where processor = ? and event_index = ?""").params(reason, processor, index).update();
    }

    /** By reader, oldest first, after the given place. */
    public List<ParkedEvent> find(String afterProcessor, long afterIndex, int limit) {
        return jdbc.sql("""
                        select p.processor, p.event_index, e.name, p.reason, p.tries, p.parked_at
                        from parked_events p left join event e on e.global_index = p.event_index
                        where (p.processor, p.event_index) > (?, ?)
                        order by p.processor, p.event_index limit ?""")
                .params(afterProcessor, afterIndex, limit)
                .query((row, n) -> new ParkedEvent(
                        row.getString("processor"),
                        row.getLong("event_index"),
                        row.getString("name"),
                        row.getString("reason"),
                        row.getInt("tries"),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The event as it lies in the log. What is parked is often just what cannot be read: bytes that are no text are shown as such. */
    public Optional<String> payload(String processor, long index) {
        return jdbc.sql("""
                        select e.payload from parked_events p join event e on e.global_index = p.event_index
                        where p.processor = ? and p.event_index = ?""")
                .params(processor, index)
                .query(byte[].class)
                .optional()
                .map(payload -> new String(payload, StandardCharsets.UTF_8));
    }

    List<Long> indexes(String processor, long after, int limit) {
        return jdbc.sql("""
                        select event_index from parked_events where processor = ? and event_index > ?
                        order by event_index limit ?""")
                .params(processor, after, limit)
                .query((row, n) -> row.getLong("event_index"))
                .list();
    }

    /** How many are parked, by reader; a reader of which nothing is parked is not in it. */
    public Map<String, Integer> counts() {
        var found = new LinkedHashMap<String, Integer>();
        jdbc.sql("select processor, count(*) from parked_events group by processor order by processor")
                .query(row -> {
                    found.put(row.getString(1), row.getInt(2));
                });
        return found;
    }

    public int count() {
        return jdbc.sql("select count(*) from parked_events")
                .query(Integer.class)
                .single();
    }

    boolean remove(String processor, long index) {
        return jdbc.sql("delete from parked_events where processor = ? and event_index = ?")
                        .params(processor, index)
                        .update()
                > 0;
    }

    boolean removeUpTo(String processor, long index) {
        return jdbc.sql("delete from parked_events where processor = ? and event_index <= ?")
                        .params(processor, index)
                        .update()
                > 0;
    }
}
