package org.larum.app.escalation;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.larum.app.bus.Commands;
import org.larum.app.escalation.TimerTable.Due;
import org.larum.domain.escalation.EscalationCommand.StepDue;
import org.larum.domain.escalation.RunId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires due timers in batches of one unit of work, on a thread of their own; what conflicts is done again singly. */
public final class Timers {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final int BATCH = 500;
    private static final int ALARMING = 5;
    private static final long EVERY_MILLIS = 200;

    private final TimerTable table;
    private final Commands commands;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("timers").factory());

    public Timers(TimerTable table, Commands commands) {
        this.table = table;
        this.commands = commands;
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::fireQuietly, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("timers were still firing at shutdown; what was not committed fires at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fireQuietly() {
        try {
            while (fire() == BATCH) {
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
                var due = table.due(BATCH);
                due.forEach(this::fireOne);
                return due.size();
            });
        } catch (RuntimeException e) {
            LOG.warn("a batch of timers failed and is done singly: {}", e.toString());
            return fireSingly();
        }
    }

    private int fireSingly() {
        List<Due> due = commands.inOneUnit(() -> table.due(BATCH));
        for (var timer : due) {
            try {
                commands.inOneUnit(() -> {
                    fireOne(timer);
                    return null;
                });
            } catch (RuntimeException e) {
                int failures = commands.inOneUnit(() -> table.putBack(timer));
                if (failures >= ALARMING) {
                    LOG.error(
                            "the timer of escalation run {} failed {} times; it is tried again",
                            timer.run(),
                            failures,
                            e);
                }
            }
        }
        return due.size();
    }

    private void fireOne(Due due) {
        // Removed first: a step that goes on sets the run's next timer in the same transaction.
        table.done(due);
        var now = due.now().truncatedTo(ChronoUnit.MICROS);
        commands.within(Map.of(), new StepDue(new RunId(due.run()), due.timer(), now));
    }
}
