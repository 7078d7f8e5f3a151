package org.larum.bench.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How many rows a second a bare PostgreSQL takes durably, from this process over JDBC. */
public final class RawLimit {

    private final Scratch scratch;
    private final List<LogRow> sample;

    public RawLimit(Scratch scratch, List<LogRow> sample) {
        this.scratch = scratch;
        this.sample = sample;
    }

    /** {@code rows}: in one transaction. */
    public double perSecond(int connections, int rows, Duration warmUp, Duration time) {
        insert(connections, rows, warmUp);
        return insert(connections, rows, time) / (time.toNanos() / 1e9);
    }

    private long insert(int connections, int rows, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<Long>> all = IntStream.range(0, connections)
                    .mapToObj(i -> threads.submit(() -> insertUntil(end, rows)))
                    .toList();
            long sum = 0;
            for (var one : all) {
                sum += one.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a row was refused", e);
        }
    }

    private long insertUntil(long end, int rows) throws SQLException {
        long inserted = 0;
        try (var append = new Append(scratch.open(), sample)) {
            while (System.nanoTime() < end) {
                append.rows(rows);
                inserted += rows;
            }
        }
        return inserted;
    }
}
