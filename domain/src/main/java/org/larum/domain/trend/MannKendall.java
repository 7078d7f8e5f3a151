package org.larum.domain.trend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.domain.trend.Finding.Known;
import org.larum.domain.trend.Finding.TooLittle;

/**
 * Whether a course goes up or down, by Mann and Kendall, with the variance that ties leave and the correction for continuity; and how
 * fast, by Sen: the median of the slopes of all pairs. Neither minds a few wild values. It takes values to be independent: of a course
 * that swings with the week, ask what is left without the season.
 */
public record MannKendall(double score, double tau, double z, double chance, Slope slope) {

    /** Change for each step; with a likelihood of 95 % it lies between {@code low} and {@code high}. */
    public record Slope(double median, double low, double high) {}

    public enum Direction {
        UP,
        DOWN,
        /** No direction that is more than chance. */
        NONE
    }

    /** Below it, the normal distribution is no likeness of how the score is distributed. */
    public static final int NEED = 10;

    private static final double CHANCE = 0.05;
    private static final double TWO_SIDED_95 = 1.959963984540054;

    /** The values lie at equal steps; one that is missing is null, and its step is counted. At most 2,000 of them. */
    public static Finding<MannKendall> of(List<? extends @Nullable Double> values) {
        var course = Course.ofPairs(values);
        return course.size() < NEED ? new TooLittle<>(course.size(), NEED, "values") : new Known<>(counted(course));
    }

    public Direction direction() {
        if (chance >= CHANCE) {
            return Direction.NONE;
        }
        return score > 0 ? Direction.UP : Direction.DOWN;
    }

    private static MannKendall counted(Course course) {
        int n = course.size();
        var slopes = new double[n * (n - 1) / 2];
        long score = 0;
        int pair = 0;
        for (int late = 1; late < n; late++) {
            for (int early = 0; early < late; early++) {
                double change = course.values()[late] - course.values()[early];
                score += (long) Math.signum(change);
                slopes[pair++] = change / (course.places()[late] - course.places()[early]);
            }
        }
        double ties = 0;
        double tiedPairs = 0;
        for (double many : counts(course).values()) {
            ties += many * (many - 1) * (2 * many + 5);
            tiedPairs += many * (many - 1) / 2;
        }
        double variance = ((double) n * (n - 1) * (2 * n + 5) - ties) / 18;
        double z = variance == 0 || score == 0 ? 0 : (score - Math.signum((double) score)) / Math.sqrt(variance);
        double pairs = slopes.length;
        double tau = tiedPairs == pairs ? 0 : score / Math.sqrt(pairs * (pairs - tiedPairs));
        return new MannKendall(score, tau, z, 2 * Normal.above(Math.abs(z)), slope(slopes, Math.sqrt(variance)));
    }

    private static Map<Double, Long> counts(Course course) {
        return Arrays.stream(course.values()).boxed().collect(groupingBy(value -> value, counting()));
    }

    private static Slope slope(double[] slopes, double spread) {
        Arrays.sort(slopes);
        int pairs = slopes.length;
        double median = (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2;
        int high = (int) Math.min(Math.rint((pairs + TWO_SIDED_95 * spread) / 2), pairs - 1);
        int low = (int) Math.max(Math.rint((pairs - TWO_SIDED_95 * spread) / 2) - 1, 0);
        return new Slope(median, slopes[low], slopes[high]);
    }
}
