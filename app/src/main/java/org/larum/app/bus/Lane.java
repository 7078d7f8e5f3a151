package org.larum.app.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that works through a queue in batches: it takes what queued up while its last batch ran. Idle, a batch is one piece
 * and waits for nothing; under load batches grow by themselves. How much may queue is decided before it is put in.
 *
 * @param <W> a piece of work; it must be answered by the worker in every case
 */
public final class Lane<W> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final long LOOK_MILLIS = 200;

    private final LinkedBlockingQueue<W> queue = new LinkedBlockingQueue<>();
    private final int most;
    private final ToIntFunction<W> weight;
    private final Consumer<List<W>> worker;
    private final Thread thread;
    private volatile boolean isOpen = true;
    private volatile boolean hasEnded;

    /**
     * @param most the weight at which a batch is full; one piece may be heavier
     * @param worker does a batch; must not throw
     */
    public Lane(String name, int most, ToIntFunction<W> weight, Consumer<List<W>> worker) {
        this.most = most;
        this.weight = weight;
        this.worker = worker;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** False when the lane has ended: then nobody does this work. */
    public boolean add(W work) {
        queue.add(work);
        // Either the thread's last look at the queue finds it, or it is taken back here.
        return !hasEnded || !queue.remove(work);
    }

    public int queued() {
        return queue.size();
    }

    private void run() {
        while (isOpen) {
            doNext();
        }
        hasEnded = true;
        while (!queue.isEmpty()) {
            doNext();
        }
    }

    private void doNext() {
        var batch = next();
        if (batch.isEmpty()) {
            return;
        }
        try {
            worker.accept(batch);
        } catch (Throwable e) {
            // Also an Error: a lane that has ended would leave all its keys unanswered until the next start.
            LOG.error("a batch was not answered; its senders will send it again", e);
        }
    }

    private List<W> next() {
        var batch = new ArrayList<W>();
        try {
            var first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            int sum = 0;
            for (var work = first; work != null; work = sum < most ? queue.poll() : null) {
                batch.add(work);
                sum += weight.applyAsInt(work);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts a lane but to end it; what is queued is still done.
            isOpen = false;
        }
        return batch;
    }

    /** Does what is queued, then ends. */
    @Override
    public void close() {
        isOpen = false;
        try {
            if (!thread.join(Duration.ofSeconds(10))) {
                LOG.warn(
                        "{} was still at work at shutdown; what it had not committed was not confirmed",
                        thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
