package org.larum.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.config.Limits;
import org.larum.app.config.Settings;
import org.larum.app.escalation.TimerTable;
import org.larum.app.intake.FairShare;
import org.larum.app.intake.InFlight;
import org.larum.app.metrics.Gauges;
import org.larum.app.metrics.Gauges.Meter;
import org.larum.app.metrics.Gauges.Reading;
import org.larum.app.metrics.Meters;
import org.larum.app.metrics.TakingHealthIndicator;
import org.larum.app.processing.Freshness;
import org.larum.app.processing.ParkedTable;
import org.larum.app.spool.Spool;
import org.larum.domain.shared.Time;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what counts and what is counted: the rooms that are measured know nothing of it. */
@Configuration(proxyBeanMethods = false)
class MeterConfiguration {

    private static final Meter LAG = new Meter(
            "larum.processor.lag.events", "", "processor", "Events of the log that a processor has not read, at most");
    private static final Meter BEHIND = new Meter(
            "larum.processor.lag.time", "seconds", "processor", "The age of the oldest event that it has not read");
    private static final Meter PARKED =
            new Meter("larum.events.parked", "", "", "Events that a reader could not take and has put aside");
    private static final Meter PENDING = new Meter("larum.timers.pending", "", "", "Timers that are set");
    private static final Meter LATE =
            new Meter("larum.timers.late", "seconds", "", "How long the most late timer has been due");

    @Bean
    Meters meters(MeterRegistry registry) {
        return new Meters(registry);
    }

    @Bean
    Gauges gauges(
            MeterRegistry registry,
            Freshness freshness,
            TimerTable timers,
            ParkedTable parked,
            Spool spool,
            FairShare share,
            InFlight inFlight,
            Time time) {
        var gauges = new Gauges(registry, System::nanoTime);
        gauges.memory("larum.intake.held", "", "Detections that are queued or being stored", share::detections);
        gauges.memory("larum.intake.held.size", "bytes", "The bodies of these", share::bytes);
        gauges.memory("larum.intake.requests", "", "Requests of senders that are not answered yet", inFlight::requests);
        gauges.memory(
                "larum.spool.records",
                "",
                "Spooled requests that wait for the database",
                () -> spool.depth().records());
        gauges.memory(
                "larum.spool.size",
                "bytes",
                "What they take on the disk",
                () -> spool.depth().bytes());
        gauges.memory(
                "larum.spool.age",
                "seconds",
                "How long the oldest of them has waited",
                () -> seconds(spool.depth().oldest(), time));
        gauges.memory(
                "larum.spool.damaged",
                "",
                "Damaged files of the spool that were set aside",
                () -> spool.depth().setAside());
        gauges.database(
                "processors",
                List.of(LAG, BEHIND),
                () -> freshness.lags().stream()
                        .flatMap(lag -> Stream.of(
                                new Reading(LAG, lag.processor(), lag.events()),
                                new Reading(BEHIND, lag.processor(), lag.seconds())))
                        .toList());
        gauges.database("parked", List.of(PARKED), () -> List.of(new Reading(PARKED, "", parked.count())));
        gauges.database("timers", List.of(PENDING, LATE), () -> {
            var backlog = timers.backlog();
            return List.of(new Reading(PENDING, "", backlog.pending()), new Reading(LATE, "", backlog.lateSeconds()));
        });
        return gauges;
    }

    private static double seconds(@Nullable Instant since, Time time) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, time.now()).toMillis() / 1000.0);
    }

    /** Beside the lifecycle of what runs by itself: numbers may begin late and end early. */
    @Bean
    SmartLifecycle gaugesRun(Gauges gauges) {
        return new SmartLifecycle() {
            private volatile boolean isRunning;

            @Override
            public void start() {
                gauges.start();
                isRunning = true;
            }

            @Override
            public void stop() {
                isRunning = false;
                gauges.stop();
            }

            @Override
            public boolean isRunning() {
                return isRunning;
            }
        };
    }

    @Bean(destroyMethod = "close")
    Spool spool(Settings settings, Limits limits) {
        return Spool.open(settings.data().resolve("spool"), limits.spoolBytes());
    }

    @Bean
    TakingHealthIndicator takingHealthIndicator(Freshness freshness, Spool spool) {
        return new TakingHealthIndicator(
                freshness::isThere, spool::hasRoom, () -> spool.depth().records());
    }
}
