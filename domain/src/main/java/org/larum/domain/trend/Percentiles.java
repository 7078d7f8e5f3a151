package org.larum.domain.trend;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.trend.Finding.Known;
import org.larum.domain.trend.Finding.TooLittle;

/** The value below which a share of all lies; between two of them it is interpolated, as databases and spreadsheets do. */
public final class Percentiles {

    private static final int NEED = 5;

    private Percentiles() {}

    /** Of the upper tenth something must be there: the 90th takes 10 values, the 99th 100. */
    public static Finding<Double> of(List<? extends @Nullable Double> values, int percent) {
        if (percent < 1 || percent > 99) {
            throw new IllegalArgumentException("A percentile is between 1 and 99");
        }
        var sorted = Course.of(values).values();
        int rarer = Math.min(percent, 100 - percent);
        int need = Math.max(NEED, Math.ceilDiv(100, rarer));
        if (sorted.length < need) {
            return new TooLittle<>(sorted.length, need, "values");
        }
        Arrays.sort(sorted);
        double place = percent / 100.0 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return new Known<>(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }
}
