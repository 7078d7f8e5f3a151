package org.larum.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.larum.app.config.Settings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the data is: the operator's PostgreSQL, or the embedded one, which is stopped only after all who use it. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    private static final int CONNECTIONS = 32;

    /** A request must be answered within a second when the database is away, so nobody waits longer than this for it. */
    private static final long PATIENCE_MILLIS = 700;

    /** The embedded server, if there is one; it starts while the rest of the application does. */
    public static final class Embedded implements DisposableBean {

        private final @Nullable CompletableFuture<EmbeddedDatabase> starting;

        public Embedded(Settings settings) {
            starting = settings.databaseUrl() != null
                    ? null
                    : CompletableFuture.supplyAsync(() -> EmbeddedDatabase.start(settings.data()));
        }

        @Nullable
        EmbeddedDatabase database() {
            try {
                return starting == null ? null : starting.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }

        /** Looks after the embedded server; nothing to do for one of the operator's own. */
        public void revive() {
            if (starting != null && starting.isDone() && !starting.isCompletedExceptionally()) {
                starting.join().revive();
            }
        }

        @Override
        public void destroy() throws Exception {
            if (starting != null && !starting.isCompletedExceptionally()) {
                starting.join().close();
            }
        }
    }

    @Bean
    HikariDataSource dataSource(Settings settings, Embedded embedded) {
        // A connection that has rested is tried before it is used: a database that froze must be noticed by the very
        // next request.
        // One that was used a moment ago is not, or trying would be a third of all round trips under load: whoever
        // comes in these
        // milliseconds after a freeze waits no longer than whoever had a statement under way.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "5");
        var config = new HikariConfig();
        var database = embedded.database();
        if (database != null) {
            config.setJdbcUrl(database.url());
            config.setUsername(database.user());
            config.setPassword(database.password());
        } else {
            config.setJdbcUrl(jdbc(Objects.requireNonNull(settings.databaseUrl())));
        }
        config.setPoolName("larum");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(8);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        // Two that do not answer use the patience up.
        config.setValidationTimeout(PATIENCE_MILLIS / 2);
        config.setInitializationFailTimeout(20_000);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "larum");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /** Accepts the short form too: postgres://user:password@host:5432/larum. */
    static String jdbc(String url) {
        if (url.startsWith("jdbc:")) {
            return url;
        }
        var uri = URI.create(url);
        var user = uri.getUserInfo();
        var jdbc =
                "jdbc:postgresql://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath();
        if (user == null) {
            return jdbc;
        }
        var parts = user.split(":", 2);
        return jdbc + "?user=" + parts[0] + (parts.length > 1 ? "&password=" + parts[1] : "");
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    /** Refuses to serve from a database that may forget what it said it had kept. */
    @Bean
    Durability durability(JdbcClient jdbc) {
        for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            var value = jdbc.sql("select current_setting(?)")
                    .param(setting)
                    .query(String.class)
                    .single();
            if (value.equals("off")) {
                throw new Settings.Wrong(
                        "PostgreSQL runs with " + setting + " = off: it may lose what Larum has promised to"
                                + " keep. Set " + setting + " = on and start again.");
            }
        }
        return new Durability();
    }

    /** Proof that the settings of the database were looked at. */
    public record Durability() {}
}
