package org.larum.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** What is counted as it happens. Every method is cheap, thread-safe and never throws. */
public final class Meters {

    private final MeterRegistry registry;
    private final FirstFifty integrations = new FirstFifty();
    private final Counter folded;
    private final DistributionSummary batches;
    private final Timer commits;

    /** Why detections were refused. */
    public enum Refused {
        /** The key sent more than its share. */
        GREEDY,
        /** The key sent more than the limit that the operator set. */
        LIMIT,
        /** All together sent more than the server takes. */
        FULL,
        /** Neither the database nor the spool could keep them. */
        AWAY
    }

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.folded = Counter.builder("larum.detections.folded")
                .description("Detections that were folded into an open alert")
                .register(registry);
        this.batches = DistributionSummary.builder("larum.batch.size")
                .description("Detections that shared one commit")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
                .register(registry);
        this.commits = Timer.builder("larum.batch.commit")
                .description("From the first statement of a batch to the end of its commit")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(registry);
        for (var reason : Refused.values()) {
            // There from the start: a rate over a series that begins at its first refusal misses that one.
            refused("native", reason, 0);
        }
    }

    /** Detections that were stored, or spooled. {@code integration}: its word; the first fifty are told apart. */
    public void accepted(String integration, int detections) {
        registry.counter("larum.detections.accepted", "integration", integrations.label(integration))
                .increment(detections);
    }

    /** Detections that were answered with 429 or 503. Requests refused before they were read count as one. */
    public void refused(String dialect, Refused reason, int detections) {
        registry.counter("larum.detections.refused", "dialect", dialect, "reason", word(reason))
                .increment(detections);
    }

    public void folded(long detections) {
        folded.increment((double) detections);
    }

    /** One commit. {@code commit}: from the first statement to the end of the commit. */
    public void batch(int detections, Duration commit) {
        batches.record(detections);
        commits.record(commit);
    }

    /** One attempt to tell somebody. {@code channel}: its kind; {@code outcome}: accepted, try_later, unknown or give_up. */
    public void delivered(String channel, String outcome) {
        registry.counter("larum.delivery.attempts", "channel", channel, "outcome", outcome)
                .increment();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
