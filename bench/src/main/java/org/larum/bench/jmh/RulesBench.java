package org.larum.bench.jmh;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.larum.app.suppression.CelConditions;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Rule.Silence;
import org.larum.domain.directory.Rule.Span;
import org.larum.domain.directory.RuleId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.suppression.Candidate;
import org.larum.domain.suppression.Candidate.Seen;
import org.larum.domain.suppression.Facts;
import org.larum.domain.suppression.Screen;
import org.larum.domain.suppression.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One alert asked about by so many rules, of which none matches: the worst that they can cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RulesBench {

    private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");

    @Param({"1", "100", "1000"})
    private int rules;

    private final CelConditions conditions = new CelConditions();
    private final Candidate candidate = new Candidate(
            ServiceId.of("checkout"),
            new Facts(
                    "high",
                    "Disk of cart-1 is 95 % full",
                    "checkout",
                    "shop",
                    "cart",
                    "critical",
                    1,
                    Map.of("host", "cart-1", "region", "eu", "job", "node", "device", "sda")),
            AT,
            List.of(),
            List.of(new Seen(1, AT)));
    private Screen screen = new Screen(DirectoryExamples.shopWith(), conditions);

    @Setup
    public void write() {
        var all = IntStream.range(0, rules)
                .mapToObj(n -> new Silence(
                        RuleId.of("silences", "r" + n),
                        "r" + n,
                        n,
                        "labels.host == \"h" + n + "\" || (severity in [\"low\", \"medium\"] && service != \"s" + n
                                + "\")",
                        new Span(null, null),
                        "Because",
                        null))
                .toArray(Rule[]::new);
        screen = new Screen(DirectoryExamples.shopWith(all), conditions);
    }

    @Benchmark
    public Verdict judge() {
        return screen.judge(candidate, AT);
    }
}
