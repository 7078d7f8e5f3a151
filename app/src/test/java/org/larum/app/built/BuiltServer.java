package org.larum.app.built;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Larum's jar in a process of its own, with the embedded database in a directory of its own. */
final class BuiltServer implements AutoCloseable {

    static final String ADMIN = "an-administrator-of-the-tests";
    /** Between two looks there is less than this, unless the machine was suspended, which is nobody's fault. */
    private static final Duration ASLEEP = Duration.ofSeconds(10);

    private static final Path JAR = Path.of("target/larum.jar").toAbsolutePath();

    private final Path data;
    private final int port;
    private final @Nullable Path config;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    BuiltServer(Path data, @Nullable String yaml) {
        this.data = data;
        this.port = freePort();
        this.config = yaml == null ? null : write(data.resolveSibling("larum.yaml"), yaml);
        this.process = launch();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a program; what it says goes to a file beside its data. */
    static Process start(Path log, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process java(Path data, int port, @Nullable Path config, String... options) {
        assertThat(JAR).describedAs("the built jar").exists();
        var environment = new TreeMap<String, String>();
        environment.put("LARUM_DATA", data.toString());
        environment.put("LARUM_PORT", String.valueOf(port));
        environment.put("LARUM_ADMIN_TOKEN", ADMIN);
        environment.put("LARUM_PUSH_HOSTS", "localhost");
        if (config != null) {
            environment.put("LARUM_CONFIG", config.toString());
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", JAR.toString()));
        return start(log(data), environment, command);
    }

    /** A first start that comes as far as this file, and is killed with all that it had started. */
    static void killAtFirstStart(Path data, Path reached) {
        var process = java(data, freePort(), null);
        try {
            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!Files.exists(reached) && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(reached).exists();
        } finally {
            var children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            process.onExit().join();
            children.forEach(child -> child.onExit().join());
        }
    }

    private Process launch(String... options) {
        var started = java(data, port, config, options);
        eventually("Larum is ready", Duration.ofMinutes(2), () -> {
            assertThat(started.isAlive()).describedAs(said()).isTrue();
            return said().contains("Larum is ready");
        });
        return started;
    }

    void killAndStartAgain() {
        kill();
        process = launch();
    }

    /** The same with an option of the JVM. */
    void killAndStartAgain(String option) {
        kill();
        process = launch(option);
    }

    /** A first start that ends by itself. */
    static void endsAtFirstStart(Path data, String option) {
        var process = java(data, freePort(), null, option);
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean hasEndedAtFailpoint() {
        return !process.isAlive() && process.exitValue() == Failpoint.KILLED;
    }

    private void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The embedded PostgreSQL, as it runs now. */
    ProcessHandle database() {
        try {
            var pid =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int databasePort() {
        try {
            var lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            return Integer.parseInt(lines.get(3).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the first event of this name aside, as a reader does that could not take it. */
    void park(String processor, String event) {
        var sql = """
                insert into parked_events (processor, event_index, reason, parked_at)
                select ?, min(global_index), 'java.lang.IllegalStateException: a fault of the test', now()
                from event where name = ?""";
        assertThat(change(sql, processor, event)).isEqualTo(1);
    }

    /** Changes the database behind its back; how many rows. */
    int change(String sql, String... parameters) {
        try {
            var password = Files.readString(data.resolve("database-password")).strip();
            var url = "jdbc:postgresql://127.0.0.1:" + databasePort() + "/larum";
            try (var connection = DriverManager.getConnection(url, "postgres", password);
                    var statement = connection.prepareStatement(sql)) {
                for (int n = 0; n < parameters.length; n++) {
                    statement.setString(n + 1, parameters[n]);
                }
                return statement.executeUpdate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal to the embedded PostgreSQL and all its processes. */
    void signalDatabase(String signal) {
        var database = database();
        signal(database, signal);
        if (database.isAlive()) {
            // It may have begun a process while its processes were listed; stopped, it begins no more.
            signal(database, signal);
        }
    }

    private static void signal(ProcessHandle database, String signal) {
        var command = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(database.pid())));
        database.descendants().forEach(child -> command.add(String.valueOf(child.pid())));
        try {
            // What ended in the meantime makes kill say so, and is none the less stopped.
            new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path log() {
        return log(data);
    }

    private static Path log(Path data) {
        return data.resolveSibling("larum.log");
    }

    String said() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String setupLink() {
        eventually("the set-up link is printed", Duration.ofSeconds(10), () -> said().contains("/setup/"));
        var found = Pattern.compile("http://\\S+/setup/\\S+").matcher(said());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + ADMIN)
                .build());
    }

    HttpResponse<String> post(String path, String body, String token) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void eventually(String what, Duration patience, BooleanSupplier is) {
        eventually(() -> what, patience, is);
    }

    static void eventually(Supplier<String> what, Duration patience, BooleanSupplier is) {
        long left = patience.toNanos();
        long last = System.nanoTime();
        while (!is.getAsBoolean()) {
            long now = System.nanoTime();
            left -= Math.min(now - last, ASLEEP.toNanos());
            last = now;
            assertThat(left).describedAs("waited in vain until " + what.get()).isPositive();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
