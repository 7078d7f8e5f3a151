package org.larum.app.bus;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The hop from the event loop to threads that may block, and nothing else: everything behind it is plain Java. Virtual threads,
 * so a slow query holds no carrier; the pool of connections is the bound.
 */
public final class Door implements AutoCloseable {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("door-", 0).factory());
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads);

    /** The work runs when somebody subscribes, and once for each subscription. */
    public <T> Mono<T> go(Callable<? extends T> work) {
        return Mono.<T>fromCallable(work).subscribeOn(scheduler);
    }

    @Override
    public void close() {
        scheduler.dispose();
        threads.shutdown();
    }
}
