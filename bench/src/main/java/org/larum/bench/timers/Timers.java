package org.larum.bench.timers;

import java.sql.SQLException;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.larum.bench.alerts.Detections;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.larum.LarumServer;
import org.larum.bench.load.Load;
import org.larum.bench.load.Loader;
import org.larum.bench.load.Tally;
import org.larum.bench.machine.Pause;
import org.larum.bench.report.Latency;
import org.larum.bench.sink.WebhookSink;

/**
 * W6: incidents are opened one after the other at a fixed rate, and each has a policy that waits so much shorter that all second
 * steps fall due in the same second. Timers that are merely pending are rows, written by SQL, that come due in a week.
 */
public final class Timers implements Driver {

    /** From the due time that the event of the first step tells until the second step is recorded. */
    private static final String LATENESS = """
            select extract(epoch from reached.recorded_at
                - (convert_from(scheduled.payload, 'UTF8')::json ->> 'due')::timestamptz) * 1e9
            from event scheduled cross join lateral (
              select recorded_at from event where aggregate_id = scheduled.aggregate_id
                and sequence > scheduled.sequence and name = 'escalation.StepReached' order by sequence limit 1) reached
            where scheduled.name = 'escalation.StepScheduled'""";

    private static final String FIRED = """
            select count(*) from event where name = 'escalation.StepReached' and sequence > 1""";

    private static final String SPREAD = """
            select (extract(epoch from max(at) - min(at)) * 1000)::bigint from (select
              (convert_from(payload, 'UTF8')::json ->> 'due')::timestamptz at from event s
              where name = 'escalation.StepScheduled' and sequence = 2) first""";

    private static final String PENDING = """
            insert into escalation_timers (run, timer, due_at)
            select gen_random_uuid(), 1, now() + interval '7 days' from generate_series(1, ?)""";

    @Override
    public String about() {
        return "escalation steps that fall due in one second, among many that are pending [--due M] [--pending N] [--rate N]";
    }

    @Override
    public void run(Run run) throws SQLException {
        int due = run.number("due", 500, 10_000);
        int pending = run.number("pending", 10_000, 100_000);
        int rate = run.number("rate", 20, 50);
        int spare = run.number("spare", 20, 60);
        int longest = due / rate + spare;
        var config = new ConfigFile();
        for (int wait = 1; wait <= longest; wait++) {
            var first = "{notify: [\"webhook:first\"], wait: " + wait + "s}";
            config.policy("wait" + wait, first, "{notify: [\"webhook:second\"], wait: 7d}");
        }
        for (int i = 0; i < due; i++) {
            config.service("t" + i, "wait" + (longest - i / rate));
        }
        try (var sink = WebhookSink.counting();
                var server = new LarumServer(
                        run.home().resolve("larum"),
                        config.webhook("first", sink.url("first")).webhook("second", sink.url("second")))) {
            fillPending(server, pending);
            run.report().progress("opening " + due + " incidents, " + rate + " a second");
            var tally = new Tally();
            new Loader(server.port(), 64, tally)
                    .run(Load.open(
                            due, rate, (n, at) -> Detections.trigger(ConfigFile.NATIVE_KEY, "t" + n, "t" + n, n, at)));
            run.report().progress("waiting for the second in which all is due");
            Pause.until(
                    Duration.ofSeconds(longest + 60L), () -> server.database().number(FIRED) >= tally.accepted());
            tell(run, server, due, pending, tally);
        }
    }

    private static void fillPending(LarumServer server, int pending) throws SQLException {
        try (var connection = server.database().open();
                var statement = connection.prepareStatement(PENDING)) {
            statement.setInt(1, pending);
            statement.executeUpdate();
        }
    }

    private static void tell(Run run, LarumServer server, int due, int pending, Tally tally) {
        var lateness = server.database().read(LATENESS, rows -> {
            var histogram = new Histogram(3);
            while (rows.next()) {
                histogram.recordValue(Math.max(1, rows.getLong(1)));
            }
            return histogram;
        });
        long fired = server.database().number(FIRED);
        run.report()
                .table(
                        "Timers, " + pending + " pending",
                        "due",
                        "spread of due times ms",
                        "fired",
                        "late p50 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "worst ms")
                .row(due, server.database().number(SPREAD), fired, Latency.cells(lateness), Latency.at(lateness, 100));
        run.report()
                .remark("Set up over HTTP (answers: " + tally.statuses()
                        + "); the pending ones by SQL. Late: from the due"
                        + " time in the event to the time in the next event, which is drawn just before its commit.");
        if (fired < tally.accepted()) {
            run.report().broken("Only " + fired + " of " + tally.accepted() + " second steps were reached.");
        }
    }
}
