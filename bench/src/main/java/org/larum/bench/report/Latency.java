package org.larum.bench.report;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Latencies as people read them: in milliseconds. */
public final class Latency {

    private Latency() {}

    /** Three cells: p50, p99 and p99.9. */
    public static String[] cells(Histogram nanos) {
        return new String[] {at(nanos, 50), at(nanos, 99), at(nanos, 99.9)};
    }

    public static String at(Histogram nanos, double percentile) {
        if (nanos.getTotalCount() == 0) {
            return "-";
        }
        double millis = nanos.getValueAtPercentile(percentile) / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%.0f", millis);
    }
}
