package org.larum.bench.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts the answers of one run and keeps their latencies. */
public final class Tally implements Answers {

    private final Histogram latency = new Histogram(3);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private long accepted;
    private long unknown;
    private long last;

    @Override
    public void answered(Shot shot, Answer answer) {
        statuses.merge(answer.status(), 1L, Long::sum);
        latency.recordValue(Math.max(1, answer.took()));
        if (answer.isAccepted()) {
            accepted += shot.alerts();
            last = (shot.intended() == Shot.WHENEVER ? answer.sent() : shot.intended()) + answer.took();
        } else if (answer.status() == Answer.UNKNOWN) {
            unknown += shot.alerts();
        }
    }

    /** Alerts in requests that were answered 2xx. */
    public long accepted() {
        return accepted;
    }

    /** Alerts in requests whose end nobody knows. */
    public long unknown() {
        return unknown;
    }

    /** Alerts accepted a second, from the start of the run to the last of them. */
    public double perSecond() {
        return last == 0 ? 0 : accepted * 1e9 / last;
    }

    /** How often each HTTP status came. */
    public Map<Integer, Long> statuses() {
        return new TreeMap<>(statuses);
    }

    public Histogram latency() {
        return latency;
    }
}
