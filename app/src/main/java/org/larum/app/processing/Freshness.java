package org.larum.app.processing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a reader wait until a projection has read an event, so that whoever writes sees what was written. */
public final class Freshness {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LOOK_MILLIS = 8;

    private final JdbcClient jdbc;

    public Freshness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns when the room has read the event, or after two seconds: an older answer is better than none. Blocking. */
    public void await(String room, @Nullable Long index) {
        if (index == null || index < 0) {
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (position("projection-" + room) < index && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /**
     * Lets the current transaction commit without waiting for the disk: only for what can be read from the log again.
     *
     * @return the position of the processor, as the database knows it
     */
    long commitLoosely(String processor) {
        return jdbc.sql("""
                        select case when set_config('synchronous_commit', 'off', true) = 'off' then
                          coalesce((select (convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint
                            from processor_tokens where processor = ? and segment = 0 and token is not null), -1) end""").param(processor).query(Long.class).single();
    }

    /** How far a processor is behind the head of the log: in events at most, and by the age of the oldest that it has not read. */
    public record Lag(String processor, long events, double seconds) {}

    /** Of every processor that has ever read, in one look. */
    public List<Lag> lags() {
        return jdbc.sql("""
                        select t.processor, greatest(0, h.head - t.position) as events,
                          coalesce(greatest(0, (select extract(epoch from larum_now() - e.recorded_at) from event e
                            where e.global_index > t.position order by e.global_index limit 1)), 0) as seconds
                        from (
                          select processor,
                            min(coalesce((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint, -1)) as position
                          from processor_tokens where token is not null group by processor) t
                        cross join (select coalesce(max(global_index), -1) as head from event) h""")
                .query((row, n) -> new Lag(row.getString("processor"), row.getLong("events"), row.getDouble("seconds")))
                .list();
    }

    /** Whether the database answers at all; fails like any other question when it does not. */
    public boolean isThere() {
        return jdbc.sql("select 1").query(Integer.class).single() == 1;
    }

    /** The index up to which a processor has read, on whatever node it runs; -1 before its first event. */
    public long position(String processor) {
        return jdbc.sql("""
                        select coalesce((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint, -1)
                        from processor_tokens where processor = ? and segment = 0 and token is not null""").param(processor).query(Long.class).optional().orElse(-1L);
    }
}
