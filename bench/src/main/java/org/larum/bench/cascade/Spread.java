package org.larum.bench.cascade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.larum.bench.Run;
import org.larum.bench.alerts.Detections;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.larum.Incidents;
import org.larum.bench.larum.LarumServer;
import org.larum.bench.load.Background;
import org.larum.bench.load.Load;
import org.larum.bench.load.Loader;
import org.larum.bench.load.Tally;
import org.larum.bench.machine.Pause;
import org.larum.bench.report.Latency;
import org.larum.bench.sink.MailSink;
import org.larum.bench.sink.WebhookSink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One database breaks, and everything above it complains in whatever order: one incident, with the database as its root. */
final class Spread {

    private static final String ROOT = "database";
    private static final String POLICY = "oncall";
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 8;
    private static final int SECONDS = 30;

    /** Services of which one alert after another comes meanwhile, each of a fault of its own. */
    private static final int STEADY = 50;

    private static final String STEADY_PREFIX = "steady";

    /** Of three levels; as many as a house of that size has between its databases and its pages. */
    private static final int ABOVE_EACH = 10;

    private Spread() {}

    static void run(Run run) {
        int alerts = run.number("alerts", 30_000, 30_000);
        int seconds = run.number("seconds", SECONDS, SECONDS);
        int beside = run.number("beside", 0, 0);
        var mails = new ConcurrentHashMap<String, Integer>();
        var patience = Duration.ofSeconds(run.number("patience", 120, 1800));
        var words = new ArrayList<String>();
        try (var sink = WebhookSink.counting();
                var post = new MailSink((recipient, mail, nanos) -> mails.merge(recipient, 1, Integer::sum));
                var server = new LarumServer(
                        run.home().resolve("larum"),
                        house(run.number("services", 200, 200), words)
                                .webhook("sink", sink.url())
                                .mail(post.port()))) {
            var before = beside == 0
                    ? null
                    : steady(server, "before", beside, seconds).await();
            var meanwhile = beside == 0 ? null : steady(server, "beside", beside, seconds);
            run.report().progress("everything above the database complains");
            var tally = new Tally();
            int requests = alerts / BATCH;
            // The same services in the same order in each run; the database is one of many and has no turn of its own.
            new Loader(server.port(), CONNECTIONS, tally)
                    .run(Load.open(
                            requests,
                            (double) requests / seconds,
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
            if (before != null && meanwhile != null) {
                var steady = run.report()
                        .table(
                                "Beside it, " + beside + " alerts/s",
                                "when",
                                "accepted",
                                "p50 ms",
                                "p99 ms",
                                "p99.9 ms",
                                "statuses");
                steady.row("before", before.accepted(), Latency.cells(before.latency()), before.statuses());
                var during = meanwhile.await();
                steady.row("meanwhile", during.accepted(), Latency.cells(during.latency()), during.statuses());
            }
            judge(run, server, tally.accepted(), patience);
            var pages = run.report().table("Who was woken", "who", "pages");
            new TreeMap<>(mails).forEach((who, count) -> pages.row(who, count));
            if (mails.size() != 2 || !mails.values().stream().allMatch(count -> count == 1)) {
                run.report().broken("One cause is one page for each responder and channel.");
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
                        (n, at) -> Detections.trigger(
                                ConfigFile.NATIVE_KEY, prefix + n, STEADY_PREFIX + n % STEADY, n, at)));
    }

    private static String of(List<String> words, long number) {
        return words.get(new Random(number * 31).nextInt(words.size()));
    }

    private static ConfigFile house(int services, List<String> words) {
        var config = new ConfigFile()
                .person("ada")
                .person("grace")
                .policy(POLICY, "{notify: [\"person:ada\", \"person:grace\", \"webhook:sink\"], wait: 30m}");
        Incidents.services(config, STEADY_PREFIX, STEADY);
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
        var first = left.isEmpty() ? JsonNodeFactory.instance.missingNode() : left.getFirst();
        run.report()
                .table(
                        "What is left of it",
                        "incidents opened in all",
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

    private static List<JsonNode> open(LarumServer server) {
        return server.api()
                .get("/api/incidents?state=open&limit=1000")
                .path("items")
                .valueStream()
                .filter(incident ->
                        !incident.path("service").path("word").asString("").startsWith(STEADY_PREFIX))
                .toList();
    }
}
