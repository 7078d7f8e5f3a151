package org.larum.bench.overload;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.larum.bench.load.Answer;
import org.larum.bench.load.Answers;
import org.larum.bench.load.Shot;
import org.larum.bench.load.Tally;

/** Counts answers, and looks at how those that were refused are told. */
final class Refusals implements Answers {

    static final Duration AT_ONCE = Duration.ofMillis(100);

    private final Tally tally = new Tally();
    private final Histogram refusal = new Histogram(3);
    private final long planned;
    private long answered;
    private long refused;
    private long slow;
    private long untold;

    /** {@code planned}: how many are to be sent. */
    Refusals(long planned) {
        this.planned = planned;
    }

    @Override
    public void answered(Shot shot, Answer answer) {
        tally.answered(shot, answer);
        answered++;
        if (answer.status() == 429 || answer.status() == 503) {
            refused++;
            // From when it left: waiting for a free connection is the loader's own.
            long took = shot.intended() + answer.took() - answer.sent();
            refusal.recordValue(Math.max(1, took));
            slow += took > AT_ONCE.toNanos() ? 1 : 0;
            untold += answer.header("Retry-After")
                            .filter(text -> text.matches("\\d{1,6}"))
                            .isPresent()
                    ? 0
                    : 1;
        }
    }

    Tally tally() {
        return tally;
    }

    Histogram refusal() {
        return refusal;
    }

    long offered() {
        return planned;
    }

    /** Of those offered, how many could not even be sent, since all connections hung. */
    long unsent() {
        return planned - answered;
    }

    long refused() {
        return refused;
    }

    /** Refused, but not at once. */
    long slow() {
        return slow;
    }

    /** Refused without a whole number of seconds to wait. */
    long untold() {
        return untold;
    }

    /** Neither taken nor refused: must be none. */
    long other() {
        return planned - refused - tally.accepted();
    }
}
