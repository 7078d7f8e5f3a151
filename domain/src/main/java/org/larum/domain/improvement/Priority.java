package org.larum.domain.improvement;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How an item was weighed, each from 1, little, to 5, much. What is won is divided by what it costs: a weighted sum would let a great
 * impact hide that nobody can do it, and the small safe thing that helps a little, tonight, would never come first. Even on all counts
 * is 1; more is better.
 */
public record Priority(int impact, int feasibility, int effort, int risk) {

    static final int LEAST = 1;
    static final int MOST = 5;

    /** Of the best: {@link #hundredths()} of it. */
    public static final int HIGHEST = MOST * MOST * 100;

    boolean onTheScale() {
        return IntStream.of(impact, feasibility, effort, risk).allMatch(mark -> mark >= LEAST && mark <= MOST);
    }

    /** As it is shown and sorted: 100 for a score of 1. */
    public int hundredths() {
        return Math.round(100f * impact * feasibility / (effort * risk));
    }

    /** How it comes about, for people to check. */
    public String arithmetic() {
        return String.format(
                Locale.ROOT,
                "(impact %d × feasibility %d) ÷ (effort %d × risk %d) = %.2f",
                impact,
                feasibility,
                effort,
                risk,
                hundredths() / 100.0);
    }
}
