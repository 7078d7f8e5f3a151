package org.larum.domain.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Slo;

/** The arithmetic of one budget at an instant: how much there is, what was spent, what is left, how fast it goes. */
public final class ErrorBudget {

    /** What burns is calm below this part of the rate at which it began: at the rate itself it would go on and off. */
    static final double CALM = 0.5;

    /** What was low is so no more when a tenth more than that is left. */
    static final double RECOVERED = 1.1;

    /** Rates come from divisions. */
    private static final double HAIR = 1e-9;

    private final Slo slo;
    private final Observed observed;
    private final Instant now;
    private final Share share;

    public ErrorBudget(Slo slo, Observed observed, Instant now) {
        this.slo = slo;
        this.observed = observed;
        this.now = now;
        this.share = observed.over(now.minus(slo.window()), now);
    }

    /** A point of the course: so much of the whole budget was left then. */
    public record Point(Instant at, double left) {}

    /** What the whole window holds. */
    public Share share() {
        return share;
    }

    /** In percent, as the objective is; null while nothing was seen. */
    public @Nullable Double good() {
        return share.isNothing() ? null : 100 * (1 - share.ofBad());
    }

    /** How much may be bad: seconds, or events. */
    public double budget() {
        return slo.allowed() * share.total();
    }

    /** The share that is left: 1 when nothing was bad, less than 0 when more was bad than may be; null while nothing was seen. */
    public @Nullable Double left() {
        return share.isNothing() ? null : 1 - share.bad() / budget();
    }

    /** How many times faster than is allowed; null when too little was seen to tell. */
    public @Nullable Double burn(Duration stretch) {
        return burn(stretch, observed.least());
    }

    private @Nullable Double burn(Duration stretch, double least) {
        var seen = observed.over(now.minus(stretch), now);
        return seen.isNothing() || seen.total() + HAIR < least ? null : seen.ofBad() / slo.allowed();
    }

    /** Whether it is to be told that it burns. {@code isTold}: it was so before, and holds until it is clearly over. */
    public boolean sounds(Alarm alarm, boolean isTold) {
        return alarm == Alarm.LOW ? isLow(isTold) : burns(alarm, isTold);
    }

    private boolean isLow(boolean isTold) {
        var left = left();
        double wanted = slo.policy().share();
        return left != null && isEnough(share) && left < (isTold ? wanted * RECOVERED : wanted) - HAIR;
    }

    private boolean isEnough(Share seen) {
        return seen.total() + HAIR >= observed.least();
    }

    /** A stretch longer than the window would tell of what is forgiven already. */
    private boolean burns(Alarm alarm, boolean isTold) {
        var burn = alarm.stretch().compareTo(slo.window()) > 0 ? null : burn(alarm.stretch());
        if (burn == null) {
            return false;
        }
        var still = burn(alarm.still(), 0);
        if (isTold) {
            double calm = CALM * alarm.rate();
            return burn >= calm && (still == null || still >= calm);
        }
        return burn + HAIR >= alarm.rate() && still != null && still + HAIR >= alarm.rate();
    }

    /** What the policy asks for, as a sentence; null while enough is left, or too little was seen to ask for anything. */
    public @Nullable String asks(String service) {
        var left = left();
        return left == null || !isEnough(share) || left >= slo.policy().share() - HAIR
                ? null
                : slo.policy().asks(service) + ": " + said(left) + ".";
    }

    /** Rounded down: nothing is left that is not there. */
    static String said(double left) {
        return left <= 0
                ? "nothing of the budget is left"
                : (long) Math.floor(100 * left + HAIR) + " % of the budget is left";
    }

    /** From the whole budget at the beginning of the window to what is left now; empty while nothing was seen. */
    public List<Point> course(int steps) {
        var points = new ArrayList<Point>();
        if (share.isNothing()) {
            return points;
        }
        var begin = now.minus(slo.window());
        var before = begin;
        double bad = 0;
        points.add(new Point(begin, 1));
        for (int step = 1; step <= steps; step++) {
            var at = begin.plus(slo.window().multipliedBy(step).dividedBy(steps));
            bad += observed.over(before, at).bad();
            points.add(new Point(at, 1 - bad / budget()));
            before = at;
        }
        return points;
    }
}
