package org.larum.bench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.EventJson;
import org.larum.app.eventstore.EventLog;
import org.larum.app.eventstore.EventStoreConfiguration;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.bench.postgres.Scratch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** One append of a number of events, from messages to committed, on one connection. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AppendBench {

    @Param({"1", "10", "100", "1000"})
    private int events;

    private final Object raised = Samples.raised(new EventJson());
    private @Nullable Scratch scratch;
    private @Nullable AnnotationConfigApplicationContext beans;
    private @Nullable EventLog log;

    /** The beans as the server wires them, whatever they need, over a database of their own. */
    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        var cluster = new Scratch(Files.createTempDirectory("larum-bench").resolve("postgres"));
        scratch = cluster;
        var source = new SingleConnectionDataSource(cluster.open(), true);
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        context.registerBean(RowsWithEvents.class, () -> (connection, written) -> {});
        context.register(EventStoreConfiguration.class);
        context.refresh();
        beans = context;
        log = context.getBean(EventLog.class);
    }

    @TearDown(Level.Trial)
    public void close() {
        if (beans != null) {
            beans.close();
        }
        if (scratch != null) {
            scratch.close();
        }
    }

    @Benchmark
    public void append() {
        var batch = new ArrayList<DomainEventMessage<?>>(events);
        for (int i = 0; i < events; i++) {
            batch.add(Samples.message(raised));
        }
        Objects.requireNonNull(log).appendEvents(batch);
    }
}
