package org.larum.domain.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.trend.Finding.Known;
import org.larum.domain.trend.Finding.TooLittle;

/**
 * A course taken apart, classical and additive: what moves slowly (the mean of one season around each value), what comes back, the mean
 * at each place of the season, nought in sum, and what is left. At both ends half a season has no mean and so no rest.
 */
public record Seasonal(List<@Nullable Double> trend, List<Double> season, List<@Nullable Double> rest) {

    /** Hours of a day. */
    public static final int DAY = 24;

    /** Days of a week. */
    public static final int WEEK = 7;

    /** In two seasons, what comes back is not told from what happened twice. */
    private static final int SEASONS = 3;

    public Seasonal {
        trend = Collections.unmodifiableList(new ArrayList<>(trend));
        season = List.copyOf(season);
        rest = Collections.unmodifiableList(new ArrayList<>(rest));
    }

    public static Finding<Seasonal> of(List<? extends @Nullable Double> course, int period) {
        if (period < 2) {
            throw new IllegalArgumentException("A season has at least two steps");
        }
        int need = SEASONS * period;
        var known = Course.of(course);
        if (known.size() < need || known.size() < course.size()) {
            return new TooLittle<>(known.size(), Math.max(need, course.size()), "values without a gap");
        }
        return new Known<>(apart(known.values(), period));
    }

    private static Seasonal apart(double[] values, int period) {
        var trend = smooth(values, period);
        var sums = new double[period];
        var counts = new int[period];
        for (int at = 0; at < values.length; at++) {
            if (!Double.isNaN(trend[at])) {
                sums[at % period] += values[at] - trend[at];
                counts[at % period]++;
            }
        }
        for (int at = 0; at < period; at++) {
            sums[at] /= counts[at];
        }
        double mean = Arrays.stream(sums).average().orElse(0);
        var season = Arrays.stream(sums).map(sum -> sum - mean).toArray();
        var rest = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            rest[at] = values[at] - trend[at] - season[at % period];
        }
        return new Seasonal(boxed(trend), Arrays.stream(season).boxed().toList(), boxed(rest));
    }

    /** Over an even season, the first and the last step count half. */
    private static double[] smooth(double[] values, int period) {
        var smooth = new double[values.length];
        Arrays.fill(smooth, Double.NaN);
        int half = period / 2;
        for (int at = half; at < values.length - half; at++) {
            double sum = 0;
            for (int step = -half; step <= half; step++) {
                boolean isHalf = period % 2 == 0 && Math.abs(step) == half;
                sum += values[at + step] * (isHalf ? 0.5 : 1);
            }
            smooth[at] = sum / period;
        }
        return smooth;
    }

    private static List<@Nullable Double> boxed(double[] values) {
        var boxed = new ArrayList<@Nullable Double>(values.length);
        for (double value : values) {
            boxed.add(Double.isNaN(value) ? null : value);
        }
        return boxed;
    }

    /** How much of what the slow movement leaves is season: nought is none, one is all. */
    public double strength() {
        var rests = new ArrayList<Double>();
        var both = new ArrayList<Double>();
        for (int at = 0; at < rest.size(); at++) {
            var left = rest.get(at);
            if (left != null) {
                rests.add(left);
                both.add(left + season.get(at % season.size()));
            }
        }
        double all = variance(both);
        return all == 0 ? 0 : Math.max(0, 1 - variance(rests) / all);
    }

    private static double variance(List<Double> values) {
        double mean = values.stream().mapToDouble(value -> value).average().orElse(0);
        return values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
    }
}
