package org.larum.app.suppression;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at held alerts and at open incidents several times a second, and at what may have been missed every half minute. */
final class Screenings implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Screenings.class);
    private static final long EVERY_MILLIS = 250;
    private static final long SWEEP_SECONDS = 30;

    private final ScreeningDesk desk;
    private final HushDesk hushes;
    private final HeldTable table;
    private final RuleFaults faults;
    private final SilenceReminders reminders;

    /** Two: asking about a storm that is silenced must not keep held alerts waiting. */
    private final ScheduledExecutorService thread = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("screening-", 0).factory());

    private volatile boolean isRunning;

    public Screenings(
            ScreeningDesk desk, HushDesk hushes, HeldTable table, RuleFaults faults, SilenceReminders reminders) {
        this.desk = desk;
        this.hushes = hushes;
        this.table = table;
        this.faults = faults;
        this.reminders = reminders;
    }

    @Override
    public void start() {
        thread.scheduleWithFixedDelay(
                () -> quietly(desk::look, "held alerts could not be looked at"),
                EVERY_MILLIS,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(
                () -> quietly(hushes::look, "open incidents could not be asked about"),
                EVERY_MILLIS,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(
                () -> quietly(
                        () -> {
                            int missed = table.sweep();
                            if (missed > 0) {
                                LOG.warn(
                                        "{} held alerts had ended without being heard of; they are looked at now",
                                        missed);
                            }
                        },
                        "what may have been missed could not be looked for"),
                SWEEP_SECONDS,
                SWEEP_SECONDS,
                TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(
                () -> quietly(reminders::look, "nobody could be reminded of silences"), 60, 60, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(
                () -> quietly(faults::tell, "failing rules could not be told of"), 1, 2, TimeUnit.SECONDS);
        isRunning = true;
    }

    private static void quietly(Runnable work, String what) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("{}; it is tried again in a moment: {}", what, e.toString());
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("held alerts were still looked at when Larum stopped; the rest follows at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
