package org.larum.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.larum.app.database.EmbeddedDatabase;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of this test run: the one at TEST_JDBC_URL, else one in Docker, else the embedded one. Chosen once, said
 * once, and never silently another major version. Every caller gets a database of its own, migrated.
 */
public final class TestDatabase {

    private static final int MAJOR = 18;
    private static final int OLDEST = 15;

    /** A running server: {@code url} reaches any of its databases, with a name in place of the %s. */
    private record Running(String kind, String url, int atLeast, int atMost) {

        String to(String database) {
            return url.formatted(database);
        }
    }

    private static final class Holder {
        static final Running SERVER = choose();
        static final String TEMPLATE =
                "larum_template_" + ProcessHandle.current().pid();
        static final AtomicInteger COUNT = new AtomicInteger();
        static final Queue<HikariDataSource> POOLS = new ConcurrentLinkedQueue<>();
        static final Queue<String> DATABASES = new ConcurrentLinkedQueue<>();

        static {
            sayAndCheck();
            onServer("create database " + TEMPLATE);
            DATABASES.add(TEMPLATE);
            Flyway.configure()
                    .dataSource(SERVER.to(TEMPLATE), null, null)
                    .load()
                    .migrate();
            // The embedded server ends by itself, and takes all of them with it; so does the container.
            Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::dropAll));
        }

        private static void sayAndCheck() {
            try (var connection = DriverManager.getConnection(SERVER.to("postgres"))) {
                int major = connection.getMetaData().getDatabaseMajorVersion();
                System.out.println("Test database: " + SERVER.kind() + ", PostgreSQL "
                        + connection.getMetaData().getDatabaseProductVersion());
                if (major < SERVER.atLeast() || major > SERVER.atMost()) {
                    throw new IllegalStateException(SERVER.kind() + " is PostgreSQL " + major + "; wanted is "
                            + SERVER.atLeast() + (SERVER.atMost() == SERVER.atLeast() ? "" : " or later"));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(SERVER.kind() + " does not answer", e);
            }
        }
    }

    private TestDatabase() {}

    /** The address of a new, migrated, empty database; user and password are in it. */
    public static String freshUrl() {
        var name = "larum_" + ProcessHandle.current().pid() + "_" + Holder.COUNT.incrementAndGet();
        onServer("create database " + name + " template " + Holder.TEMPLATE);
        Holder.DATABASES.add(name);
        return Holder.SERVER.to(name);
    }

    /** A pool on a new, migrated, empty database; closed when the JVM ends. */
    public static DataSource fresh() {
        return pool(freshUrl());
    }

    /** A pool on a database of before; closed when the JVM ends. */
    public static DataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        var pool = new HikariDataSource(config);
        Holder.POOLS.add(pool);
        return pool;
    }

    private static synchronized void onServer(String sql) {
        try (var connection = DriverManager.getConnection(Holder.SERVER.to("postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void dropAll() {
        Holder.POOLS.forEach(HikariDataSource::close);
        if (Holder.SERVER.kind().startsWith("at")) {
            Holder.DATABASES.forEach(name -> onServer("drop database if exists " + name + " with (force)"));
        }
    }

    private static Running choose() {
        var url = System.getenv("TEST_JDBC_URL");
        if (url != null && !url.isBlank()) {
            return new Running("at TEST_JDBC_URL", withPlaceholder(url), OLDEST, Integer.MAX_VALUE);
        }
        return isDockerThere() ? container() : embedded();
    }

    /** jdbc:postgresql://host:5432/postgres?user=a becomes jdbc:postgresql://host:5432/%s?user=a. */
    static String withPlaceholder(String url) {
        var parts = url.replace("%", "%%").split("\\?", 2);
        var server = parts[0].substring(0, parts[0].lastIndexOf('/'));
        return server + "/%s" + (parts.length > 1 ? "?" + parts[1] : "");
    }

    /** The question alone would fill the log with the reasons of a no. */
    private static boolean isDockerThere() {
        var logger = (Logger) LoggerFactory.getLogger("org.testcontainers");
        @Nullable Level before = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } finally {
            logger.setLevel(before);
        }
    }

    @SuppressWarnings("resource") // lives as long as the JVM; Docker's reaper ends it
    private static Running container() {
        var container =
                new PostgreSQLContainer("postgres:" + MAJOR).withCommand("postgres", "-c", "max_connections=300");
        container.start();
        var url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/%s?user="
                + container.getUsername() + "&password=" + container.getPassword();
        return new Running("in Docker", url, MAJOR, MAJOR);
    }

    /** Durable as in the product, since the server refuses to start on one that is not. */
    private static Running embedded() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(EmbeddedDatabase.binaries().toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
            var url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/%s?user=postgres";
            return new Running("embedded", url, MAJOR, MAJOR);
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL of the tests did not start", e);
        }
    }
}
