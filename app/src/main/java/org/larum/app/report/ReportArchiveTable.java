package org.larum.app.report;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.larum.domain.directory.ReportPlan.Format;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows beside the log: what files hold, when each report is due next, who works on one. */
public final class ReportArchiveTable {

    private final JdbcClient jdbc;

    ReportArchiveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // ------------------------------------------------------------ files

    void put(UUID run, Format format, byte[] bytes) {
        jdbc.sql("""
                        insert into report_bytes (run, format, bytes) values (:run, :format, :bytes)
                        on conflict (run, format) do update set bytes = :bytes""")
                .param("run", run)
                .param("format", format.name())
                .param("bytes", bytes)
                .update();
    }

    public Optional<byte[]> bytes(UUID run, Format format) {
        return jdbc.sql("select bytes from report_bytes where run = ? and format = ?")
                .params(run, format.name())
                .query((row, n) -> row.getBytes("bytes"))
                .optional();
    }

    // ------------------------------------------------------------ when

    /** When a report is due next, and what that was worked out of. */
    record Next(String rhythm, Instant at) {}

    Optional<Next> next(UUID plan) {
        return jdbc.sql("select rhythm, next_at from report_due where plan = ?")
                .param(plan)
                .query((row, n) -> new Next(
                        row.getString("rhythm"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void keep(UUID plan, Next next) {
        jdbc.sql("""
                        insert into report_due (plan, rhythm, next_at) values (:plan, :rhythm, :at)
                        on conflict (plan) do update set rhythm = :rhythm, next_at = :at""")
                .param("plan", plan)
                .param("rhythm", next.rhythm())
                .param("at", next.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    // ------------------------------------------------------------ who

    /** How often it was taken without an end, this time included; empty while somebody has it or it is not its time. */
    Optional<Integer> take(UUID run, Duration lease) {
        return jdbc.sql("""
                        insert into report_leases as l (run, until_at, tries)
                        values (:run, larum_now() + :seconds * interval '1 second', 1)
                        on conflict (run) do update set until_at = larum_now() + :seconds * interval '1 second', tries = l.tries + 1
                          where l.until_at <= larum_now()
                        returning tries""")
                .param("run", run)
                .param("seconds", lease.toSeconds())
                .query((row, n) -> row.getInt("tries"))
                .optional();
    }

    /** Longer, because a step is done. */
    void hold(UUID run, Duration lease) {
        leave(run, lease, "1");
    }

    /** Until then nobody looks at it; after a step that failed its tries are kept. */
    void putBack(UUID run, Duration wait, boolean isFailed) {
        leave(run, wait, isFailed ? "tries" : "0");
    }

    private void leave(UUID run, Duration wait, String tries) {
        jdbc.sql("update report_leases set until_at = larum_now() + ? * interval '1 second', tries = " + tries
                        + " where run = ?")
                .params(wait.toSeconds(), run)
                .update();
    }

    void forget(UUID run) {
        jdbc.sql("delete from report_leases where run = ?").param(run).update();
    }
}
