package org.larum.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.larum.app.eventstore.LogOfThought;
import org.larum.app.processing.LogFates;
import org.larum.app.processing.Standing;
import org.larum.app.simulation.Line.Told;
import org.larum.app.simulation.Line.What;
import org.larum.app.simulation.Outcome.End;
import org.larum.domain.shared.ChannelKind;

/** Nights that are only thought through. */
class SimulationTest {

    private final Simulation shop = Houses.simulation(Houses.SHOP);

    private static List<String> told(Outcome outcome) {
        return outcome.lines().stream()
                .filter(line -> line.what() == What.TOLD && line.person() != null)
                .map(line -> line.after() + " " + line.person() + " " + line.outcome())
                .toList();
    }

    private static Line first(Outcome outcome, Predicate<Line> which) {
        return outcome.lines().stream().filter(which).findFirst().orElseThrow();
    }

    @Test
    void whenNobodyAnswersEverybodyIsToldInTwoRoundsAndTheAdministratorsAreReminded() {
        var outcome = shop.run(Houses.critical("checkout", Assumptions.NOBODY_ANSWERS), Houses.MONDAY);

        assertThat(told(outcome))
                .containsExactly(
                        "PT0S ada ACCEPTED",
                        "PT5M ada ACCEPTED",
                        "PT5M grace ACCEPTED",
                        "PT15M ada ACCEPTED",
                        "PT20M ada ACCEPTED",
                        "PT20M grace ACCEPTED",
                        "PT30M ada ACCEPTED",
                        "PT1H ada ACCEPTED");
        assertThat(outcome.end()).isEqualTo(End.EXHAUSTED);
        assertThat(outcome.policy()).isEqualTo(new Outcome.Policy("oncall", 1));
        assertThat(outcome.reachedAfter()).isEqualTo(Duration.ZERO);
        assertThat(outcome.answeredAfter()).isNull();
        assertThat(outcome.exhaustedAfter()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void everyLineSaysWhichPolicyStepAndTargetLeadThere() {
        var outcome = shop.run(Houses.critical("checkout", Assumptions.NOBODY_ANSWERS), Houses.MONDAY);

        var grace = first(outcome, line -> "grace".equals(line.person()));
        assertThat(grace.because())
                .isEqualTo("Step 2 of policy \"oncall\" (version 1) asks team \"payments\", to which they belong.");
        assertThat(grace.step()).isEqualTo(2);
        assertThat(grace.round()).isEqualTo(1);
        assertThat(grace.channel()).isEqualTo("email");
        assertThat(first(outcome, line -> "audit".equals(line.webhook())).because())
                .isEqualTo("The incident took a turn: triggered.");
    }

    @Test
    void whoAnswersAfterThreeMinutesHasItAndNobodyElseIsTold() {
        var outcome =
                shop.run(Houses.critical("checkout", Houses.answers("ada", Duration.ofMinutes(3))), Houses.MONDAY);

        assertThat(told(outcome)).containsExactly("PT0S ada ACCEPTED");
        assertThat(outcome.end()).isEqualTo(End.ANSWERED);
        assertThat(outcome.answeredAfter()).isEqualTo(Duration.ofMinutes(3));
        assertThat(first(outcome, line -> line.what() == What.ANSWERED).person())
                .isEqualTo("ada");
    }

    @Test
    void whoAnswersLateIsToldOfTheRoundsBefore() {
        var outcome =
                shop.run(Houses.critical("checkout", Houses.answers("grace", Duration.ofMinutes(1))), Houses.MONDAY);

        assertThat(told(outcome)).containsExactly("PT0S ada ACCEPTED", "PT5M ada ACCEPTED", "PT5M grace ACCEPTED");
        assertThat(outcome.answeredAfter()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void aProviderThatIsDownIsTriedFourTimesAndThenGivenUp() {
        var outcome = shop.run(Houses.critical("checkout", Houses.down(ChannelKind.EMAIL)), Houses.MONDAY);

        // Waits of 4, 16 and 60 s, as long as they may be.
        assertThat(told(outcome))
                .startsWith(
                        "PT0S ada FAILED",
                        "PT4S ada FAILED",
                        "PT20S ada FAILED",
                        "PT1M20S ada FAILED",
                        "PT1M20S ada GIVEN_UP");
        assertThat(outcome.reachedAfter()).isNull();
        assertThat(first(outcome, line -> line.outcome() == Told.GIVEN_UP).said())
                .isEqualTo("It failed 4 times. The last answer: The provider is assumed to be down.");
    }

    @Test
    void whoHasNoAddressIsGivenUpAtOnce() {
        var outcome = shop.run(Houses.critical("dark", Assumptions.NOBODY_ANSWERS), Houses.MONDAY);

        assertThat(told(outcome)).startsWith("PT0S mute GIVEN_UP");
        assertThat(outcome.reachedAfter()).isNull();
        assertThat(outcome.exhaustedAfter()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aServiceWithoutAPolicyTellsTheAdministratorsAndReachesNobody() {
        var outcome = shop.run(Houses.critical("orphan", Assumptions.NOBODY_ANSWERS), Houses.MONDAY);

        assertThat(told(outcome)).containsExactly("PT0S ada ACCEPTED", "PT30M ada ACCEPTED");
        assertThat(outcome.policy()).isNull();
        assertThat(outcome.reachedAfter()).isNull();
        assertThat(outcome.exhaustedAfter()).isEqualTo(Duration.ZERO);
    }

    /** At 01:00 in London the clocks go to 02:00: the hand-over at 01:30 is at 01:00 UTC, in no minute of that night. */
    @Test
    void inTheNightOnWhichTheClockJumpsTheHandOverInTheGapIsKept() {
        var scenario = Houses.critical("search", Assumptions.NOBODY_ANSWERS);

        var before = shop.run(scenario, Instant.parse("2026-03-29T00:59:00Z"));
        var after = shop.run(scenario, Instant.parse("2026-03-29T01:30:00Z"));

        assertThat(told(before)).first().isEqualTo("PT0S grace ACCEPTED");
        assertThat(told(after)).first().isEqualTo("PT0S ada ACCEPTED");
        assertThat(first(after, line -> "ada".equals(line.person())).because())
                .isEqualTo(
                        "Step 1 of policy \"rota\" (version 1) asks schedule \"night\", which has them on call (layer primary).");
    }

    @Test
    void whenNobodyIsOnCallTheStepSaysSo() {
        var house = Houses.simulation(Houses.SHOP.replace("schedule:night", "schedule:office"));
        var outcome =
                house.run(Houses.critical("search", Assumptions.NOBODY_ANSWERS), Instant.parse("2026-11-22T03:00:00Z"));

        var step = first(outcome, line -> line.what() == What.ASKED);
        assertThat(step.outcome()).isEqualTo(Told.NOBODY);
        assertThat(step.said()).isEqualTo("nobody is on call by schedule \"office\".");
        assertThat(outcome.reachedAfter()).isNull();
        assertThat(outcome.exhaustedAfter()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aRuleThatHoldsAnAlertBackIsAskedAgainWhenItsTimeIsUp() {
        var house = Houses.simulation(Houses.SHOP + """
                holds:
                  patience: {when: 'service == "checkout"', wait: 2m}
                """);
        var outcome = house.run(Houses.critical("checkout", Assumptions.NOBODY_ANSWERS), Houses.MONDAY);

        assertThat(first(outcome, line -> line.what() == What.HELD).because()).contains("patience");
        assertThat(outcome.reachedAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void itIsThoughtThroughTheSameAgain() {
        var scenario = Houses.critical("checkout", Houses.down(ChannelKind.EMAIL));
        var first = shop.run(scenario, Houses.MONDAY);
        shop.run(Houses.critical("search", Assumptions.NOBODY_ANSWERS), Houses.MONDAY.plusSeconds(60));

        assertThat(shop.run(scenario, Houses.MONDAY)).isEqualTo(first);
    }

    @Test
    void whatReactsInTheServerReactsHere() {
        var server = Standing.reactions(
                        index -> Houses.shop(),
                        (condition, facts) -> {
                            throw new IllegalStateException("nobody asks");
                        },
                        () -> 1,
                        index -> {
                            throw new IllegalStateException("nobody asks");
                        },
                        new LogFates(new LogOfThought()))
                .stream()
                .map(Standing::name)
                .toList();

        assertThat(shop.reactions()).isEqualTo(server).contains("when-escalation-asks");
    }
}
