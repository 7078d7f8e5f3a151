package org.larum.domain.slo;

/** How much of something was bad: seconds of downtime, or events that went wrong. */
public record Share(double bad, double total) {

    public static final Share NOTHING = new Share(0, 0);

    public Share plus(Share other) {
        return new Share(bad + other.bad, total + other.total);
    }

    public boolean isNothing() {
        return total <= 0;
    }

    /** From 0 to 1. Only of something. */
    public double ofBad() {
        return bad / total;
    }
}
