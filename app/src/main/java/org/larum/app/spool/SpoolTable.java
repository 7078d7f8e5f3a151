package org.larum.app.spool;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which spooled requests have become events: written in the unit of work of those events, so that none becomes events twice. */
public final class SpoolTable {

    private final JdbcClient jdbc;

    public SpoolTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * True for the first who asks; false when it was drained before. Inside the caller's transaction: a second one waits for the
     * end of the first.
     */
    public boolean claim(UUID id, Instant at) {
        return jdbc.sql("insert into spooled_requests (id, drained_at) values (?, ?) on conflict do nothing")
                        .params(id, at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
