package org.larum.app.api.simulation;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.simulation.SimulationView.AssertionPart;
import org.larum.app.simulation.Simulation;
import org.larum.app.simulation.Sweep;
import org.larum.domain.suppression.Conditions;

/** Thinks a question through. Takes the time of one thread: milliseconds for an instant, seconds for thousands. */
final class Thinking {

    private Thinking() {}

    /** @param isGivenUp asked now and then; fails with {@link Sweep.GivenUp} once it says so */
    static SimulationView answer(
            Question question, @Nullable String asserted, Conditions conditions, BooleanSupplier isGivenUp) {
        var world = new Simulation(question.house().organisation(), conditions);
        var first = world.run(question.scenario(), question.at());
        var assertion = question.assertion();
        if (assertion == null || asserted == null) {
            return SimulationView.of(first, null, null);
        }
        var instants = question.instants();
        if (instants == null) {
            return SimulationView.of(first, new AssertionPart(asserted, assertion.isMetBy(first)), null);
        }
        var sweep = new Sweep(world).run(question.scenario(), assertion, instants, isGivenUp);
        return SimulationView.of(first, new AssertionPart(asserted, sweep.isTrue()), sweep);
    }
}
