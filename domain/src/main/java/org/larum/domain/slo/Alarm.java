package org.larum.domain.slo;

import java.time.Duration;
import org.larum.domain.shared.Severity;

/**
 * What is told of a budget. It burns when so much of it goes over a long stretch and still does over the short one; 1 is as fast as
 * ends with nothing left at the end of the window. Append only: it stands in events.
 */
public enum Alarm {
    /** 2 % of the budget of 30 days in an hour. */
    FAST(Duration.ofHours(1), Duration.ofMinutes(5), 14.4, Severity.HIGH),
    /** 5 % of the budget of 30 days in six hours. */
    SLOW(Duration.ofHours(6), Duration.ofMinutes(30), 6, Severity.HIGH),
    /** 10 % of the budget of 30 days in three days. */
    CREEPING(Duration.ofDays(3), Duration.ofHours(6), 1, Severity.MEDIUM),
    /** Less is left than the policy wants. It has no rate. */
    LOW(Duration.ZERO, Duration.ZERO, 0, Severity.MEDIUM);

    private final Duration stretch;
    private final Duration still;
    private final double rate;
    private final Severity severity;

    Alarm(Duration stretch, Duration still, double rate, Severity severity) {
        this.stretch = stretch;
        this.still = still;
        this.rate = rate;
        this.severity = severity;
    }

    public Duration stretch() {
        return stretch;
    }

    Duration still() {
        return still;
    }

    public double rate() {
        return rate;
    }

    public Severity severity() {
        return severity;
    }
}
