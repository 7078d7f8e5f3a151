package org.larum.bench.storm;

import java.nio.file.Path;
import java.time.Duration;
import org.larum.bench.alertmanager.Alertmanager;
import org.larum.bench.load.Tally;
import org.larum.bench.machine.Cpu;
import org.larum.bench.sink.WebhookSink;

/** Alertmanager in one case. */
final class AlertmanagerStorm {

    private static final String PATH = "/api/v2/alerts";

    private AlertmanagerStorm() {}

    static Figures measure(Case storm, Path home, Duration warmUp, Duration time) {
        try (var sink = WebhookSink.counting();
                var server = new Alertmanager(home, sink.url())) {
            var warm = new Tally();
            storm.loader(server.port(), warm).run(storm.load(PATH, 0, warmUp.toNanos()));
            long first = warm.latency().getTotalCount() * storm.batch();
            double cpu = server.cpu();
            double here = Cpu.here();
            var tally = new Tally();
            storm.loader(server.port(), tally).run(storm.load(PATH, first, time.toNanos()));
            return new Figures(tally, 0, Duration.ZERO, server.cpu() - cpu, 0, Cpu.here() - here, sink.calls(), true);
        }
    }
}
