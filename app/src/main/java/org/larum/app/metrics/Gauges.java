package org.larum.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is measured by looking. What lies in memory is looked at when somebody asks; what lies in the database is read every ten
 * seconds on a thread of its own, so that asking never waits for it. While the database is away the last value stays, and {@code
 * larum.readings.age} says how old it is.
 */
public final class Gauges {

    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final long EVERY_SECONDS = 10;

    private final MeterRegistry registry;
    private final LongSupplier nanos;
    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gauges").daemon().factory());

    /** {@code label}: what tells its readings apart, such as "processor"; "" when there is one only. */
    public record Meter(String name, String unit, String label, String sentence) {}

    /** One number. {@code of}: the value of the label; "" without one. */
    public record Reading(Meter meter, String of, double value) {}

    private record Source(String word, Runnable look, AtomicLong seen) {}

    /** @param nanos a time that only grows, such as {@link System#nanoTime()} */
    public Gauges(MeterRegistry registry, LongSupplier nanos) {
        this.registry = registry;
        this.nanos = nanos;
    }

    /** A number in memory, looked at whenever somebody asks. {@code unit}: as in "bytes" or "seconds"; "" for a count. */
    public void memory(String name, String unit, String sentence, Supplier<Number> look) {
        Gauge.builder(name, look)
                .description(sentence)
                .baseUnit(unit(unit))
                .strongReference(true)
                .register(registry);
    }

    /** Numbers that one look at the database gives. {@code word} names the source in the age of its readings. */
    public void database(String word, List<Meter> meters, Supplier<List<Reading>> read) {
        var series = meters.stream().collect(Collectors.toMap(meter -> meter, this::series));
        Runnable look = () -> {
            var found = read.get().stream().collect(Collectors.groupingBy(Reading::meter));
            series.forEach((meter, rows) -> rows.register(
                    found.getOrDefault(meter, List.of()).stream()
                            .map(Gauges::row)
                            .toList(),
                    true));
        };
        var source = new Source(word, look, new AtomicLong(nanos.getAsLong()));
        sources.add(source);
        TimeGauge.builder(
                        "larum.readings.age",
                        source,
                        TimeUnit.NANOSECONDS,
                        one -> nanos.getAsLong() - one.seen().get())
                .description("How old the numbers are that are read from the database")
                .tag("source", word)
                .register(registry);
    }

    private MultiGauge series(Meter meter) {
        return MultiGauge.builder(meter.name())
                .description(meter.sentence())
                .baseUnit(unit(meter.unit()))
                .register(registry);
    }

    private static MultiGauge.Row<?> row(Reading reading) {
        var label = reading.meter().label();
        return MultiGauge.Row.of(label.isEmpty() ? Tags.empty() : Tags.of(label, reading.of()), reading.value());
    }

    private static @Nullable String unit(String word) {
        return word.isEmpty() ? null : word;
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    public void stop() {
        thread.shutdownNow();
    }

    /** Reads every source once, on this thread. */
    public void look() {
        for (var source : sources) {
            try {
                source.look().run();
                source.seen().set(nanos.getAsLong());
            } catch (RuntimeException e) {
                LOG.debug("{} could not be read; the last numbers stay", source.word(), e);
            }
        }
    }
}
