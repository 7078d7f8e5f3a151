package org.larum.app.processing;

import java.time.Duration;
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

    /** Lets the current transaction commit without waiting for the disk: only for what can be read from the log again. */
    void commitLoosely() {
        jdbc.sql("set local synchronous_commit = off").update();
    }

    /** The index up to which a processor has read, on whatever node it runs; -1 before its first event. */
    public long position(String processor) {
        return jdbc.sql("""
                        select coalesce((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint, -1)
                        from processor_tokens where processor = ? and segment = 0 and token is not null""").param(processor).query(Long.class).optional().orElse(-1L);
    }
}
