package org.larum.bench.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.larum.bench.larum.LarumServer;
import org.larum.bench.machine.Pause;
import org.larum.bench.report.Latency;
import org.larum.bench.report.Report;

/** kill -9 of the server and of its database, as often of each, in random order and at random moments. */
final class Kills {

    private enum Victim {
        SERVER,
        DATABASE
    }

    private static final long LONGEST_PAUSE = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LarumServer server;
    private final Random random;
    private final Report report;
    private final List<Victim> victims = new ArrayList<>();
    private final Histogram start = new Histogram(3);
    private final Histogram revival = new Histogram(3);

    Kills(LarumServer server, int ofEach, Random random, Report report) {
        this.server = server;
        this.random = random;
        this.report = report;
        for (int i = 0; i < ofEach; i++) {
            victims.add(Victim.SERVER);
            victims.add(Victim.DATABASE);
        }
        Collections.shuffle(victims, random);
    }

    void run() {
        int done = 0;
        for (var victim : victims) {
            Pause.of(Duration.ofMillis(random.nextLong(200, LONGEST_PAUSE)));
            switch (victim) {
                case SERVER -> {
                    server.kill();
                    start.recordValue(server.startAgain().toNanos());
                }
                case DATABASE -> revival.recordValue(killDatabase());
            }
            report.progress("kill " + ++done + " of " + victims.size() + ": " + victim);
        }
    }

    /** The server is to start it again by itself; answers how long until something could be read. */
    private long killDatabase() {
        long begun = System.nanoTime();
        server.killDatabase();
        if (!Pause.until(PATIENCE, this::answers)) {
            report.broken("The server did not find back to its database within " + PATIENCE.toSeconds() + " s.");
        }
        return System.nanoTime() - begun;
    }

    private boolean answers() {
        try {
            server.api().get("/api/incidents?limit=1");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    void tell() {
        report.table("Back after", "victim", "kills", "p50 ms", "worst ms")
                .row("server", start.getTotalCount(), Latency.at(start, 50), Latency.at(start, 100))
                .row("database", revival.getTotalCount(), Latency.at(revival, 50), Latency.at(revival, 100));
    }
}
