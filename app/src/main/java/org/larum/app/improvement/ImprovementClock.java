package org.larum.app.improvement;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a day for what ought to be better, and for what is to be judged. A look that fails is tried again within the hour. */
final class ImprovementClock {

    private static final Logger LOG = LoggerFactory.getLogger(ImprovementClock.class);
    private static final int FIRST_MINUTES = 10;
    private static final int EVERY_MINUTES = 60;

    private final Looking looking;
    private final Time time;
    private @Nullable LocalDate looked;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("improvement-clock").daemon().factory());

    ImprovementClock(Looking looking, Time time) {
        this.looking = looking;
        this.time = time;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void stop() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            var today = time.now().atOffset(ZoneOffset.UTC).toLocalDate();
            if (!today.equals(looked)) {
                var found = looking.look();
                looked = today;
                LOG.info("looked for what ought to be better: {}", found);
            }
        } catch (RuntimeException e) {
            LOG.warn("could not look for what ought to be better; it is tried again within the hour: {}", e.toString());
        }
    }
}
