package org.larum.domain.trend;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of a course that are there, and their places in it. */
record Course(double[] values, int[] places) {

    private static final int MOST = 2_000;

    /** For those who compare each value with each. */
    static Course ofPairs(List<? extends @Nullable Double> course) {
        if (course.size() > MOST) {
            throw new IllegalArgumentException("A course has at most " + MOST + " values");
        }
        return of(course);
    }

    static Course of(List<? extends @Nullable Double> course) {
        int count = (int) course.stream().filter(Objects::nonNull).count();
        var values = new double[count];
        var places = new int[count];
        int next = 0;
        for (int place = 0; place < course.size(); place++) {
            var value = course.get(place);
            if (value != null) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("A value is a number, or none");
                }
                // There is no nought below nought.
                values[next] = value + 0.0;
                places[next++] = place;
            }
        }
        return new Course(values, places);
    }

    int size() {
        return values.length;
    }
}
