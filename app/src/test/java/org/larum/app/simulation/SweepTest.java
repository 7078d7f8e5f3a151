package org.larum.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.larum.app.simulation.Assertion.Kind;
import org.larum.app.simulation.Line.Told;
import org.larum.app.simulation.Sweep.Instants;

/** Where a promise does not hold. */
class SweepTest {

    private static final Assertion REACHED = new Assertion(Kind.REACHED, Duration.ofMinutes(5));

    /** A Sunday, and Monday with its office hours in London: in winter these are those of UTC. */
    private static final Instants TWO_DAYS =
            new Instants(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofHours(1), Duration.ofDays(2));

    @Test
    void failingNeighboursAreOneStretchWithItsFirstInstantAsTheExample() {
        var office = Houses.simulation(Houses.SHOP.replace("schedule:night", "schedule:office"));
        var result = new Sweep(office)
                .run(Houses.critical("search", Assumptions.NOBODY_ANSWERS), REACHED, TWO_DAYS, () -> false);

        assertThat(result.instants()).isEqualTo(48);
        assertThat(result.failing()).isEqualTo(40);
        assertThat(result.isTrue()).isFalse();
        assertThat(result.stretches()).hasSize(2);
        var first = result.stretches().getFirst();
        assertThat(first.from()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(first.until()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(first.instants()).isEqualTo(33);
        assertThat(first.example().lines()).anyMatch(line -> line.outcome() == Told.NOBODY);
        assertThat(result.stretches().getLast().until()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
    }

    @Test
    void whatIsPromisedAndKeptHasNoStretches() {
        var result = new Sweep(Houses.simulation(Houses.SHOP))
                .run(Houses.critical("checkout", Assumptions.NOBODY_ANSWERS), REACHED, TWO_DAYS, () -> false);

        assertThat(result.isTrue()).isTrue();
        assertThat(result.stretches()).isEmpty();
    }

    @Test
    void anAnswerInTimeIsAnotherPromise() {
        var scenario = Houses.critical("checkout", Houses.answers("grace", Duration.ofMinutes(1)));
        var sweep = new Sweep(Houses.simulation(Houses.SHOP));

        var six = new Assertion(Kind.ANSWERED, Duration.ofMinutes(6));
        assertThat(sweep.run(scenario, six, TWO_DAYS, () -> false).failing()).isZero();
        var five = new Assertion(Kind.ANSWERED, Duration.ofMinutes(5));
        assertThat(sweep.run(scenario, five, TWO_DAYS, () -> false).failing()).isEqualTo(48);
    }

    @Test
    void itIsGivenUpWhenNobodyWaitsAnyMore() {
        var sweep = new Sweep(Houses.simulation(Houses.SHOP));
        assertThatExceptionOfType(Sweep.GivenUp.class)
                .isThrownBy(() -> sweep.run(
                        Houses.critical("checkout", Assumptions.NOBODY_ANSWERS), REACHED, TWO_DAYS, () -> true));
    }
}
