package org.larum.app.api.simulation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.simulation.Sweep;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.domain.suppression.Conditions;

/** Thinks through what people ask, a few at a time and not for long: whoever must be woken comes first. Blocking. */
public final class SimulationDesk {

    private static final int AT_ONCE = 2;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final RuleBook rules;
    private final Conditions conditions;
    private final Time time;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public SimulationDesk(RuleBook rules, Conditions conditions, Time time) {
        this.rules = rules;
        this.conditions = conditions;
        this.time = time;
    }

    SimulationView answer(Wanted wanted) {
        if (!places.tryAcquire()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "busy",
                    "Two simulations are under way already. Nothing was simulated. Ask again in a few seconds.");
        }
        try {
            return think(wanted);
        } finally {
            places.release();
        }
    }

    private SimulationView think(Wanted wanted) {
        var file = wanted.organisation();
        var house = file == null || file.isBlank() ? House.of(rules) : House.of(file);
        var question = Question.of(wanted, house, time.now());
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            return Thinking.answer(
                    question,
                    wanted.asserted(),
                    conditions,
                    () -> System.nanoTime() > end || Thread.currentThread().isInterrupted());
        } catch (Sweep.GivenUp e) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "took_too_long",
                    "It took longer than " + LONGEST.toSeconds() + " s and was given up. Ask less often or for less"
                            + " long, or use ./larum simulate, which has no limit.");
        }
    }
}
