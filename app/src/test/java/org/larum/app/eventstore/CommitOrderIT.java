package org.larum.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.TestDatabase;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.shared.Monday;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Readers race with writers: nothing appears behind a reader, however long a transaction is held, and no wake-up is lost. */
class CommitOrderIT {

    /** The short form, of a few seconds. A long one, of 100,000 events each, belongs to a release. */
    private static final int BATCHES = 80;

    /** How far the clock of each writer is off. */
    private static final List<Duration> CLOCKS =
            List.of(Duration.ZERO, Duration.ofSeconds(61), Duration.ofHours(1), Duration.ofHours(-1), Duration.ZERO);

    private static final Duration LONG_HOLD = Duration.ofSeconds(2);

    /** Whoever is not woken looks again after five seconds: between these two lies everything that makes a machine slow. */
    private static final Duration WOKEN = Duration.ofSeconds(2);

    private static final int ROUNDS = 250;

    private final DataSource dataSource = TestDatabase.fresh();
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final EventLog log = new EventLog(
            new SpringDataSourceConnectionProvider(dataSource),
            new SpringTransactionManager(new JdbcTransactionManager(dataSource)),
            new EventJson(),
            Upcasters.inOrder(),
            List.of());
    private final LogStore store = new LogStore(log);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void everyReaderSeesEachEventOnceAndNothingBecomesVisibleBehindIt() throws Exception {
        var other = new LogStore(log);
        var isOver = new AtomicBoolean();
        try (var one = new RecordingReader("one", dataSource, store);
                var two = new RecordingReader("two", dataSource, store);
                var three = new RecordingReader("three", dataSource, other)) {
            var poller = threads.submit(() -> pollUntil(isOver));
            var writers = new ArrayList<Future<Integer>>();
            for (int writer = 0; writer < CLOCKS.size(); writer++) {
                int number = writer;
                writers.add(threads.submit(() -> write(number, other)));
            }
            int written = 0;
            for (var writer : writers) {
                written += writer.get(120, TimeUnit.SECONDS);
            }
            isOver.set(true);
            var committed = indexes(log.after(-1, Integer.MAX_VALUE));
            assertThat(committed).hasSize(written);
            assertThat(poller.get(10, TimeUnit.SECONDS))
                    .as("read while it was written")
                    .isEqualTo(committed);
            for (var reader : List.of(one, two, three)) {
                reader.awaits(written);
                reader.sawEachOnceInOrder(written);
                assertThat(reader.read()).isEqualTo(committed);
            }
        }
    }

    /** Each batch is held open for a moment after its indexes were drawn, one for seconds, and some are undone. */
    private int write(int writer, LogStore other) {
        var random = new Random(writer);
        int sequence = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            var events = events(writer, sequence, 1 + random.nextInt(4));
            var hold = writer == 0 && batch == BATCHES / 2 ? LONG_HOLD : Duration.ofMillis(random.nextInt(6));
            boolean isUndone = random.nextInt(5) == 0;
            transactions.executeWithoutResult(status -> {
                log.appendEvents(events);
                LockSupport.parkNanos(hold.toNanos());
                if (isUndone) {
                    status.setRollbackOnly();
                }
            });
            sequence += isUndone ? 0 : events.size();
            store.wake();
            other.wake();
        }
        return sequence;
    }

    /** What somebody gets who asks all the time for what comes after the last. */
    private List<Long> pollUntil(AtomicBoolean isOver) {
        var seen = new ArrayList<Long>();
        boolean isLast;
        do {
            isLast = isOver.get();
            seen.addAll(indexes(log.after(seen.isEmpty() ? -1 : seen.getLast(), Integer.MAX_VALUE)));
        } while (!isLast);
        return seen;
    }

    /** In each round the second commit comes while the reader is woken, reads, or is on its way back to sleep. */
    @Test
    void aCommitIsHeardAtWhateverMomentItComes() throws Exception {
        var random = new Random(4);
        try (var reader = new RecordingReader("reader", dataSource, store)) {
            for (int round = 0; round < ROUNDS; round++) {
                var second = events(2 * round + 1, 0, 1);
                long later = random.nextLong(TimeUnit.MILLISECONDS.toNanos(5));
                var writer = threads.submit(() -> {
                    LockSupport.parkNanos(later);
                    store.publish(second);
                });
                store.publish(events(2 * round, 0, 1));
                writer.get(10, TimeUnit.SECONDS);
                long begin = System.nanoTime();
                reader.awaits(2 * round + 2);
                assertThat(Duration.ofNanos(System.nanoTime() - begin))
                        .as("round " + round)
                        .isLessThan(WOKEN);
            }
        }
    }

    private static List<EventMessage<?>> events(int stream, int from, int count) {
        var id = new UUID(5, stream);
        var example = IncidentExamples.noted();
        return IntStream.range(from, from + count)
                .<EventMessage<?>>mapToObj(sequence -> new GenericDomainEventMessage<>(
                        "Incident",
                        id.toString(),
                        sequence,
                        new IncidentNoted(example.incident(), id, example.by(), "note " + sequence, example.at(), null),
                        Map.of(),
                        UUID.randomUUID().toString(),
                        clock(stream)))
                .toList();
    }

    private static Instant clock(int stream) {
        return Monday.NINE.plus(CLOCKS.get(stream % CLOCKS.size()));
    }

    private static List<Long> indexes(List<? extends TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> EventLog.index(event.trackingToken()))
                .toList();
    }
}
