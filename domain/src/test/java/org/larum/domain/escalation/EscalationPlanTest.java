package org.larum.domain.escalation;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.LINUS;
import static org.larum.domain.directory.DirectoryExamples.ON_CALL;
import static org.larum.domain.directory.DirectoryExamples.shop;
import static org.larum.domain.directory.DirectoryExamples.shopWithout;
import static org.larum.domain.directory.DirectoryExamples.target;
import static org.larum.domain.escalation.EscalationExamples.ADA_AGAIN;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.GRACE_AGAIN;
import static org.larum.domain.escalation.EscalationExamples.GRACE_FIRST;
import static org.larum.domain.escalation.EscalationExamples.PLAN;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.domain.directory.Definition.Branch;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.escalation.EscalationPlan.Position;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class EscalationPlanTest {

    @Test
    void itGoesThroughItsStepsAndThenThroughItsRounds() {
        assertThat(way(PLAN)).containsExactly(ADA_FIRST, GRACE_FIRST, ADA_AGAIN, GRACE_AGAIN);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "1, 3", "2, 0", "5, 2"})
    void everyStepIsReachedOnceInEveryRound(int steps, int repeat) {
        var step = DirectoryExamples.steps().getFirst();
        var plan = new EscalationPlan(java.util.Collections.nCopies(steps, step), repeat);
        assertThat(way(plan)).hasSize(steps * (repeat + 1)).doesNotHaveDuplicates();
    }

    @Test
    void aPlanWithoutStepsHasNoBeginning() {
        assertThat(EscalationPlan.NOBODY.first()).isEmpty();
        assertThat(new EscalationPlan(List.<Step>of(), 3).first()).isEmpty();
    }

    @Test
    void theLastStepOfTheLastRoundHasNoNext() {
        assertThat(PLAN.after(GRACE_AGAIN)).isEmpty();
    }

    @Test
    void aPositionNamesItsStepInEveryRound() {
        assertThat(PLAN.step(GRACE_AGAIN))
                .isEqualTo(PLAN.step(GRACE_FIRST))
                .isEqualTo(PLAN.steps().get(1));
    }

    @Nested
    class Choice {

        private final Step critical = step(ADA, "ada", 1);
        private final Step atNight = step(GRACE, "grace", 2);
        private final Step otherwise = step(LINUS, "linus", 3);
        private final Policy policy = new Policy(
                ON_CALL,
                "shop-on-call",
                1,
                List.of(otherwise),
                List.of(
                        new Branch(List.of(Severity.CRITICAL), List.of(), "UTC", 4, List.of(critical)),
                        new Branch(
                                List.of(Severity.HIGH, Severity.MEDIUM),
                                List.of(
                                        new Hours(MONDAY, LocalTime.of(22, 0), TUESDAY, LocalTime.of(6, 0)),
                                        new Hours(SUNDAY, LocalTime.of(22, 0), MONDAY, LocalTime.of(6, 0))),
                                "America/New_York",
                                0,
                                List.of(atNight))));

        private static Step step(PersonId person, String word, int minutes) {
            return new Step(List.of(target(person, word)), Duration.ofMinutes(minutes));
        }

        /** New York is five hours behind; Monday.NINE is 04:00 there. */
        @ParameterizedTest
        @CsvSource({
            "CRITICAL, 0, 1",
            "HIGH, 0, 2",
            "MEDIUM, 119, 2",
            "MEDIUM, 120, 3",
            "LOW, 0, 3",
            ", 0, 3",
            "HIGH, 1079, 3",
            "HIGH, 1080, 2",
            "HIGH, 1559, 2",
            "HIGH, 1560, 3"
        })
        void theFirstBranchThatFitsIsGone(@Nullable Severity severity, int minute, int wait) {
            var plan = EscalationPlan.of(policy, severity, Monday.at(minute));
            assertThat(plan.steps().getFirst().pause()).isEqualTo(Duration.ofMinutes(wait));
            assertThat(plan.repeat()).isEqualTo(List.of(4, 0, 1).get(wait - 1));
        }

        @Test
        void hoursThatBeginAndEndAtTheSameTimeAreTheWholeWeek() {
            var always = new Branch(
                    List.of(),
                    List.of(new Hours(MONDAY, LocalTime.NOON, MONDAY, LocalTime.NOON)),
                    "UTC",
                    0,
                    List.of(critical));
            var whole = new Policy(ON_CALL, "shop-on-call", 1, List.of(otherwise), List.of(always));
            for (int hour = 0; hour < 7 * 24; hour++) {
                assertThat(EscalationPlan.of(whole, Severity.LOW, Monday.at(hour * 60))
                                .steps())
                        .containsExactly(critical);
            }
        }
    }

    private static List<Position> way(EscalationPlan plan) {
        var way = new ArrayList<Position>();
        for (var at = plan.first(); at.isPresent(); at = plan.after(at.get())) {
            way.add(at.get());
        }
        return way;
    }

    /** Nine in the morning in London, where Ada lives, is eleven in Helsinki. */
    @Test
    void theHoursOfACaseMayBeThoseOfWhoeverAnswers() {
        var morning = new Hours(MONDAY, LocalTime.of(10, 30), MONDAY, LocalTime.of(12, 0));
        var other = List.of(new Step(List.of(target(GRACE, "grace")), Duration.ofMinutes(1)));
        var policy = new Policy(
                ON_CALL,
                "on-call",
                0,
                List.of(new Step(List.of(target(ADA, "ada")), Duration.ofMinutes(5))),
                List.of(new Branch(List.of(), List.of(morning), Branch.RESPONDER, 0, other)));
        assertThat(EscalationPlan.zone(policy, Monday.NINE, shop())).isEqualTo("Europe/London");
        assertThat(EscalationPlan.of(policy.seenFrom("Europe/Helsinki"), null, Monday.NINE)
                        .steps())
                .isEqualTo(other);
        assertThat(EscalationPlan.of(policy, null, Monday.NINE).steps()).isEqualTo(policy.steps());
        assertThat(EscalationPlan.zone(policy, Monday.NINE, shopWithout(ADA))).isEqualTo("UTC");
    }
}
