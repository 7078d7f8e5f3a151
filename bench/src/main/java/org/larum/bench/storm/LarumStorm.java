package org.larum.bench.storm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.larum.bench.alerts.Prometheus;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.larum.LarumServer;
import org.larum.bench.load.Tally;
import org.larum.bench.machine.Cpu;
import org.larum.bench.machine.Pause;
import org.larum.bench.report.Report;
import org.larum.bench.sink.WebhookSink;

/** Larum in one case: a fresh server, a storm, a kill in a last burst of it, and a count of what is stored. */
final class LarumStorm implements AutoCloseable {

    private static final String PATH = "/alertmanager/" + ConfigFile.ALERTMANAGER_KEY + "/api/v2/alerts";
    private static final Duration BURST = Duration.ofSeconds(1);

    private final Case storm;
    private final Report report;
    private final WebhookSink sink = WebhookSink.counting();
    private final LarumServer server;
    private final AtomicLong sent = new AtomicLong();

    LarumStorm(Case storm, Path home, Report report) {
        this.storm = storm;
        this.report = report;
        var config = new ConfigFile().webhook("sink", sink.url());
        for (var word : Prometheus.services()) {
            config.service(word, null);
        }
        server = new LarumServer(home, config);
    }

    LarumServer server() {
        return server;
    }

    Figures measure(Duration warmUp, Duration time, Duration patience) {
        var warm = send(warmUp);
        var database = server.database();
        long head = database.head();
        double[] cpu = {server.cpu(), database.cpu(), Cpu.here()};
        long begun = System.nanoTime();
        var tally = send(time);
        double took = (System.nanoTime() - begun) / 1e9;
        double events = (database.head() - head) / took;
        double[] after = {server.cpu(), database.cpu(), Cpu.here()};
        report.progress("waiting until everybody has read the log");
        var catchUp = database.catchUp("%", patience);
        if (catchUp.isNegative()) {
            report.remark("Larum, " + storm.name() + ": " + patience.toSeconds()
                    + " s after the end the slowest reader was " + database.lag("%") + " events behind.");
        }
        long told = sink.calls();
        boolean isWhole = isWholeAfterKill(warm, tally);
        return new Figures(
                tally, events, catchUp, after[0] - cpu[0], after[1] - cpu[1], after[2] - cpu[2], told, isWhole);
    }

    private Tally send(Duration time) {
        var tally = new Tally();
        long first = sent.get();
        storm.loader(server.port(), tally).run(storm.load(PATH, first, time.toNanos()));
        sent.addAndGet(tally.latency().getTotalCount() * storm.batch());
        return tally;
    }

    /** Killed with its database in the middle of a burst; then all that was answered 2xx must be there. */
    private boolean isWholeAfterKill(Tally... before) {
        var burst = new Tally();
        var loader = storm.loader(server.port(), burst);
        var killer = Thread.ofPlatform().start(() -> {
            Pause.of(BURST);
            server.kill();
            server.killDatabase();
            loader.stop();
        });
        loader.run(storm.load(PATH, sent.get(), Duration.ofMinutes(1).toNanos()));
        try {
            killer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.startAgain();
        long accepted = burst.accepted();
        long unknown = burst.unknown();
        for (var tally : before) {
            accepted += tally.accepted();
            unknown += tally.unknown();
        }
        return isBetween(stored(), accepted, accepted + unknown);
    }

    /** Unique alerts are counted in the log; repeats are counted by the API. */
    private long stored() {
        if (storm.isUnique()) {
            return server.database().raised();
        }
        server.database().catchUp("projection-alert", Duration.ofMinutes(1));
        var sum = new AtomicLong();
        server.api()
                .each("/api/alerts", alert -> sum.addAndGet(alert.path("count").asLong()));
        return sum.get();
    }

    private boolean isBetween(long stored, long accepted, long most) {
        var counts = storm.name() + ": " + accepted + " accepted, " + stored + " stored, " + (most - accepted)
                + " without an answer when it was killed.";
        if (stored < accepted || stored > most) {
            report.broken(counts);
            return false;
        }
        report.remark(counts);
        return true;
    }

    @Override
    public void close() {
        server.close();
        sink.close();
    }
}
