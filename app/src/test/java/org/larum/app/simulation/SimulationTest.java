package org.larum.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.app.simulation.Line.Told;
import org.larum.app.simulation.Line.What;
import org.larum.app.simulation.Outcome.End;
import org.larum.domain.notification.ChannelKind;

/** Nights that are only thought through. */
class SimulationTest {

    private final Simulation shop = Houses.simulation(Houses.SHOP);

    private static List<String> told(Outcome outcome) {
        return outcome.lines().stream()
                .filter(line -> line.what() == What.TOLD && line.person() != null)
                .map(line -> line.after() + " " + line.person() + " " + line.outcome())
                .toList();
    }

    @Test
    void whenNobodyAnswersEverybodyIsToldInTwoRoundsAndTheAdministratorsAreReminded() {
        var outcome = shop.run(Houses.critical("checkout", Assumptions.NOBODY_ANSWERS), Houses.MONDAY);

        outcome.lines().forEach(System.out::println);
        assertThat(outcome.end()).isEqualTo(End.EXHAUSTED);
        assertThat(outcome.policy()).isEqualTo(new Outcome.Policy("oncall", 1));
        assertThat(outcome.reachedAfter()).isEqualTo(Duration.ZERO);
        assertThat(outcome.answeredAfter()).isNull();
        assertThat(outcome.exhaustedAfter()).isEqualTo(Duration.ofMinutes(30));
    }
}
