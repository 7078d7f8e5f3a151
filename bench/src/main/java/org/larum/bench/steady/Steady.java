package org.larum.bench.steady;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.larum.LarumServer;
import org.larum.bench.load.Load;
import org.larum.bench.load.Loader;
import org.larum.bench.load.Tally;
import org.larum.bench.machine.Cpu;
import org.larum.bench.machine.Pause;
import org.larum.bench.report.Latency;
import org.larum.bench.report.Table;
import org.larum.bench.sink.WebhookSink;

/** W1: single alerts at a fixed rate; one in fifty opens an incident, of which a webhook is told. */
public final class Steady implements Driver {

    private static final int CONNECTIONS = 256;
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Override
    public String about() {
        return "latencies to 202 and to the webhook at fixed rates, open loop [--rate N]";
    }

    @Override
    public void run(Run run) {
        int[] rates = run.options().containsKey("rate")
                ? new int[] {run.number("rate", 0, 0)}
                : run.isFull() ? new int[] {100, 1000, 5000} : new int[] {100, 1000};
        int seconds = run.number("seconds", 12, 120);
        int warmUp = run.number("warm-up", 6, 30);
        var table = run.report()
                .table(
                        "Steady, " + seconds + " s each",
                        "alerts/s",
                        "accepted/s",
                        "p50 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "webhook p50 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "told",
                        "opened",
                        "CPU s",
                        "statuses");
        for (int rate : rates) {
            measure(run, table, rate, warmUp, seconds);
        }
        run.report().remark("Latencies begin when each alert should have been sent, whether or not it could be.");
    }

    private static void measure(Run run, Table table, int rate, int warmUp, int seconds) {
        var arrivals = new Arrivals();
        var config = new ConfigFile();
        services(config, "w", (long) rate * warmUp);
        services(config, "m", (long) rate * seconds);
        try (var sink = WebhookSink.telling(arrivals);
                var server = new LarumServer(run.home().resolve("larum-" + rate), config.webhook("sink", sink.url()))) {
            run.report().progress(rate + " alerts/s, warming up");
            send(server, "w", rate, warmUp);
            Pause.until(GRACE, () -> server.database().lag("%") <= 0);
            run.report().progress(rate + " alerts/s");
            double cpu = server.cpu() + server.database().cpu();
            double here = Cpu.here();
            long origin = System.nanoTime();
            var tally = send(server, "m", rate, seconds);
            long opened = (long) rate * seconds / Ticket.IN_ONE_INCIDENT;
            Pause.until(GRACE, () -> count(arrivals) >= opened);
            var webhook = webhook(arrivals, origin, rate);
            table.row(
                    rate,
                    tally.accepted() / (double) seconds,
                    Latency.cells(tally.latency()),
                    Latency.cells(webhook),
                    webhook.getTotalCount(),
                    opened,
                    server.cpu() + server.database().cpu() - cpu,
                    tally.statuses() + ", loader " + Math.round(Cpu.here() - here) + " s");
        }
    }

    private static void services(ConfigFile config, String prefix, long alerts) {
        for (long i = 0; i <= alerts / Ticket.IN_ONE_INCIDENT; i++) {
            config.service(prefix + i, null);
        }
    }

    private static Tally send(LarumServer server, String prefix, int rate, int seconds) {
        var tally = new Tally();
        new Loader(server.port(), CONNECTIONS, tally)
                .run(Load.open((long) rate * seconds, rate, (n, at) -> Ticket.shot(prefix, n, at)));
        return tally;
    }

    private static long due(long number, int rate) {
        return number * 1_000_000_000L / rate;
    }

    private static long count(Arrivals arrivals) {
        return arrivals.first().keySet().stream()
                .filter(service -> Ticket.opener("m", service) >= 0)
                .count();
    }

    private static Histogram webhook(Arrivals arrivals, long origin, int rate) {
        var histogram = new Histogram(3);
        arrivals.first().forEach((service, nanos) -> {
            long opener = Ticket.opener("m", service);
            if (opener >= 0) {
                histogram.recordValue(Math.max(1, nanos - origin - due(opener, rate)));
            }
        });
        return histogram;
    }
}
