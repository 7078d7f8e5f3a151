package org.larum.domain.slo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was seen of a service, of which any stretch up to now can be asked. */
public sealed interface Observed {

    Share over(Instant from, Instant until);

    /** So much of it there must be before a share of it means something. */
    double least();

    /** What senders counted. Few events prove nothing: one failure of two is no outage. */
    record Counts(List<Bucket> buckets) implements Observed {

        static final double ENOUGH = 100;

        @Override
        public Share over(Instant from, Instant until) {
            return buckets.stream().map(bucket -> bucket.within(from, until)).reduce(Share.NOTHING, Share::plus);
        }

        @Override
        public double least() {
            return ENOUGH;
        }
    }

    /** Downtime by incidents. Two at once are one downtime. Time before the first incident was good. */
    record Downtime(List<Outage> outages) implements Observed {

        /** The same, in which nothing overlaps and nothing is open. */
        public static Downtime of(List<Outage> outages, Instant now) {
            var apart = new ArrayList<Outage>();
            outages.stream()
                    .map(outage -> outage.until(now))
                    .sorted(Comparator.comparing(Outage::from))
                    .forEach(next -> {
                        var last = apart.isEmpty() ? null : apart.getLast();
                        if (last == null || last.until() == null || next.from().isAfter(last.until())) {
                            apart.add(next);
                        } else if (next.until() != null && next.until().isAfter(last.until())) {
                            apart.set(apart.size() - 1, new Outage(last.from(), next.until()));
                        }
                    });
            return new Downtime(List.copyOf(apart));
        }

        @Override
        public Share over(Instant from, Instant until) {
            double down = 0;
            for (var outage : outages) {
                var first = outage.from().isAfter(from) ? outage.from() : from;
                var last = outage.until() != null && outage.until().isBefore(until) ? outage.until() : until;
                down += Math.max(0, Bucket.seconds(first, last));
            }
            return new Share(down, Math.max(0, Bucket.seconds(from, until)));
        }

        @Override
        public double least() {
            return 0;
        }
    }
}
