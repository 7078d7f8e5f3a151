package org.larum.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.larum.domain.incident.IncidentEvent.IncidentNoted;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A processor as the server has them; remembers what it was given. */
final class RecordingReader implements EventMessageHandler, AutoCloseable {

    private final List<Long> indexes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final PooledStreamingEventProcessor processor;

    RecordingReader(String name, DataSource dataSource, LogStore source) {
        processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(this).build())
                .messageSource(source)
                .tokenStore(new EventStoreConfiguration()
                        .tokenStore(
                                new SpringDataSourceConnectionProvider(dataSource),
                                EventJson.json().build()))
                .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(dataSource)))
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .batchSize(200)
                .initialToken(StreamableMessageSource::createTailToken)
                .build();
        processor.start();
    }

    @Override
    public synchronized Object handle(EventMessage<?> message) {
        indexes.add(
                ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow());
        var note = (IncidentNoted) message.getPayload();
        notes.add(note.note() + " " + note.text());
        notifyAll();
        return true;
    }

    synchronized List<Long> read() {
        return List.copyOf(indexes);
    }

    synchronized void awaits(int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (indexes.size() < count && System.nanoTime() < end) {
            wait(100);
        }
        assertThat(indexes).hasSize(count);
    }

    synchronized void sawEachOnceInOrder(int count) {
        assertThat(indexes).isSorted().hasSize(count);
        assertThat(new HashSet<>(notes)).hasSize(count);
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.shutdownNow();
    }
}
