package org.larum.domain.trend;

/** The normal distribution. */
final class Normal {

    private static final double FAR = 5;

    private Normal() {}

    /** How likely a value is above this one, which is not below nought. */
    static double above(double z) {
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return z < FAR ? 0.5 - density * series(z) : density * fraction(z);
    }

    private static double series(double z) {
        double sum = z;
        double term = z;
        for (int odd = 3; term > sum * 1e-17; odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return sum;
    }

    /** Of Laplace; far out the series would lose what is left of it. */
    private static double fraction(double z) {
        double below = z;
        for (int at = 60; at >= 1; at--) {
            below = z + at / below;
        }
        return 1 / below;
    }
}
