package org.larum.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.larum.app.metrics.Gauges.Meter;
import org.larum.app.metrics.Gauges.Reading;
import org.springframework.dao.DataAccessResourceFailureException;

class GaugesTest {

    private static final Meter LAG = new Meter("larum.processor.lag.time", "seconds", "processor", "How far behind");
    private static final Meter PENDING = new Meter("larum.timers.pending", "", "", "How many");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private long nanos;
    private final Gauges gauges = new Gauges(registry, () -> nanos);
    private final List<Reading> rows = new ArrayList<>();
    private boolean isAway;

    private List<Reading> read() {
        if (isAway) {
            throw new DataAccessResourceFailureException("away");
        }
        return List.copyOf(rows);
    }

    @Test
    void whatIsInMemoryIsLookedAtWhenSomebodyAsks() {
        var count = new int[] {1};
        gauges.memory("larum.spool.size", "bytes", "How large", () -> count[0]);
        assertThat(registry.scrape()).contains("larum_spool_size_bytes 1.0");
        count[0] = 2;
        assertThat(registry.scrape()).contains("larum_spool_size_bytes 2.0");
    }

    @Test
    void whatIsInTheDatabaseIsShownAsItWasReadLast() {
        gauges.database("processors", List.of(LAG, PENDING), this::read);
        rows.add(new Reading(LAG, "projection-alert", 3));
        rows.add(new Reading(PENDING, "", 7));
        assertThat(registry.scrape()).doesNotContain("larum_processor_lag_time_seconds{");
        gauges.look();
        assertThat(registry.scrape())
                .contains("larum_processor_lag_time_seconds{processor=\"projection-alert\"} 3.0")
                .contains("larum_timers_pending 7.0");
        rows.set(0, new Reading(LAG, "projection-incident", 4));
        gauges.look();
        assertThat(registry.scrape())
                .doesNotContain("projection-alert")
                .contains("larum_processor_lag_time_seconds{processor=\"projection-incident\"} 4.0");
    }

    @Test
    void whileTheDatabaseIsAwayTheLastNumbersStayAndTheirAgeGrows() {
        gauges.database("processors", List.of(PENDING), this::read);
        gauges.database("timers", List.of(LAG), () -> List.of(new Reading(LAG, "saga-delivery", 1)));
        rows.add(new Reading(PENDING, "", 7));
        gauges.look();
        isAway = true;
        nanos = TimeUnit.SECONDS.toNanos(30);
        gauges.look();
        assertThat(registry.scrape())
                .contains("larum_timers_pending 7.0")
                .contains("larum_readings_age_seconds{source=\"processors\"} 30.0")
                .contains("larum_readings_age_seconds{source=\"timers\"} 0.0");
        isAway = false;
        gauges.look();
        assertThat(registry.scrape()).contains("larum_readings_age_seconds{source=\"processors\"} 0.0");
    }
}
