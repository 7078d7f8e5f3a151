package org.larum.bench.overload;

import java.time.Duration;
import org.larum.bench.Driver;
import org.larum.bench.Run;
import org.larum.bench.alerts.Detections;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.larum.LarumServer;
import org.larum.bench.load.Load;
import org.larum.bench.load.Loader;
import org.larum.bench.machine.Pause;
import org.larum.bench.report.Latency;
import org.larum.bench.report.Table;

/** LOAD-2: twenty senders, one of which sends ten times what all of them do together; a small heap. */
public final class Overload implements Driver {

    private static final int SENDERS = 20;
    private static final int SERVICES = 50;

    @Override
    public String about() {
        return "20 keys, one of them noisy at ten times the rate of all: who is refused, and how [--rate N]";
    }

    @Override
    public void run(Run run) throws InterruptedException {
        int rate = run.number("rate", 100, 200);
        int seconds = run.number("seconds", 20, 300);
        var patience = Duration.ofSeconds(run.number("patience", 30, 600));
        var config = new ConfigFile();
        for (int i = 0; i < SENDERS; i++) {
            config.integration("sender" + i, "native", key(i));
        }
        for (int i = 0; i < SERVICES; i++) {
            config.service("o" + i, null);
        }
        try (var server = new LarumServer(run.home().resolve("larum"), config, "-Xmx512m")) {
            run.report().progress("usual load");
            var before = send(server, "before", rate, 0, Math.min(seconds, 10));
            run.report().progress("one sender goes wild");
            var during = send(server, "during", rate, rate * 10, seconds);
            Pause.of(Duration.ofSeconds(2));
            var after = send(server, "after", rate, 0, Math.min(seconds, 10));
            var table = run.report()
                    .table(
                            "Overload, " + rate + " alerts/s of 19 quiet senders, " + rate * 10 + " of a noisy one",
                            "who",
                            "offered",
                            "accepted",
                            "refused",
                            "other",
                            "refused slowly",
                            "without Retry-After",
                            "p50 ms",
                            "p99 ms",
                            "p99.9 ms",
                            "refusal p99 ms");
            show(table, "quiet, before", before[0]);
            show(table, "quiet, meanwhile", during[0]);
            show(table, "noisy", during[1]);
            show(table, "quiet, after", after[0]);
            judge(run, server, patience, before[0], during[0], during[1], after[0]);
        }
    }

    private static String key(int sender) {
        return "overload-key-of-the-bench-with-32-characters-" + sender;
    }

    private static Refusals[] send(LarumServer server, String prefix, int quiet, int noisy, int seconds)
            throws InterruptedException {
        Refusals[] both = {new Refusals((long) quiet * seconds), new Refusals((long) noisy * seconds)};
        var loud = Thread.ofPlatform().start(() -> {
            if (noisy > 0) {
                new Loader(server.port(), 512, both[1])
                        .run(Load.open(
                                (long) noisy * seconds,
                                noisy,
                                (n, at) ->
                                        Detections.trigger(key(0), prefix + "-noisy" + n, "o" + n % SERVICES, n, at)));
            }
        });
        new Loader(server.port(), 128, both[0])
                .run(Load.open(
                        (long) quiet * seconds,
                        quiet,
                        (n, at) -> Detections.trigger(
                                key(1 + (int) (n % (SENDERS - 1))), prefix + "-quiet" + n, "o" + n % SERVICES, n, at)));
        loud.join();
        return both;
    }

    private static void show(Table table, String who, Refusals r) {
        table.row(
                who,
                r.offered(),
                r.tally().accepted(),
                r.refused(),
                r.other(),
                r.slow(),
                r.untold(),
                Latency.cells(r.tally().latency()),
                Latency.at(r.refusal(), 99));
    }

    private static void judge(Run run, LarumServer server, Duration patience, Refusals... all) {
        var report = run.report();
        long accepted = 0;
        for (var one : all) {
            accepted += one.tally().accepted();
            if (one.other() > 0) {
                report.broken(one.other() + " requests were neither taken nor refused: "
                        + one.tally().statuses() + ", " + one.unsent()
                        + " could not be sent, since all connections hung.");
            }
            if (one.slow() + one.untold() > 0) {
                report.broken(one.slow() + " refusals took more than " + Refusals.AT_ONCE.toMillis() + " ms, "
                        + one.untold() + " came without a whole Retry-After.");
            }
        }
        var quiet = all[1];
        if (quiet.tally().accepted() < quiet.offered() * 0.999) {
            report.broken("Of the quiet senders only " + quiet.tally().accepted() + " of " + quiet.offered()
                    + " were taken.");
        }
        if (!server.isAlive()) {
            report.broken("The server has ended:\n" + server.said());
            return;
        }
        long stored = server.database().raised();
        if (stored < accepted) {
            report.broken(accepted + " were accepted, but only " + stored + " are stored.");
        }
        report.remark(accepted + " accepted, " + stored + " stored.");
        if (server.database().catchUp("%", patience).isNegative()) {
            report.remark("After " + patience.toSeconds() + " s the slowest reader was "
                    + server.database().lag("%") + " events behind.");
        }
    }
}
