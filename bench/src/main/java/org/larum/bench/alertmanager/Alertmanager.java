package org.larum.bench.alertmanager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.larum.bench.machine.Cpu;
import org.larum.bench.machine.Pause;
import org.larum.bench.machine.Ports;
import org.larum.bench.machine.Program;

/** Debian's Alertmanager, grouping by service and telling one webhook, as it is meant to be used. */
public final class Alertmanager implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
    private static final String PACKAGE = "prometheus-alertmanager";

    private final int port = Ports.free();
    private final Program program;

    public Alertmanager(Path home, String sink) {
        if (!Files.isExecutable(PROGRAM)) {
            install(home);
        }
        var config = """
                route: {receiver: sink, group_by: [service], group_wait: 0s, group_interval: 1s, repeat_interval: 4h}
                receivers: [{name: sink, webhook_configs: [{url: '%s'}]}]
                """.formatted(sink);
        var file = home.resolve("alertmanager.yml");
        try {
            Files.createDirectories(home);
            Files.writeString(file, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program = Program.start(
                home.resolve("alertmanager.log"),
                Map.of(),
                List.of(
                        PROGRAM.toString(),
                        "--config.file=" + file,
                        "--storage.path=" + home.resolve("alertmanager"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=error"));
        if (!Pause.until(Duration.ofSeconds(20), this::isListening)) {
            throw new IllegalStateException("Alertmanager did not start:\n" + program.said());
        }
    }

    private boolean isListening() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void install(Path home) {
        // Debian's own service must not start: the driver starts the program itself.
        var quiet = Map.of("DEBIAN_FRONTEND", "noninteractive", "RUNLEVEL", "1");
        var log = home.resolve("apt.log");
        Program.start(log, quiet, List.of("apt-get", "-qq", "update")).await();
        var install = List.of("apt-get", "-qq", "-y", "--no-install-recommends", "install", PACKAGE);
        if (Program.start(log, quiet, install).await() != 0) {
            throw new IllegalStateException("As root: apt-get install " + PACKAGE);
        }
    }

    public int port() {
        return port;
    }

    public double cpu() {
        return Cpu.tree(program.pid());
    }

    @Override
    public void close() {
        program.kill();
    }
}
