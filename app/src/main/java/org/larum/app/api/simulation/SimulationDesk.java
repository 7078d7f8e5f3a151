package org.larum.app.api.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
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

    /**
     * What is asked, as it is written. {@code organisation}: the text of a file, or absent for the one in use. {@code detection}: in
     * Larum's own format, with the word of an {@code integration} or of a {@code service}. {@code asserted}: such as "reached within 5m";
     * asked {@code every} so long {@code length} on when both are given. {@code horizon}: how far it is thought through, 24h when absent.
     */
    public record SimulationWish(
            @Nullable String organisation,
            @Nullable Map<String, Object> detection,
            @Nullable String at,
            @Nullable Assumed assume,
            @JsonProperty("assert") @Nullable String asserted,
            @Nullable String every,
            @JsonProperty("for") @Nullable String length,
            @Nullable String horizon) {}

    /** {@code answers}: how long after being told first a person acknowledges, by their word. {@code down}: channels that fail. */
    public record Assumed(
            @Nullable Map<String, String> answers, @Nullable List<String> down) {}

    SimulationView answer(SimulationWish wanted) {
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

    private SimulationView think(SimulationWish wanted) {
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
