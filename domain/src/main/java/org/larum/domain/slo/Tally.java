package org.larum.domain.slo;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Refusal;
import org.larum.domain.slo.SloCommand.TellCounts;
import org.larum.domain.slo.SloEvent.GoodCountsTold;

/** What one source counted on one day. What it says again changes nothing, what it says otherwise replaces. */
public final class Tally {

    /** No window looks back further. */
    static final Duration OLDEST = Duration.ofDays(90);

    /** Clocks of senders go wrong by so much. */
    static final Duration AHEAD = Duration.ofMinutes(1);

    static final long MOST = 1_000_000_000_000L;

    @AggregateIdentifier
    private @Nullable TallyId id;

    private final NavigableMap<Instant, Bucket> known = new TreeMap<>();

    Tally() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(TellCounts c) {
        var all = new TreeMap<>(known);
        var fresh = new ArrayList<Bucket>();
        for (var bucket : c.buckets()) {
            check(bucket, c.at());
            refuseOverlap(bucket, all);
            if (!bucket.equals(all.put(bucket.from(), bucket))) {
                fresh.removeIf(before -> before.from().equals(bucket.from()));
                fresh.add(bucket);
            }
        }
        if (!fresh.isEmpty()) {
            apply(new GoodCountsTold(c.tally(), c.slo(), c.source(), List.copyOf(fresh), c.at()));
        }
    }

    private static void check(Bucket bucket, Instant at) {
        var where = "The bucket from " + bucket.from() + " ";
        if (bucket.good() < 0 || bucket.total() < 0) {
            throw invalid(where + "counts less than nothing. Write 0 or more.");
        }
        if (bucket.good() > bucket.total()) {
            throw invalid(where + "counts " + bucket.good() + " good ones of " + bucket.total()
                    + ". Write all of them under \"total\", the good and the bad.");
        }
        if (bucket.total() > MOST) {
            throw invalid(where + "counts more than " + MOST + ". Write what happened in it alone.");
        }
        if (!isMinute(bucket.from())
                || !isMinute(bucket.until())
                || !bucket.from().isBefore(bucket.until())) {
            throw invalid(where + "does not go from a full minute to a later one. Write full minutes.");
        }
        if (bucket.until().isAfter(bucket.from().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)))) {
            throw invalid(where + "goes beyond its hour. Write one bucket for each hour, or for each minute.");
        }
        if (bucket.from().isAfter(at.plus(AHEAD))) {
            throw invalid(where + "is in the future. Write what has happened, and look at the clock of the sender.");
        }
        if (bucket.from().isBefore(at.minus(OLDEST))) {
            throw invalid(where + "is older than 90 days, and no budget looks back so far. Leave it out.");
        }
    }

    private static boolean isMinute(Instant at) {
        return at.equals(at.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Both would be counted. */
    private static void refuseOverlap(Bucket bucket, NavigableMap<Instant, Bucket> all) {
        var before = all.lowerEntry(bucket.from());
        var after = all.higherEntry(bucket.from());
        var other = before != null && before.getValue().overlaps(bucket)
                ? before.getValue()
                : after != null && after.getValue().overlaps(bucket) ? after.getValue() : null;
        if (other != null) {
            throw invalid("The bucket from " + bucket.from() + " until " + bucket.until() + " overlaps the one from "
                    + other.from() + " until " + other.until() + " of the same source, and its events would be counted"
                    + " twice. Keep to one length of buckets.");
        }
    }

    private static Refusal invalid(String sentence) {
        return new Refusal(Refusal.Kind.INVALID, "bad_bucket", sentence + " Nothing was kept.");
    }

    @EventSourcingHandler
    void evolve(GoodCountsTold e) {
        id = e.tally();
        e.buckets().forEach(bucket -> known.put(bucket.from(), bucket));
    }
}
