package org.larum.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.larum.app.config.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL inside the data directory: durable, on loopback, with a password of its own. The defaults of the library that
 * starts it are those of tests (fsync off, everybody trusted), so each of them is overridden.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String MAJOR = "18";

    /** After a crash it reads its log first, up to 2 GB of it, and takes no connections until it has. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String SECURED = "database-secured";
    private static final String BEGUN = "database-begun";

    private final Path data;
    private final FileLock lock;
    private final String password;
    private final int port;
    private final EmbeddedPostgres postgres;
    private final List<String> command;

    /** The server that was started in place of one that had died. */
    private @Nullable Process again;

    private EmbeddedDatabase(
            Path data, FileLock lock, String password, EmbeddedPostgres postgres, List<String> command) {
        this.data = data;
        this.lock = lock;
        this.password = password;
        this.postgres = postgres;
        this.port = postgres.getPort();
        this.command = List.copyOf(command);
    }

    /** Starts it on an empty or an earlier directory; also after a crash that left the server of before running. */
    public static EmbeddedDatabase start(Path data) {
        try {
            Files.createDirectories(data);
            var lock = lock(data);
            var cluster = data.resolve("postgres");
            if (Files.exists(cluster.resolve("PG_VERSION"))) {
                refuseOtherMajor(cluster);
                endOrphan(cluster);
            }
            begin(data, cluster);
            var password = password(data);
            var postgres = launch(cluster, password);
            // Not "the directory is new": the first start may have been killed before it came this far.
            if (!Files.exists(data.resolve(SECURED))) {
                secure(postgres, cluster, password);
                writePrivately(data.resolve(SECURED), "");
                Files.deleteIfExists(data.resolve(BEGUN));
            }
            return new EmbeddedDatabase(data, lock, password, postgres, command(cluster));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL under " + data + " did not start: " + e.getMessage(), e);
        }
    }

    /** A first start that was killed may have left half a cluster, which cannot be told from a whole one: it is made anew. */
    private static void begin(Path data, Path cluster) throws IOException {
        var begun = data.resolve(BEGUN);
        if (Files.exists(begun) && !Files.exists(data.resolve(SECURED))) {
            LOG.info("the first start was cut short; it is begun again");
            ProcessHandle.allProcesses()
                    .filter(process -> isOf(process, "initdb", cluster))
                    .peek(ProcessHandle::destroyForcibly)
                    .forEach(process -> process.onExit().join());
            FileSystemUtils.deleteRecursively(cluster);
        }
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            writePrivately(begun, "");
        }
    }

    /**
     * Starts the server again, by the same command, when its process has died. Nothing committed is lost by that. It is not waited for:
     * while it reads its log it refuses connections, and one that ends at once is started anew when this is called again. The library
     * cannot do this: of a start that failed it keeps the lock on the directory, and every later one is refused.
     */
    public synchronized void revive() {
        if ((again != null && again.isAlive()) || isAlive(data.resolve("postgres"))) {
            return;
        }
        LOG.error("the embedded database has died; it is started again");
        try {
            again = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("database-restart.log").toFile())
                    .start();
        } catch (IOException e) {
            LOG.warn(
                    "the embedded database could not be started again; it is tried again in a moment: {}",
                    e.toString());
        }
    }

    /** How the library has started the server. */
    private static List<String> command(Path cluster) throws IOException {
        var info = process(cluster)
                .orElseThrow(() -> new IOException("its process is gone already"))
                .info();
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a name space of its own it does not.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(info.command().orElseThrow(() -> new IOException("its command is not to be seen")));
        command.addAll(List.of(info.arguments().orElseThrow(() -> new IOException("its options are not to be seen"))));
        return command;
    }

    private static boolean isAlive(Path cluster) {
        try {
            return process(cluster).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static EmbeddedPostgres launch(Path cluster, String password) throws IOException {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(PATIENCE)
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries().toFile())
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "80")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("idle_in_transaction_session_timeout", "30s")
                .setConnectConfig("password", password)
                .start();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/larum";
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return password;
    }

    private static FileLock lock(Path data) throws IOException {
        var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer
        }
        channel.close();
        throw new Settings.Wrong("Another Larum already runs on " + data
                + ". Stop it first, or give this one a directory of its own with LARUM_DATA.");
    }

    private static void refuseOtherMajor(Path cluster) throws IOException {
        var major = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!major.equals(MAJOR)) {
            throw new Settings.Wrong(
                    "The data under " + cluster + " was written by PostgreSQL " + major + ", and this Larum brings "
                            + MAJOR + ". Nothing was touched. Start the version of Larum that wrote it.");
        }
    }

    /** A server whose JVM was killed goes on running; it has no client any more, so a smart shutdown ends it cleanly. */
    private static void endOrphan(Path cluster) throws IOException {
        var process = process(cluster);
        if (process.isEmpty()) {
            return;
        }
        LOG.info("The database of a Larum that was killed still runs; it is ended before the start");
        process.get().destroy();
        try {
            process.get().onExit().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Killing it is safe: the log of PostgreSQL is replayed at the next start.
            process.get().destroyForcibly();
            process.get().onExit().join();
        }
    }

    /** The server of this directory, if it runs; a process that has its number by chance has another command line. */
    private static Optional<ProcessHandle> process(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(found -> isOf(found, "postgres", cluster));
    }

    private static boolean isOf(ProcessHandle process, String program, Path cluster) {
        return process.info()
                .commandLine()
                .map(line -> line.contains(program) && line.contains(cluster.toString()))
                .orElse(false);
    }

    /** Unpacked once for all data directories of this user: unpacking takes seconds. */
    public static Path binaries() {
        var cache = System.getenv("XDG_CACHE_HOME");
        var home =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return home.resolve("larum").resolve("postgres");
    }

    private static String password(Path data) throws IOException {
        var file = data.resolve("database-password");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            writePrivately(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    /** Creates the file readable by its owner alone, before anything is in it. */
    public static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    /** May run again when it was cut short: each step finds what the one before has left. */
    private static void secure(EmbeddedPostgres postgres, Path cluster, String password)
            throws SQLException, IOException {
        var url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            try (var found = statement.executeQuery("select 1 from pg_database where datname = 'larum'")) {
                if (found.next()) {
                    LOG.info("the first start was cut short; it is finished now");
                } else {
                    connection.createStatement().execute("create database larum");
                }
            }
            Files.writeString(
                    cluster.resolve("pg_hba.conf"),
                    "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        postgres.close();
        lock.release();
        lock.channel().close();
    }
}
