package org.larum.bench.rebuild;

import java.time.Duration;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.larum.bench.alerts.Detections;
import org.larum.bench.alerts.Prometheus;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.larum.LarumServer;
import org.larum.bench.load.Background;
import org.larum.bench.load.Load;
import org.larum.bench.load.Loader;
import org.larum.bench.load.Shot;
import org.larum.bench.load.Tally;
import org.larum.bench.report.Latency;

/** W5: every projection is built anew from the log, one after the other, with live traffic on. */
public final class Rebuild implements Driver {

    private static final String[] ROOMS = {"alert", "incident", "timeline", "outbox"};
    private static final int BATCH = 20;

    @Override
    public String about() {
        return "./larum rebuild of every projection under live traffic [--alerts N] [--rate N]";
    }

    @Override
    public void run(Run run) {
        int alerts = run.number("alerts", 5_000, 1_000_000);
        int rate = run.number("rate", 20, 200);
        var patience = Duration.ofSeconds(run.number("patience", 180, 7200));
        var config = new ConfigFile();
        for (var word : Prometheus.services()) {
            config.service(word, null);
        }
        try (var server = new LarumServer(run.home().resolve("larum"), config)) {
            run.report().progress("filling the log with " + alerts + " alerts");
            fill(server, alerts);
            if (server.database().catchUp("%", patience).isNegative()) {
                run.report()
                        .remark("When the rebuilds began, the slowest reader was "
                                + server.database().lag("%") + " events behind.");
            }
            var table = run.report().table("Rebuilds beside " + rate + " alerts/s", "room", "events", "s", "events/s");
            var live = new Background(server.port(), 64, Load.open(Long.MAX_VALUE, rate, Rebuild::live));
            for (var room : ROOMS) {
                run.report().progress("rebuilding " + room);
                long begun = System.nanoTime();
                server.verb("rebuild", room);
                double took = (System.nanoTime() - begun) / 1e9;
                long events = server.database().head();
                table.row(room, events, took, events / took);
            }
            var tally = live.stop();
            run.report()
                    .table("Alerts meanwhile", "accepted/s", "p50 ms", "p99 ms", "p99.9 ms", "statuses")
                    .row(tally.perSecond(), Latency.cells(tally.latency()), tally.statuses());
            run.report().remark("The time of each rebuild includes the start of the JVM that asks for it.");
        }
    }

    private static void fill(LarumServer server, int alerts) {
        var path = "/alertmanager/" + ConfigFile.ALERTMANAGER_KEY + "/api/v2/alerts";
        new Loader(server.port(), 8, new Tally())
                .run(Load.open(alerts / BATCH, n -> 0, n -> Prometheus.shot(path, n * BATCH, BATCH, Long.MAX_VALUE)));
    }

    private static Shot live(long number, long at) {
        var services = Prometheus.services();
        var service = services[(int) (number % services.length)];
        return Detections.trigger(ConfigFile.NATIVE_KEY, "live" + number, service, number, at);
    }
}
