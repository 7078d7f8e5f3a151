package org.larum.domain.directory;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryEvent.SloDefined;
import org.larum.domain.shared.Severity;

/**
 * What a service owes its users: so many percent of it are good over a window that ends now, and the rest is the budget of errors.
 * {@code severities}: which incidents take it down, where it is measured by those; {@code within}: how fast is fast enough, which is
 * only shown: the sender counts what was in time.
 */
public record Slo(
        SloId id,
        String word,
        ServiceId service,
        Kind kind,
        double objective,
        Duration window,
        Policy policy,
        Source from,
        List<Severity> severities,
        @Nullable Duration within)
        implements Definition {

    /** What is good or bad. Append only: it stands in events. */
    public enum Kind {
        /** Being there. */
        AVAILABILITY,
        /** Being fast enough. */
        LATENCY,
        /** Answering without an error. */
        ERRORS
    }

    /** Where it is known from. Append only: it stands in events. */
    public enum Source {
        /** The time in which no incident of its severities was going on. */
        INCIDENTS,
        /** What senders counted as good, of how many. */
        COUNTS
    }

    /** What is asked of people once little of the budget is left. Append only: it stands in events. */
    public enum Policy {
        CONSERVATIVE(0.1, "Halt deployments of "),
        MODERATE(0.2, "Review each change before it goes into "),
        AGGRESSIVE(0.5, "Watch ");

        private final double share;
        private final String asks;

        Policy(double share, String asks) {
            this.share = share;
            this.asks = asks;
        }

        /** It acts when less than this share of the budget is left. */
        public double share() {
            return share;
        }

        /** Such as "Halt deployments of checkout". */
        public String asks(String service) {
            return asks + service;
        }
    }

    /** The share of the bad that is owed to nobody: 0.001 of 99.9 %. */
    public double allowed() {
        return (100 - objective) / 100;
    }

    /** As it is written in files and over HTTP. */
    public static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public DirectoryEvent defined(int version, String origin) {
        return new SloDefined(this, version, origin);
    }
}
