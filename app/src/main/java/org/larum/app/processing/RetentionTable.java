package org.larum.app.processing;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.larum.domain.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes what lies beside the log and has served its time. The log itself is never touched. */
public final class RetentionTable {

    private static final int BATCH = 5000;

    /** The column that tells the age, and how long a row is kept. */
    private record Keep(String column, Duration time) {}

    private static final Map<String, Keep> TABLES = Map.ofEntries(
            Map.entry("raw_bodies", new Keep("received_at", Duration.ofDays(90))),
            Map.entry("spooled_requests", new Keep("drained_at", Duration.ofDays(7))),
            Map.entry("idempotent_answers", new Keep("answered_at", Duration.ofDays(2))),
            Map.entry("sessions", new Keep("created_at", Duration.ofDays(7))),
            Map.entry("invitations", new Keep("expires_at", Duration.ofDays(1))),
            Map.entry("status_asks", new Keep("expires_at", Duration.ZERO)),
            Map.entry("status_asked", new Keep("since", Duration.ofDays(1))),
            Map.entry("status_mailings", new Keep("said_at", Duration.ofDays(1))),
            Map.entry("status_mails", new Keep("due", Duration.ofDays(1))),
            Map.entry("slack_requests", new Keep("used_at", Duration.ofMinutes(15))),
            Map.entry("slack_people", new Keep("asked_at", Duration.ofDays(1))),
            Map.entry("slack_notes", new Keep("said_at", Duration.ofDays(30))),
            Map.entry("bulk_operations", new Keep("updated_at", Duration.ofDays(1))));

    private final JdbcClient jdbc;
    private final Time time;

    public RetentionTable(JdbcClient jdbc, Time time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** In small batches, so that nobody waits for it. */
    public void sweep() {
        TABLES.forEach((table, keep) -> {
            var before = time.now().minus(keep.time()).atOffset(ZoneOffset.UTC);
            var sql = "delete from " + table + " where ctid in (select ctid from " + table + " where " + keep.column()
                    + " < ? limit " + BATCH + ")";
            int removed;
            do {
                removed = jdbc.sql(sql).param(before).update();
            } while (removed == BATCH);
        });
    }
}
