package org.larum.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetersTest {

    @Test
    void atMostFiftyIntegrationsAreToldApart() {
        var registry = new SimpleMeterRegistry();
        var meters = new Meters(registry);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1000; i++) {
                meters.accepted("integration-" + i, 2);
            }
        }
        var series = registry.find("larum.detections.accepted").counters();
        assertThat(series).hasSize(51);
        assertThat(series.stream().mapToDouble(one -> one.count()).sum()).isEqualTo(4000);
        assertThat(registry.counter("larum.detections.accepted", "integration", "integration-0")
                        .count())
                .isEqualTo(4);
        assertThat(registry.counter("larum.detections.accepted", "integration", "other")
                        .count())
                .isEqualTo(3800);
    }

    @Test
    void theTimeOfACommitCanBeAskedForItsNinetyNinthPercentile() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var meters = new Meters(registry);
        meters.batch(20, Duration.ofMillis(7));
        assertThat(registry.scrape())
                .contains("larum_batch_commit_seconds_bucket{le=\"0.001\"} 0")
                .contains("larum_batch_commit_seconds_bucket{le=\"+Inf\"} 1")
                .contains("larum_batch_size_bucket{le=\"20.0\"} 1")
                .contains("larum_batch_size_bucket{le=\"10.0\"} 0");
    }

    @Test
    void everyReasonOfARefusalIsThereBeforeTheFirstRefusal() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new Meters(registry).refused("pagerduty", Meters.Refused.GREEDY, 3);
        assertThat(registry.scrape())
                .contains("larum_detections_refused_total{dialect=\"native\",reason=\"limit\"} 0.0")
                .contains("larum_detections_refused_total{dialect=\"pagerduty\",reason=\"greedy\"} 3.0");
    }
}
