package org.larum.reports.report;

import java.util.ArrayList;
import java.util.List;

/** An axis from nought (or below, where values are) in steps that people count in. */
record Axis(double low, double high, double step) {

    private static final int STEPS = 4;

    static Axis of(double least, double most) {
        double low = Math.min(0, least);
        double high = Math.max(0, most);
        if (high == low) {
            high = low + 1;
        }
        double step = step((high - low) / STEPS);
        return new Axis(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
    }

    /** One, two or five, and as many noughts as it takes. */
    private static double step(double rough) {
        double size = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / size;
        return size * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }

    List<Double> marks() {
        var marks = new ArrayList<Double>();
        for (long at = Math.round(low / step); at <= Math.round(high / step); at++) {
            marks.add(at * step);
        }
        return marks;
    }

    /** Where a value lies, from 0 to 1. */
    double share(double value) {
        return (value - low) / (high - low);
    }
}
