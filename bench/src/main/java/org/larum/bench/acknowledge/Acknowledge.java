package org.larum.bench.acknowledge;

import java.time.Duration;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.larum.bench.alerts.Detections;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.larum.Incidents;
import org.larum.bench.larum.LarumServer;
import org.larum.bench.load.Background;
import org.larum.bench.load.Load;
import org.larum.bench.load.Tally;
import org.larum.bench.machine.Pause;
import org.larum.bench.report.Latency;
import org.larum.bench.report.Table;

/** W4: everybody acknowledges in the same five seconds, while alerts come in at a steady rate. */
public final class Acknowledge implements Driver {

    private static final Duration BURST = Duration.ofSeconds(5);
    private static final int STEADY = 50;

    @Override
    public String about() {
        return "many incidents acknowledged within five seconds, under steady load [--incidents N] [--rate N]";
    }

    @Override
    public void run(Run run) {
        int incidents = run.number("incidents", 500, 5000);
        int rate = run.number("rate", 100, 1000);
        var patience = Duration.ofSeconds(run.number("patience", 180, 1800));
        var config = new ConfigFile();
        Incidents.services(config, "a", incidents);
        Incidents.services(config, "steady", STEADY);
        try (var server = new LarumServer(run.home().resolve("larum"), config)) {
            run.report().progress("opening " + incidents + " incidents");
            var ids = Incidents.open(server, "a", incidents, patience);
            var table = run.report()
                    .table(
                            incidents + " acknowledgements in " + BURST.toSeconds() + " s beside " + rate + " alerts/s",
                            "what",
                            "per second",
                            "p50 ms",
                            "p99 ms",
                            "p99.9 ms",
                            "statuses");
            run.report().progress("steady load, then the burst");
            row(table, "alerts before", steady(server, "before", rate, 10).await());
            var beside = steady(server, "beside", rate, 10);
            Pause.of(Duration.ofSeconds(2));
            var answered = Incidents.acknowledge(server, ids, BURST);
            row(table, "acknowledgements", answered);
            row(table, "alerts meanwhile", beside.await());
            if (answered.accepted() != incidents) {
                run.report().broken("Only " + answered.accepted() + " acknowledgements were answered 2xx.");
            }
        }
    }

    private static Background steady(LarumServer server, String prefix, int rate, int seconds) {
        return new Background(
                server.port(),
                128,
                Load.open(
                        (long) rate * seconds,
                        rate,
                        (n, at) ->
                                Detections.trigger(ConfigFile.NATIVE_KEY, prefix + n, "steady" + n % STEADY, n, at)));
    }

    private static void row(Table table, String what, Tally tally) {
        table.row(what, tally.perSecond(), Latency.cells(tally.latency()), tally.statuses());
    }
}
