package org.larum.app.improvement;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.larum.app.beat.Beat;
import org.larum.domain.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a day for what ought to be better, and for what is to be judged. A look that fails is tried again within the hour. */
final class ImprovementClock {

    private static final Logger LOG = LoggerFactory.getLogger(ImprovementClock.class);
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Looking looking;
    private final Time time;
    private @Nullable LocalDate looked;
    private final Beat beat = new Beat("improvement-clock", FIRST, EVERY, this::look);

    ImprovementClock(Looking looking, Time time) {
        this.looking = looking;
        this.time = time;
    }

    void start() {
        beat.start();
    }

    void stop() {
        beat.stop();
    }

    private void look() {
        var today = time.now().atOffset(ZoneOffset.UTC).toLocalDate();
        if (!today.equals(looked)) {
            var found = looking.look();
            looked = today;
            LOG.info("looked for what ought to be better: {}", found);
        }
    }
}
