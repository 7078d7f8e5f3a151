package org.larum.app.api.context;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.context.ContextView.Missing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works parts out side by side, each for so long at most. One that fails or is late is missing and said to be; the others come. Only
 * so many at once: whoever looks around must not take the connections away from whoever acts.
 */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("context-", 0).factory());
    private final Semaphore places;
    private final Duration limit;

    Parts(int atOnce, Duration limit) {
        this.places = new Semaphore(atOnce);
        this.limit = limit;
    }

    /** One answer being put together; its time began with it. */
    Gathering gathering() {
        return new Gathering(System.nanoTime() + limit.toNanos());
    }

    final class Gathering {

        private final long end;
        private final List<Missing> missing = new ArrayList<>();

        private Gathering(long end) {
            this.end = end;
        }

        /** Begins at once. */
        <T> Part<T> part(String name, Callable<T> work) {
            var result = new CompletableFuture<T>();
            threads.execute(() -> run(work, result));
            return new Part<>(name, result);
        }

        /** Not interrupted when it is late: that would cost the connection. Its statements have a time limit of their own. */
        private <T> void run(Callable<T> work, CompletableFuture<T> result) {
            try {
                if (!places.tryAcquire(left(), TimeUnit.NANOSECONDS)) {
                    result.completeExceptionally(new TimeoutException());
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                result.completeExceptionally(e);
                return;
            }
            try {
                result.complete(work.call());
            } catch (Exception e) { // whatever it is, the other parts do not suffer for it
                result.completeExceptionally(e);
            } finally {
                places.release();
            }
        }

        private long left() {
            return Math.max(0, end - System.nanoTime());
        }

        /** What was worked out in time; null when it is missing. */
        <T> @Nullable T take(Part<T> part) {
            try {
                return part.result().get(left(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                missing.add(new Missing(part.name(), "It took too long. Everything else is here; look again later."));
            } catch (ExecutionException e) {
                missing.add(told(part.name(), e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                missing.add(new Missing(part.name(), "The server stops. Look again later."));
            }
            return null;
        }

        private Missing told(String name, @Nullable Throwable cause) {
            if (cause instanceof TimeoutException) {
                return new Missing(
                        name, "Too much is being looked up at once. Everything else is here; look again later.");
            }
            LOG.warn("the part {} of a context could not be worked out: {}", name, String.valueOf(cause));
            return new Missing(
                    name, "It could not be worked out. Everything else is here; the log of the server says why.");
        }

        List<Missing> missing() {
            return List.copyOf(missing);
        }
    }

    record Part<T>(String name, CompletableFuture<T> result) {}

    @Override
    public void close() {
        threads.shutdown();
    }
}
