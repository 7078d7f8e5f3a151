package org.larum.app.api.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.app.simulation.Line;
import org.larum.app.simulation.Outcome;
import org.larum.app.simulation.Sweep;

/**
 * What would happen. {@code end}: "answered", "exhausted" or "horizon". Lengths are written as in PT5M. {@code assertion}: whether it
 * holds, when one was made; {@code sweep}: where it does not, when it was asked at many instants, and the lines are those of the first.
 */
public record SimulationView(
        Instant at,
        String end,
        @Nullable String reachedAfter,
        @Nullable String answeredAfter,
        @Nullable String exhaustedAfter,
        @Nullable PolicyPart policy,
        List<LinePart> lines,
        @Nullable AssertionPart assertion,
        @Nullable SweepPart sweep) {

    public record PolicyPart(String word, int version) {}

    /** {@code step} and {@code round} count from 1. */
    public record LinePart(
            Instant at,
            String after,
            String what,
            @Nullable String person,
            @Nullable String webhook,
            @Nullable String channel,
            @Nullable Integer step,
            @Nullable Integer round,
            @Nullable String outcome,
            @Nullable String said,
            String because) {

        static LinePart of(Line line) {
            return new LinePart(
                    line.at(),
                    line.after().toString(),
                    word(line.what()),
                    line.person(),
                    line.webhook(),
                    line.channel(),
                    line.step(),
                    line.round(),
                    line.outcome() == null ? null : word(line.outcome()),
                    line.said(),
                    line.because());
        }
    }

    public record AssertionPart(String text, boolean holds) {}

    /** {@code more}: how many stretches there are beyond those listed. */
    public record SweepPart(int instants, int failing, List<StretchPart> stretches, int more) {}

    /** {@code until}: the first instant at which it may hold again. {@code lines}: what would happen at {@code from}. */
    public record StretchPart(Instant from, Instant until, int instants, List<LinePart> lines) {}

    static SimulationView of(Outcome outcome, @Nullable AssertionPart assertion, Sweep.@Nullable Result sweep) {
        var policy = outcome.policy();
        return new SimulationView(
                outcome.at(),
                word(outcome.end()),
                text(outcome.reachedAfter()),
                text(outcome.answeredAfter()),
                text(outcome.exhaustedAfter()),
                policy == null ? null : new PolicyPart(policy.word(), policy.version()),
                lines(outcome),
                assertion,
                sweep == null ? null : part(sweep));
    }

    private static SweepPart part(Sweep.Result sweep) {
        return new SweepPart(
                sweep.instants(),
                sweep.failing(),
                sweep.stretches().stream()
                        .map(one -> new StretchPart(one.from(), one.until(), one.instants(), lines(one.example())))
                        .toList(),
                sweep.more());
    }

    private static List<LinePart> lines(Outcome outcome) {
        return outcome.lines().stream().map(LinePart::of).toList();
    }

    private static @Nullable String text(@Nullable Duration length) {
        return length == null ? null : length.toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
