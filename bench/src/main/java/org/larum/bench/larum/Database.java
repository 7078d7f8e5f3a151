package org.larum.bench.larum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.larum.bench.machine.Cpu;
import org.larum.bench.machine.Pause;

/**
 * Looks into the server's own database, at the little that no door tells: how long the log is, and how far each processor has
 * read it.
 */
public final class Database {

    private static final String LAG = """
            select coalesce(max(head - coalesce((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint, -1)), 0)
            from processor_tokens, (select coalesce(max(global_index), -1) as head from event) log
            where token is not null and processor like ?""";

    private final Path data;

    Database(Path data) {
        this.data = data;
    }

    /** Of the postmaster. */
    public long pid() {
        return Long.parseLong(line(data.resolve("postgres/postmaster.pid"), 0));
    }

    public double cpu() {
        return Cpu.tree(pid());
    }

    public Connection open() throws SQLException {
        var port = line(data.resolve("postgres/postmaster.pid"), 3);
        var password = line(data.resolve("database-password"), 0);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/larum", "postgres", password);
    }

    private static String line(Path file, int number) {
        try {
            return Files.readAllLines(file).get(number).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The index of the newest event. */
    public long head() {
        return number("select coalesce(max(global_index), 0) from event");
    }

    /** How many alerts the log says were raised. */
    public long raised() {
        return number("select count(*) from event where name = 'alert.AlertRaised'");
    }

    /** How many events the slowest processor has yet to read; {@code like}: such as {@code projection-%}. */
    public long lag(String like) {
        return number(LAG, like);
    }

    /** How long until all of them have read all; empty-handed, that is negative, when that takes longer than this. */
    public Duration catchUp(String like, Duration patience) {
        long begun = System.nanoTime();
        boolean isDone = Pause.until(patience, () -> lag(like) <= 0);
        return isDone ? Duration.ofNanos(System.nanoTime() - begun) : Duration.ofSeconds(-1);
    }

    public long number(String sql, Object... parameters) {
        return read(sql, row -> row.next() ? row.getLong(1) : 0L, parameters);
    }

    /** Something read from a row or many. */
    public interface Reader<T> {
        T of(ResultSet rows) throws SQLException;
    }

    public <T> T read(String sql, Reader<T> reader, Object... parameters) {
        try (var connection = open();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                return reader.of(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the server's database could not be read", e);
        }
    }
}
