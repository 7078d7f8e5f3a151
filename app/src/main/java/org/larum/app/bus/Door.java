package org.larum.app.bus;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.larum.domain.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The hop from the event loop to threads that may block, and nothing else: everything behind it is plain Java. Virtual threads,
 * so a slow query holds no carrier; the pool of connections is the bound.
 */
public final class Door implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("door-", 0).factory());

    /**
     * The work runs when somebody subscribes, and once for each subscription. What has begun ends, also when the caller has left:
     * an interrupt would close the database's connection below it, and half of it would stay.
     */
    public <T> Mono<T> go(Callable<? extends T> work) {
        return Mono.create(sink -> {
            var hasLeft = new AtomicBoolean();
            sink.onCancel(() -> hasLeft.set(true));
            threads.execute(() -> {
                try {
                    sink.success(work.call());
                } catch (Throwable e) {
                    if (!hasLeft.get()) {
                        sink.error(e);
                    } else if (!(e instanceof Refusal)) {
                        LOG.warn("Work failed after its caller had left", e);
                    }
                }
            });
        });
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
