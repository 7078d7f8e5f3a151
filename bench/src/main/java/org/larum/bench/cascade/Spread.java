package org.larum.bench.cascade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import tools.jackson.databind.JsonNode;

/** One database breaks, and everything above it complains in whatever order: one incident, with the database as its root. */
final class Spread {

    private static final String ROOT = "database";
    private static final String POLICY = "oncall";
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 8;
    private static final int SECONDS = 30;

    /** Of three levels; as many as a house of that size has between its databases and its pages. */
    private static final int ABOVE_EACH = 10;

    private Spread() {}

    static void run(Run run) {
        int alerts = run.number("alerts", 30_000, 30_000);
        var patience = Duration.ofSeconds(run.number("patience", 120, 1800));
        var words = new ArrayList<String>();
        try (var sink = WebhookSink.counting();
                var server = new LarumServer(
                        run.home().resolve("larum"),
                        house(run.number("services", 200, 200), words).webhook("sink", sink.url()))) {
            run.report().progress("everything above the database complains");
            var tally = new Tally();
            int requests = alerts / BATCH;
            // The same services in the same order in each run; the database is one of many and has no turn of its own.
            new Loader(server.port(), CONNECTIONS, tally)
                    .run(Load.open(
                            requests,
                            (double) requests / SECONDS,
                            (n, at) -> Detections.spread(
                                    ConfigFile.NATIVE_KEY, number -> of(words, number), n * BATCH, BATCH, at)));
            var catchUp = server.database().catchUp("%", patience);
            run.report()
                    .table(
                            alerts + " alerts of " + words.size() + " services above one, " + BATCH + " a request",
                            "accepted",
                            "accepted/s",
                            "p50 ms",
                            "p99 ms",
                            "p99.9 ms",
                            "read by all after s",
                            "statuses")
                    .row(
                            tally.accepted(),
                            tally.perSecond(),
                            Latency.cells(tally.latency()),
                            catchUp.isNegative() ? "not in time" : catchUp.toMillis() / 1000.0,
                            tally.statuses());
            judge(run, server, tally.accepted(), patience);
        }
    }

    private static String of(List<String> words, long number) {
        return words.get(new Random(number * 31).nextInt(words.size()));
    }

    private static ConfigFile house(int services, List<String> words) {
        var config = new ConfigFile().policy(POLICY, "{notify: [\"webhook:sink\"], wait: 30m}");
        words.add(ROOT);
        config.service(ROOT, POLICY);
        int middle = Math.max(1, services / ABOVE_EACH);
        for (int n = 1; n < services; n++) {
            var word = "s" + n;
            words.add(word);
            config.service(word, POLICY, List.of(n <= middle ? ROOT : "s" + (1 + n % middle)));
        }
        return config;
    }

    private static void judge(Run run, LarumServer server, long accepted, Duration patience) {
        Pause.until(patience, () -> open(server).size() == 1);
        var left = open(server);
        var database = server.database();
        long asked = database.number("select count(*) from event where name = 'escalation.StepReached'");
        long opened = database.number("select count(*) from event where name = 'incident.IncidentOpened'");
        var first = left.path(0);
        run.report()
                .table(
                        "What is left of it",
                        "incidents opened",
                        "left",
                        "alerts in it",
                        "likely root",
                        "steps that asked")
                .row(
                        opened,
                        left.size(),
                        first.path("alerts").path("total").asLong(),
                        first.path("root").path("word").asString("none"),
                        asked);
        if (left.size() != 1
                || first.path("alerts").path("total").asLong() != accepted
                || !first.path("root").path("word").asString("").equals(ROOT)) {
            run.report().broken("One cause must leave one incident with every alert, and its root must be named.");
        }
    }

    private static JsonNode open(LarumServer server) {
        return server.api().get("/api/incidents?state=open&limit=1000").path("items");
    }
}
