package org.larum.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.TestDatabase;
import org.larum.app.processing.NodeBell;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentExamples;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the log promises: whoever reads it sees every event once, in the order of the commits, and nothing late. */
class EventLogIT {

    private final DataSource dataSource = TestDatabase.fresh();
    private final JdbcTransactionManager spring = new JdbcTransactionManager(dataSource);
    private final EventLog log = log(List.of());
    private final LogStore store = new LogStore(log);
    private final ExecutorService writers = Executors.newCachedThreadPool();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (var one : open) {
            one.close();
        }
        writers.shutdownNow();
    }

    private EventLog log(List<RowsWithEvents> rows) {
        return new EventLog(
                new SpringDataSourceConnectionProvider(dataSource),
                new SpringTransactionManager(spring),
                new EventJson(),
                Upcasters.inOrder(),
                rows);
    }

    private static EventMessage<?> event(UUID stream, int sequence) {
        var example = IncidentExamples.noted();
        return new GenericDomainEventMessage<>(
                "Incident",
                stream.toString(),
                sequence,
                new IncidentNoted(example.incident(), stream, example.by(), "note " + sequence, example.at(), null));
    }

    private static List<EventMessage<?>> events(UUID stream, int from, int count) {
        return IntStream.range(from, from + count)
                .<EventMessage<?>>mapToObj(sequence -> event(stream, sequence))
                .toList();
    }

    private RecordingReader reader(LogStore source) {
        var reader = new RecordingReader("reader", dataSource, source);
        open.add(reader);
        return reader;
    }

    @Test
    void whoWritesSecondToAStreamIsToldSo() {
        var stream = UUID.randomUUID();
        log.appendEvents(List.of(event(stream, 0)));
        assertThatThrownBy(() -> log.appendEvents(List.of(event(stream, 0)))).isInstanceOf(ConcurrencyException.class);
        assertThat(log.after(-1, 10)).hasSize(1);
    }

    @Test
    void aBatchIsWrittenWholeOrNotAtAll() {
        var stream = UUID.randomUUID();
        log.appendEvents(List.of(event(stream, 1)));
        assertThatThrownBy(() -> log.appendEvents(events(stream, 0, 3))).isInstanceOf(ConcurrencyException.class);
        assertThat(log.after(-1, 10)).hasSize(1);
    }

    @Test
    void anEmptyBatchIsNothing() {
        log.appendEvents(List.of());
        assertThat(log.head()).isEqualTo(-1);
        assertThat(log.createHeadToken().position()).hasValue(-1);
    }

    @Test
    void aStreamIsReadInItsOwnOrderAndFromAnyPlace() {
        var stream = UUID.randomUUID();
        log.appendEvents(events(stream, 0, 5));
        log.appendEvents(events(UUID.randomUUID(), 0, 5));
        var read = new ArrayList<Long>();
        log.readEvents(stream.toString(), 2).forEachRemaining(event -> read.add(event.getSequenceNumber()));
        assertThat(read).containsExactly(2L, 3L, 4L);
        assertThat(log.headOf(stream.toString())).isEqualTo(5);
        assertThat(log.head()).isEqualTo(10);
        assertThat(log.headOf(UUID.randomUUID().toString())).isEqualTo(-1);
    }

    @Test
    void rowsCommitWithTheirEventsOrNotAtAll() {
        var jdbc = JdbcClient.create(dataSource);
        var withRows = log(List.of((connection, events) -> {
            try (var statement = connection.createStatement()) {
                statement.execute("insert into alert_counts values ('" + new UUID(0, 1) + "', 1, now())");
            }
        }));
        var stream = UUID.randomUUID();
        withRows.appendEvents(List.of(event(stream, 0)));
        assertThat(counts(jdbc)).isEqualTo(1);
        assertThatThrownBy(() -> withRows.appendEvents(List.of(event(stream, 1))))
                .isInstanceOf(EventStoreException.class)
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(log.after(-1, 10)).hasSize(1);

        jdbc.sql("delete from alert_counts").update();
        assertThatThrownBy(() -> withRows.appendEvents(List.of(event(stream, 0))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(counts(jdbc)).as("the row of the events that lost").isZero();
    }

    private static int counts(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from alert_counts")
                .query(Integer.class)
                .single();
    }

    @Test
    void eightWritersAtOnceAndAReaderSeesEachEventOnceInOrderWithoutAGap() throws Exception {
        int count = 8 * 2_000;
        var reader = reader(store);
        var done = new ArrayList<Future<?>>();
        for (int writer = 0; writer < 8; writer++) {
            var stream = new UUID(8, writer);
            done.add(writers.submit(() -> {
                for (int at = 0; at < 2_000; at += 10) {
                    store.publish(events(stream, at, 10));
                }
            }));
        }
        for (var writer : done) {
            writer.get(120, TimeUnit.SECONDS);
        }
        reader.awaits(count);
        reader.sawEachOnceInOrder(count);
        assertThat(reader.read())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
    }

    @Test
    void aWriterThatHoldsItsTransactionOpenLeavesNothingBehindTheReader() throws Exception {
        var reader = reader(store);
        var appended = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var slow = writers.submit(() -> new TransactionTemplate(spring).executeWithoutResult(status -> {
            log.appendEvents(events(new UUID(1, 1), 0, 5));
            appended.countDown();
            awaitQuietly(mayCommit);
        }));
        assertThat(appended.await(10, TimeUnit.SECONDS)).isTrue();
        var others = new ArrayList<Future<?>>();
        for (int i = 0; i < 4; i++) {
            var stream = new UUID(2, i);
            others.add(writers.submit(() -> store.publish(events(stream, 0, 5))));
        }
        // Held for several seconds: whatever is seen meanwhile is seen too early.
        assertThat(mayCommit.await(3, TimeUnit.SECONDS)).isFalse();
        assertThat(reader.read())
                .as("seen while the first writer still holds its indexes")
                .isEmpty();
        assertThat(others).noneMatch(Future::isDone);
        mayCommit.countDown();
        slow.get(10, TimeUnit.SECONDS);
        for (var other : others) {
            other.get(10, TimeUnit.SECONDS);
        }
        reader.awaits(25);
        reader.sawEachOnceInOrder(25);
    }

    @Test
    void aTransactionThatIsUndoneIsAGapThatNobodyWaitsFor() throws Exception {
        var reader = reader(store);
        new TransactionTemplate(spring).executeWithoutResult(status -> {
            log.appendEvents(events(new UUID(1, 1), 0, 5));
            status.setRollbackOnly();
        });
        store.publish(events(new UUID(2, 1), 0, 5));
        reader.awaits(5);
        assertThat(reader.read()).containsExactly(6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void anotherNodeIsWokenAndABellThatRingsTooOftenDoesNoHarm() throws Exception {
        var other = new LogStore(log);
        var bells = List.of(new NodeBell(dataSource, store), new NodeBell(dataSource, other));
        bells.forEach(NodeBell::start);
        bells.forEach(bell -> open.add(bell::stop));
        var reader = reader(other);
        var jdbc = JdbcClient.create(dataSource);
        for (int i = 0; i < 100; i++) {
            store.publish(events(new UUID(3, i), 0, 2));
            jdbc.sql("select pg_notify('larum', '')").query().listOfRows();
            other.wake();
        }
        reader.awaits(200);
        for (int i = 0; i < 50; i++) {
            other.wake();
        }
        reader.sawEachOnceInOrder(200);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
