package org.larum.bench.ceiling;

import java.time.Duration;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.larum.bench.alerts.Prometheus;
import org.larum.bench.load.Load;
import org.larum.bench.load.Loader;
import org.larum.bench.load.NullServer;
import org.larum.bench.load.Tally;
import org.larum.bench.machine.Cpu;
import org.larum.bench.report.Latency;
import org.larum.bench.report.Table;

/** What the loader reaches when nothing is done with its requests: no figure of another driver can be above this. */
public final class Ceiling implements Driver {

    @Override
    public String about() {
        return "the loader's own limit, against a server that does nothing";
    }

    @Override
    public void run(Run run) {
        var time = Duration.ofSeconds(run.number("seconds", 5, 30));
        var table = run.report()
                .table(
                        "Loader and null server in one process",
                        "case",
                        "alerts/s",
                        "CPU s",
                        "p50 ms",
                        "p99 ms",
                        "p99.9 ms");
        measure(table, "batches of 20, 32 connections", 20, 32, time);
        measure(table, "single, 32 connections", 1, 32, time);
        measure(table, "single, 256 connections", 1, 256, time);
    }

    private static void measure(Table table, String name, int batch, int connections, Duration time) {
        int length = Prometheus.shot("/", 0, batch, Long.MAX_VALUE).request().length;
        try (var server = new NullServer(length)) {
            go(server, batch, connections, Duration.ofSeconds(2));
            double cpu = Cpu.here();
            var tally = go(server, batch, connections, time);
            table.row(name, tally.perSecond(), Cpu.here() - cpu, Latency.cells(tally.latency()));
        }
    }

    private static Tally go(NullServer server, int batch, int connections, Duration time) {
        var tally = new Tally();
        new Loader(server.port(), connections, tally)
                .run(Load.closed(time.toNanos(), n -> Prometheus.shot("/", n * batch, batch, Long.MAX_VALUE)));
        return tally;
    }
}
