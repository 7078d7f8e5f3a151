package org.larum.bench.crash;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.larum.bench.report.Report;

/** Compares what was promised with what came. */
final class Verdict {

    /** How many sends the server has under way at most, so that many may be repeated after a crash. */
    private static final int COPIES_A_CRASH = 8;

    /** A message may be at the provider already when the acknowledgement is answered. */
    private static final Duration AT_THE_PROVIDER = Duration.ofSeconds(1);

    private static final int SHOWN = 5;

    private final Report report;
    private final Collection<Received> received;
    private final Acknowledging acks;

    Verdict(Report report, Collection<Received> received, Acknowledging acks) {
        this.report = report;
        this.received = received;
        this.acks = acks;
    }

    /** {@code lost}: must be empty. */
    long none(String what, Collection<String> lost) {
        if (!lost.isEmpty()) {
            report.broken(
                    lost.size() + " " + what + ": " + lost.stream().limit(SHOWN).toList());
        }
        return lost.size();
    }

    /** Both steps of an incident that nobody answered reach the webhook and the person of each; all hear that it opened. */
    List<String> missingPages(Collection<String> services) {
        Set<String> came = received.stream()
                .map(one -> one.service() + " " + one.to() + " " + one.kind())
                .collect(Collectors.toCollection(HashSet::new));
        return services.stream()
                .flatMap(service -> expected(service).stream())
                .filter(one -> !came.contains(one))
                .toList();
    }

    private List<String> expected(String service) {
        var updates = List.of(service + " first " + Received.TRIGGERED, service + " second " + Received.TRIGGERED);
        if (acks.answered().containsKey(service)) {
            return List.of(
                    updates.get(0),
                    updates.get(1),
                    service + " first " + Received.ACKNOWLEDGED,
                    service + " second " + Received.ACKNOWLEDGED);
        }
        if (acks.isTried(service)) {
            return updates;
        }
        return List.of(
                updates.get(0),
                updates.get(1),
                service + " first " + Received.PAGE,
                service + " ada " + Received.PAGE,
                service + " second " + Received.PAGE,
                service + " grace " + Received.PAGE);
    }

    List<String> pagesAfterAcknowledgement() {
        return received.stream()
                .filter(Received::isPage)
                .filter(page -> {
                    var answered = acks.answered().get(page.service());
                    return answered != null && page.nanos() - answered > AT_THE_PROVIDER.toNanos();
                })
                .map(page -> page.service() + " to " + page.to())
                .toList();
    }

    /** Answers how many copies too many came. */
    long copies(int crashes) {
        Map<String, Long> times = received.stream()
                .collect(Collectors.groupingBy(one -> one.to() + " " + one.id(), Collectors.counting()));
        long extra = times.values().stream().mapToLong(n -> n - 1).sum();
        if (extra > (long) COPIES_A_CRASH * crashes) {
            report.broken(extra + " copies are more than " + COPIES_A_CRASH + " a crash.");
        }
        var often = times.entrySet().stream()
                .filter(entry -> entry.getValue() > 2)
                .map(entry -> entry.getKey() + " " + entry.getValue() + " times")
                .toList();
        none("messages came more than twice", often);
        return extra;
    }
}
