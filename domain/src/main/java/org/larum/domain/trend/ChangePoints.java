package org.larum.domain.trend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.trend.Finding.Known;
import org.larum.domain.trend.Finding.TooLittle;

/**
 * Where the level of a course changed: the parts whose squared distance from their own means is least, where each further part must
 * save {@code 3 ln(n)} times the variance of the noise. It is the least there is, not one that was come upon by halving. The noise is
 * measured between neighbours, so that a change of level is no noise; a course that rises steadily is one for {@link MannKendall}.
 */
public record ChangePoints(List<Change> changes) {

    /** From this step on the mean was another one; it was {@code before} since the change before it. */
    public record Change(int at, double before, double after) {}

    public static final int NEED = 12;

    /** Shorter is an outlier, not a level. */
    private static final int SHORTEST = 3;

    private static final double WEIGHT = 3;

    /** How many standard deviations the median of absolute normal deviations is. */
    private static final double MEDIAN_DEVIATION = 0.6744897501960817;

    public ChangePoints {
        changes = List.copyOf(changes);
    }

    /** The values lie at equal steps; one that is missing is null, and its step is counted. At most 2,000 of them. */
    public static Finding<ChangePoints> of(List<? extends @Nullable Double> values) {
        var course = Course.ofPairs(values);
        return course.size() < NEED
                ? new TooLittle<>(course.size(), NEED, "values")
                : new Known<>(new ChangePoints(changes(course)));
    }

    private static List<Change> changes(Course course) {
        double penalty = WEIGHT * Math.log(course.size()) * noise(course.values());
        if (penalty == 0) {
            return List.of();
        }
        var sums = Sums.of(course.values());
        var starts = new ArrayDeque<Integer>();
        var lastStarts = lastStarts(sums, course.size(), penalty);
        for (int end = course.size(); end > 0; end = lastStarts[end]) {
            starts.addFirst(lastStarts[end]);
        }
        var changes = new ArrayList<Change>();
        int before = 0;
        var ends = new ArrayList<>(starts);
        ends.add(course.size());
        for (int part = 1; part < starts.size(); part++) {
            int at = ends.get(part);
            changes.add(new Change(course.places()[at], sums.mean(before, at), sums.mean(at, ends.get(part + 1))));
            before = at;
        }
        return changes;
    }

    /** For each end, where the last part begins when all until there is parted at the least cost. */
    private static int[] lastStarts(Sums sums, int size, double penalty) {
        var least = new double[size + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        least[0] = -penalty;
        var starts = new int[size + 1];
        for (int end = SHORTEST; end <= size; end++) {
            for (int start = 0; start <= end - SHORTEST; start++) {
                double cost = least[start] + sums.cost(start, end) + penalty;
                if (cost < least[end]) {
                    least[end] = cost;
                    starts[end] = start;
                }
            }
        }
        return starts;
    }

    /** The variance of what neighbours differ by, halved: robustly where that is not nought, plainly otherwise. */
    private static double noise(double[] values) {
        var steps = new double[values.length - 1];
        double squares = 0;
        for (int at = 0; at < steps.length; at++) {
            steps[at] = Math.abs(values[at + 1] - values[at]);
            squares += steps[at] * steps[at];
        }
        Arrays.sort(steps);
        double median = (steps[(steps.length - 1) / 2] + steps[steps.length / 2]) / 2;
        double deviation = median / MEDIAN_DEVIATION;
        return (median == 0 ? squares / steps.length : deviation * deviation) / 2;
    }

    /** Sums up to each place, so that the cost of any part is one subtraction. */
    private record Sums(double middle, double[] sums, double[] squares) {

        /** Around the mean: far from nought, squares would lose what tells them apart. */
        static Sums of(double[] values) {
            double mean = Arrays.stream(values).average().orElse(0);
            var sums = new double[values.length + 1];
            var squares = new double[values.length + 1];
            for (int at = 0; at < values.length; at++) {
                double value = values[at] - mean;
                sums[at + 1] = sums[at] + value;
                squares[at + 1] = squares[at] + value * value;
            }
            return new Sums(mean, sums, squares);
        }

        double cost(int from, int until) {
            double sum = sums[until] - sums[from];
            return squares[until] - squares[from] - sum * sum / (until - from);
        }

        double mean(int from, int until) {
            return middle + (sums[until] - sums[from]) / (until - from);
        }
    }
}
