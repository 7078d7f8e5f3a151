package org.larum.bench.cascade;

import java.time.Duration;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.larum.bench.alerts.Detections;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.larum.Incidents;
import org.larum.bench.larum.LarumServer;
import org.larum.bench.load.Load;
import org.larum.bench.load.Loader;
import org.larum.bench.load.Tally;
import org.larum.bench.machine.Pause;
import org.larum.bench.report.Latency;
import org.larum.bench.report.Table;
import org.larum.bench.sink.WebhookSink;

/** W3: a whole network fails, is looked at while all of it is open, and comes back. */
public final class Cascade implements Driver {

    private static final String SERVICE = "network";
    private static final int COLD = 10;
    private static final int BATCH = 20;
    private static final int CONNECTIONS = 32;
    private static final int SECONDS = 60;

    @Override
    public String about() {
        return "30,000 (full: 100,000) alerts of one service in a minute, the lists meanwhile, and the end of it [--alerts N];"
                + " or of many services with one cause: one incident must be left,"
                + " and one page for each responder [--services N] [--seconds N] [--beside alerts/s]";
    }

    @Override
    public void run(Run run) {
        if (run.options().containsKey("services")) {
            Spread.run(run);
            return;
        }
        int alerts = run.number("alerts", 30_000, 100_000);
        int others = run.number("incidents", 100, 500);
        var patience = Duration.ofSeconds(run.number("patience", 120, 1800));
        var config = new ConfigFile().service(SERVICE, null);
        Incidents.services(config, "other", others);
        try (var sink = WebhookSink.counting();
                var server = new LarumServer(run.home().resolve("larum"), config.webhook("sink", sink.url()))) {
            var ids = Incidents.open(server, "other", others, patience);
            var waves = run.report()
                    .table(
                            "Waves of " + alerts + " alerts, " + BATCH + " a request",
                            "wave",
                            "accepted",
                            "accepted/s",
                            "p50 ms",
                            "p99 ms",
                            "p99.9 ms",
                            "read by all after s",
                            "statuses");
            run.report().progress("the wave comes");
            wave(run, waves, server, "trigger", alerts, patience);
            run.report().progress("reading lists while all is open");
            lists(run, server, alerts, sink);
            var answered = Incidents.acknowledge(server, ids, Duration.ofSeconds(10));
            run.report()
                    .table("Acknowledging " + others + " incidents in 10 s", "statuses", "p50 ms", "p99 ms", "p99.9 ms")
                    .row(answered.statuses(), Latency.cells(answered.latency()));
            run.report().progress("the wave goes");
            wave(run, waves, server, "resolve", alerts, patience);
            var end = Pause.until(patience, () -> isOver(server));
            run.report().remark(end ? "The incident is resolved." : "The incident was not resolved in time.");
        }
    }

    private static boolean isOver(LarumServer server) {
        return server.api()
                .get("/api/incidents?state=open&service=" + SERVICE)
                .path("items")
                .isEmpty();
    }

    private static void wave(Run run, Table table, LarumServer server, String action, int alerts, Duration patience) {
        var tally = new Tally();
        int requests = alerts / BATCH;
        new Loader(server.port(), CONNECTIONS, tally)
                .run(Load.open(
                        requests,
                        (double) requests / SECONDS,
                        (n, at) -> Detections.wave(ConfigFile.NATIVE_KEY, action, SERVICE, n * BATCH, BATCH, at)));
        var catchUp = server.database().catchUp("%", patience);
        if (catchUp.isNegative()) {
            run.report()
                    .remark("After the " + action + " wave the slowest reader was still "
                            + server.database().lag("%") + " events behind, " + patience.toSeconds()
                            + " s after its end.");
        }
        table.row(
                action,
                tally.accepted(),
                tally.perSecond(),
                Latency.cells(tally.latency()),
                catchUp.isNegative() ? "not in time" : catchUp.toMillis() / 1000.0,
                tally.statuses());
    }

    private static void lists(Run run, LarumServer server, int alerts, WebhookSink sink) {
        var incident = server.api()
                .get("/api/incidents?service=" + SERVICE)
                .path("items")
                .path(0)
                .path("id")
                .asString("");
        var next = server.api()
                .get("/api/alerts?state=triggered&limit=1000")
                .path("next")
                .asString("");
        var table = run.report()
                .table(
                        "Lists with " + alerts + " alerts open",
                        "page",
                        "statuses",
                        "first ms",
                        "p50 ms",
                        "p99 ms",
                        "p99.9 ms");
        for (var path : new String[] {
            "/api/alerts",
            "/api/alerts?state=triggered,acknowledged",
            "/api/alerts?service=" + SERVICE + "&severity=high",
            "/api/alerts?service=other7",
            "/api/alerts?key=" + SERVICE + "-17",
            "/api/alerts?incident=" + incident,
            "/api/alerts?state=triggered&after=" + next,
            "/api/alerts?limit=1000",
            "/api/incidents",
            "/api/incidents/facets",
            "/api/incidents?state=open&service=" + SERVICE,
            "/api/incidents?state=open&severity=critical",
            "/api/incidents/" + incident,
            "/api/incidents/" + incident + "/timeline"
        }) {
            // A JVM that has never answered it takes its time; that is told apart.
            var first = Incidents.read(server, path, COLD);
            var tally = Incidents.read(server, path, run.number("reads", 200, 2000));
            table.row(
                    path.replaceFirst("[0-9a-f-]{36}", "ID").replaceFirst("after=.*", "after=..."),
                    tally.statuses(),
                    Latency.at(first.latency(), 100),
                    Latency.cells(tally.latency()));
        }
        run.report().remark("\"First\": the worst of " + COLD + " before the others, which are not among them.");
        run.report().remark("The webhook was called " + sink.calls() + " times until then.");
    }
}
