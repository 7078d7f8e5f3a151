package org.larum.app.escalation;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Wishes;
import org.larum.app.escalation.TimerTable.Due;
import org.larum.domain.shared.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires due timers in batches of one unit of work, on threads of their own; what conflicts is done again singly. */
public final class Timers {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final int BATCH = 500;
    private static final int ALARMING = 5;
    private static final long EVERY_MILLIS = 100;

    /** Two, so that one prepares while the other commits. */
    private static final int THREADS = 2;

    private final TimerTable table;
    private final Commands commands;
    private final BiConsumer<UUID, Throwable> alarm;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().name("timers-", 0).factory());

    /** @param alarm told of a run or an incident whose timer has failed again and again, and why */
    public Timers(TimerTable table, Commands commands, BiConsumer<UUID, Throwable> alarm) {
        this.table = table;
        this.commands = commands;
        this.alarm = alarm;
    }

    public void start() {
        for (int thread = 0; thread < THREADS; thread++) {
            long offset = EVERY_MILLIS * thread / THREADS;
            threads.scheduleWithFixedDelay(
                    this::fireQuietly, EVERY_MILLIS + offset, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    public void stop() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("timers were still firing at shutdown; what was not committed fires at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fireQuietly() {
        try {
            while (fire() >= BATCH) {
                // a full batch: more is due
            }
        } catch (RuntimeException e) {
            LOG.warn("due timers could not be read; they are tried again in a moment: {}", e.toString());
        }
    }

    /** Fires what is due; answers how many timers it took. Stories call it after winding the clock. */
    public int fire() {
        try {
            return commands.inOneUnit(() -> {
                var due = table.take(BATCH);
                fire(due);
                return due.size();
            });
        } catch (RuntimeException e) {
            LOG.warn("a batch of timers failed and is done singly: {}", e.toString());
            return fireSingly();
        }
    }

    private int fireSingly() {
        var due = table.look(BATCH);
        for (var timer : due) {
            try {
                commands.inOneUnit(() -> {
                    if (table.take(timer)) {
                        fire(List.of(timer));
                    }
                    return true;
                });
            } catch (RuntimeException e) {
                putBack(timer, e);
            }
        }
        return due.size();
    }

    private void putBack(Due timer, RuntimeException why) {
        int failures = commands.inOneUnit(() -> table.putBack(timer));
        if (failures == 0) {
            return;
        }
        LOG.warn("the timer of {} {} failed {} times; it is tried again", timer.kind(), timer.owner(), failures, why);
        if (failures >= ALARMING) {
            alarm.accept(timer.owner(), why);
        }
    }

    /** In one order on every node. */
    private void fire(List<Due> due) {
        commands.within(Wishes.of(
                Map.of(),
                due.stream()
                        .sorted(Comparator.comparing(Due::owner))
                        .map(Timers::command)
                        .toList()));
    }

    private static Command command(Due timer) {
        var at = timer.now().truncatedTo(ChronoUnit.MICROS);
        return TimerChange.fired(timer.kind(), timer.owner(), timer.timer(), at);
    }
}
