package org.larum.app.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Asks an assertion at one instant after another, and answers where it does not hold. */
public final class Sweep {

    public static final int MOST_INSTANTS = 10_000;
    static final int MOST_EXAMPLES = 100;
    private static final int BLOCK = 64;

    private final Simulation world;

    public Sweep(Simulation world) {
        this.world = world;
    }

    /** The instants from {@code from} on, {@code every} so long, for so long. */
    public record Instants(Instant from, Duration every, Duration length) {

        public long count() {
            return Math.ceilDiv(length.toSeconds(), every.toSeconds());
        }

        Instant nth(int n) {
            return from.plus(every.multipliedBy(n));
        }
    }

    /** Neighbouring instants at which it does not hold; {@code until} is the first at which it may again. {@code example}: the first. */
    public record Stretch(Instant from, Instant until, int instants, Outcome example) {}

    /** {@code more}: how many further stretches there are. */
    public record Result(int instants, int failing, List<Stretch> stretches, int more) {

        public boolean isTrue() {
            return failing == 0;
        }
    }

    /** Thrown when nobody waits for the answer any more. */
    public static final class GivenUp extends RuntimeException {

        GivenUp() {
            super("the sweep was given up", null, false, false);
        }
    }

    /** @param isGivenUp asked now and then; fails with {@link GivenUp} once it says so */
    public Result run(Scenario scenario, Assertion assertion, Instants instants, BooleanSupplier isGivenUp) {
        int count = Math.toIntExact(instants.count());
        // Nothing later can make it true.
        var promised =
                new Scenario(scenario.sender(), scenario.detection(), scenario.assumptions(), assertion.within());
        var failing = failing(promised, assertion, instants, count, isGivenUp);
        var stretches = new ArrayList<Stretch>();
        int more = 0;
        for (int from = failing.nextSetBit(0); from >= 0; ) {
            int until = failing.nextClearBit(from);
            if (stretches.size() < MOST_EXAMPLES) {
                var example = world.run(scenario, instants.nth(from));
                stretches.add(new Stretch(instants.nth(from), instants.nth(until), until - from, example));
            } else {
                more++;
            }
            from = failing.nextSetBit(until);
        }
        return new Result(count, failing.cardinality(), List.copyOf(stretches), more);
    }

    private BitSet failing(
            Scenario scenario, Assertion assertion, Instants instants, int count, BooleanSupplier isGivenUp) {
        var failing = new BitSet(count);
        for (int n = 0; n < count; n++) {
            if (n % BLOCK == 0 && isGivenUp.getAsBoolean()) {
                throw new GivenUp();
            }
            failing.set(n, !assertion.isMetBy(world.glance(scenario, instants.nth(n), assertion::isKnown)));
        }
        return failing;
    }
}
