package org.larum.bench.larum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.larum.bench.machine.Cpu;
import org.larum.bench.machine.Pause;
import org.larum.bench.machine.Ports;
import org.larum.bench.machine.Program;

/** The built server on loopback, started as the launcher starts it, and killed as a machine that loses power would. */
public final class LarumServer implements AutoCloseable {

    /** An administrator's token. */
    public static final String ADMIN = "an-administrator-of-the-bench";

    private static final Duration START = Duration.ofMinutes(3);

    private final Path home;
    private final List<String> options;
    private final int port = Ports.free();
    private Program program;

    /** {@code home}: an empty directory; {@code options}: of the JVM, after the launcher's own. */
    public LarumServer(Path home, ConfigFile config, String... options) {
        this.home = home;
        this.options = List.of(options);
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("larum.yaml"), config.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Its database would outlive a driver that is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(this::killOrphan));
        program = launch();
    }

    private void killOrphan() {
        if (Files.exists(data().resolve("postgres/postmaster.pid"))) {
            killDatabase();
        }
    }

    private Program launch() {
        var log = home.resolve("larum.log");
        var started = Program.start(log, environment(), command());
        boolean isReady =
                Pause.until(START, () -> !started.isAlive() || started.said().contains("Larum is ready"));
        if (!isReady || !started.isAlive()) {
            throw new IllegalStateException("Larum did not start:\n" + started.said());
        }
        return started;
    }

    private Map<String, String> environment() {
        return Map.of(
                "LARUM_DATA",
                data().toString(),
                "LARUM_PORT",
                String.valueOf(port),
                "LARUM_BIND",
                "127.0.0.1",
                "LARUM_URL",
                "http://127.0.0.1:" + port,
                "LARUM_ADMIN_TOKEN",
                ADMIN,
                "LARUM_CONFIG",
                home.resolve("larum.yaml").toString());
    }

    /** The launcher says where the built server lies and which options it gets. */
    private List<String> command(String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        System.getProperty("larum.flags", "").lines().forEach(command::add);
        System.getenv()
                .getOrDefault("LARUM_JAVA_OPTIONS", "")
                .lines()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(options);
        command.add("-jar");
        command.add(System.getProperty("larum.jar", "app/target/larum.jar"));
        command.addAll(Arrays.asList(words));
        return command;
    }

    /** Runs a verb of the command line against this server and answers what it said. */
    public String verb(String... words) {
        var run = Program.start(home.resolve("verb.log"), environment(), command(words));
        int code = run.await();
        if (code != 0) {
            throw new IllegalStateException("./larum " + String.join(" ", words) + " failed:\n" + run.said());
        }
        return run.said();
    }

    public int port() {
        return port;
    }

    public Api api() {
        return new Api(port, ADMIN);
    }

    public Database database() {
        return new Database(data());
    }

    public boolean isAlive() {
        return program.isAlive();
    }

    public String said() {
        return program.said();
    }

    private Path data() {
        return home.resolve("data").toAbsolutePath();
    }

    /** Of the JVM alone, in seconds. */
    public double cpu() {
        return Cpu.tree(program.pid()) - cpuOfDatabaseAsChild();
    }

    /** PostgreSQL detaches itself, so it is normally nobody's child; where it is one, it is not counted twice. */
    private double cpuOfDatabaseAsChild() {
        long pid = database().pid();
        return ProcessHandle.of(program.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(process -> process.pid() == pid)
                .mapToDouble(process -> Cpu.tree(pid))
                .sum();
    }

    public void kill() {
        program.kill();
    }

    /** kill -9 of every PostgreSQL process of this server. */
    public void killDatabase() {
        ProcessHandle.of(database().pid()).filter(this::isOurs).ifPresent(postmaster -> {
            var children = postmaster.children().toList();
            postmaster.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            postmaster.onExit().join();
        });
    }

    /** The file that names it outlives it, and its number may be somebody else's by now. */
    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(data().toString()))
                .isPresent();
    }

    /** After {@link #kill}; answers how long it took until it was ready. */
    public Duration startAgain() {
        long begun = System.nanoTime();
        program = launch();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** At once: nobody needs this data any more. */
    @Override
    public void close() {
        program.kill();
        killOrphan();
    }
}
