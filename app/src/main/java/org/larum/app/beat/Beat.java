package org.larum.app.beat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A look that comes again and again, on a thread of its own, each a while after the one before has ended. One that fails is told of once,
 * not at every beat while the database is away, and so is that it works again.
 */
public final class Beat {

    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

    private final String name;
    private final Duration first;
    private final Duration every;
    private final Runnable look;
    private final ScheduledExecutorService thread;
    private boolean fails;

    public Beat(String name, Duration every, Runnable look) {
        this(name, every, every, look);
    }

    /** @param first how long after the start the first look comes */
    public Beat(String name, Duration first, Duration every, Runnable look) {
        this.name = name;
        this.first = first;
        this.every = every;
        this.look = look;
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::lookQuietly, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends now; a look that is under way is interrupted. */
    public void stop() {
        thread.shutdownNow();
    }

    /** Lets the look that is under way come to its end, if it does within the time. */
    public void stop(Duration patience) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Does one of many; whichever fails does not hold up those after it. */
    public void alone(String what, Runnable one) {
        try {
            one.run();
        } catch (RuntimeException e) {
            LOG.warn("{}: {} failed; it is tried again in {} s", name, what, every.toSeconds(), e);
        }
    }

    private void lookQuietly() {
        try {
            look.run();
            if (fails) {
                LOG.info("{}: works again", name);
            }
            fails = false;
        } catch (RuntimeException e) {
            if (!fails) {
                LOG.warn("{}: could not look; it tries again every {} s", name, every.toSeconds(), e);
            }
            fails = true;
        }
    }
}
