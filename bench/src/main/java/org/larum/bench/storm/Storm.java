package org.larum.bench.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.larum.bench.postgres.LogRow;
import org.larum.bench.postgres.RawLimit;
import org.larum.bench.postgres.Scratch;
import org.larum.bench.report.Latency;
import org.larum.bench.report.Table;

/** How much a storm is taken in, beside what Alertmanager and PostgreSQL do in the same run: only the ratios last. */
public final class Storm implements Driver {

    private record Limits(double single, double hundred) {}

    @Override
    public String about() {
        return "alerts as fast as they are taken: Larum, Alertmanager and bare PostgreSQL side by side";
    }

    @Override
    public void run(Run run) {
        var warmUp = Duration.ofSeconds(run.number("warm-up", 4, 30));
        var time = Duration.ofSeconds(run.number("seconds", 8, 60));
        var patience = Duration.ofSeconds(run.number("patience", 20, 900));
        var report = run.report();
        var table = report.table(
                "Storm, " + time.toSeconds() + " s each",
                "case",
                "alerts/s",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "CPU s server",
                "database",
                "loader",
                "alerts/CPU s",
                "webhook calls");
        var larum = new ArrayList<Figures>();
        var ratios = new ArrayList<Double>();
        List<LogRow> sample = List.of();
        int only = run.number("case", 0, 0);
        if (only > 0) {
            alone(run, Case.ALL[Math.min(only, Case.ALL.length) - 1], table, warmUp, time, patience);
            return;
        }
        for (var storm : Case.ALL) {
            report.progress("Larum: " + storm.name());
            var home = run.home().resolve("larum-" + larum.size());
            Figures ours;
            try (var one = new LarumStorm(storm, home, report)) {
                ours = one.measure(warmUp, time, patience);
                sample = sample.isEmpty() ? LogRow.sample(one.server().database()) : sample;
            }
            larum.add(ours);
            show(table, "Larum: " + storm.name(), ours);
            report.progress("Alertmanager: " + storm.name());
            var theirs =
                    AlertmanagerStorm.measure(storm, run.home().resolve("alertmanager-" + ratios.size()), warmUp, time);
            show(table, "Alertmanager: " + storm.name(), theirs);
            ratios.add(ours.tally().perSecond() / theirs.tally().perSecond());
        }
        compare(run, larum, ratios, limits(run, sample, time));
    }

    /** For whoever profiles: Larum's side of one case, and nothing to compare it with. */
    private static void alone(Run run, Case storm, Table table, Duration warmUp, Duration time, Duration patience) {
        run.report().progress("Larum: " + storm.name());
        try (var one = new LarumStorm(storm, run.home().resolve("larum"), run.report())) {
            var ours = one.measure(warmUp, time, patience);
            show(table, "Larum: " + storm.name(), ours);
            run.report()
                    .remark("Caught up after " + ours.catchUp().toMillis() + " ms; " + Math.round(ours.events())
                            + " events/s.");
        }
    }

    private static Limits limits(Run run, List<LogRow> sample, Duration time) {
        run.report().progress("bare PostgreSQL, with rows of the log");
        var warmUp = Duration.ofSeconds(2);
        try (var scratch = new Scratch(run.home().resolve("postgres"))) {
            var raw = new RawLimit(scratch, sample);
            var limits = new Limits(raw.perSecond(8, 1, warmUp, time), raw.perSecond(2, 100, warmUp, time));
            double bytes = sample.stream()
                    .mapToInt(row -> row.payload().length + row.metadata().length)
                    .average()
                    .orElse(0);
            run.report()
                    .table(
                            "Bare PostgreSQL, rows of the log (payload and metadata " + Math.round(bytes) + " bytes)",
                            "case",
                            "rows/s")
                    .row("1 row a transaction, 8 connections", limits.single())
                    .row("100 rows a transaction by unnest, 2 connections", limits.hundred());
            return limits;
        }
    }

    private static void show(Table table, String name, Figures f) {
        table.row(
                f.isWhole() ? name : name + " (INVALID: alerts were lost)",
                f.tally().perSecond(),
                Latency.cells(f.tally().latency()),
                f.server(),
                f.database(),
                f.loader(),
                f.alertsPerCpu(),
                f.told());
    }

    private static void compare(Run run, List<Figures> larum, List<Double> ratios, Limits limits) {
        var table = run.report()
                .table(
                        "Larum compared",
                        "case",
                        "to Alertmanager",
                        "events/s",
                        "to 100 rows",
                        "to 1 row",
                        "caught up after s",
                        "stored = accepted");
        for (int i = 0; i < larum.size(); i++) {
            var f = larum.get(i);
            table.row(
                    Case.ALL[i].name(),
                    ratios.get(i),
                    f.events(),
                    f.events() / limits.hundred(),
                    f.events() / limits.single(),
                    f.catchUp().isNegative() ? "not in time" : f.catchUp().toMillis() / 1000.0,
                    f.isWhole() ? "yes" : "NO");
            run.report()
                    .remark("Statuses, " + Case.ALL[i].name() + ": " + f.tally().statuses());
        }
        run.report()
                .remark(
                        "Alertmanager 0.25 keeps alerts in memory only, and its webhook bodies hold the whole group. Loader,"
                                + " sink and servers share the processors.");
    }
}
