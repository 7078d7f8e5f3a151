package org.larum.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.domain.incident.PriorityRating.Part;
import org.larum.domain.incident.Weighing.Past;
import org.larum.domain.incident.Weighing.Stake;
import org.larum.domain.shared.Severity;

class PriorityRatingTest {

    private static PriorityRating rated(
            Severity severity, @Nullable Stake stake, @Nullable Past past, int alerts, int services) {
        return PriorityRating.of(new Weighing(severity, stake, past, alerts, services), PriorityWeights.USUAL);
    }

    private static Part part(PriorityRating rating, String name) {
        return rating.parts().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(
            name = "{0} of a {1} service, tier {2}, {3} users, {4} min, {5} alerts of {6} services: {7}, {8}")
    @CsvSource({
        // severity, criticality, tier, users, minutes, alerts, services, priority, score
        "CRITICAL, critical, 1, 1000000, 240, 1000, 20, P1, 100",
        "CRITICAL, critical, 1, 40000,   90,  214,  4,  P1, 87",
        "CRITICAL, high,     ,  2000,    30,  10,   2,  P2, 68",
        "HIGH,     critical, 1, 40000,   30,  5,    1,  P2, 68",
        "HIGH,     medium,   3, 500,     20,  3,    1,  P3, 46",
        "MEDIUM,   medium,   ,  100,     15,  1,    1,  P4, 31",
        "LOW,      low,      4, 3,       5,   1,    1,  P5, 8",
        "LOW,      critical, 1, 1000000, 240, 1,    1,  P3, 59",
        "CRITICAL, low,      4, 0,       0,   1,    1,  P4, 38",
    })
    void whatIsKnownIsWeighed(
            Severity severity,
            String criticality,
            @Nullable Integer tier,
            long users,
            long minutes,
            int alerts,
            int services,
            Priority priority,
            int score) {
        var rating = rated(
                severity,
                new Stake(criticality, tier, users),
                new Past(12, Duration.ofMinutes(minutes)),
                alerts,
                services);
        assertThat(rating.score()).isEqualTo(score);
        assertThat(rating.priority()).isEqualTo(priority);
        assertThat(rating.parts()).extracting(Part::most).containsExactly(35, 25, 20, 10, 10);
    }

    @ParameterizedTest(name = "{0} alone: {1}, {2}")
    @CsvSource({"CRITICAL, P2, 78", "HIGH, P3, 54", "MEDIUM, P4, 31", "LOW, P5, 8"})
    void whatIsNotKnownNeitherAddsNorTakes(Severity severity, Priority priority, int score) {
        var rating = rated(severity, null, null, 1, 1);
        // The severity of 35 and the effort of 10 stand for the whole.
        assertThat(rating.parts()).extracting(Part::most).containsExactly(78, 0, 0, 0, 22);
        assertThat(rating.parts()).extracting(Part::points).containsExactly(score, 0, 0, 0, 0);
        assertThat(rating.priority()).isEqualTo(priority);
    }

    @Test
    void everyPartSaysWhy() {
        var rating =
                rated(Severity.HIGH, new Stake("critical", 1, 1900L), new Past(12, Duration.ofMinutes(40)), 214, 4);
        assertThat(rating.parts())
                .extracting(Part::sentence)
                .containsExactly(
                        "The fault itself is high.",
                        "The service is of critical criticality, in tier 1.",
                        "1,900 people use the service.",
                        "Half of the last 12 incidents of the service took at least 40 min.",
                        "214 alerts of 4 services to look after.");
    }

    @Test
    void whatIsNotKnownSaysSo() {
        var rating = rated(Severity.HIGH, null, null, 1, 1);
        assertThat(part(rating, "business").sentence())
                .isEqualTo("Nobody described the service, so this does not count.");
        assertThat(part(rating, "users").sentence())
                .isEqualTo("Nobody wrote down how many use the service, so this does not count.");
        assertThat(part(rating, "history").sentence())
                .isEqualTo("No incident of the service has ended yet, so this does not count.");
        assertThat(part(rating, "effort").sentence()).isEqualTo("1 alert of 1 service to look after.");
    }

    @ParameterizedTest
    @CsvSource({
        "20, less than a minute",
        "60, 1 min",
        "7140, 119 min",
        "7200, 2 h",
        "90000, 25 h",
        "-5, less than a minute"
    })
    void timeIsSaidAsPeopleSayIt(long seconds, String spoken) {
        var rating = rated(Severity.LOW, new Stake("low", null, 1L), new Past(1, Duration.ofSeconds(seconds)), 1, 1);
        assertThat(part(rating, "history").sentence())
                .isEqualTo("The one incident of the service before took " + spoken + ".");
        assertThat(part(rating, "users").sentence()).isEqualTo("One person uses the service.");
    }

    @Test
    void aServiceIsAsCriticalAsItsCriticalityOrItsTierWhicheverIsMore() {
        assertThat(part(rated(Severity.LOW, new Stake("low", 1, null), null, 1, 1), "business")
                        .points())
                .isEqualTo(part(rated(Severity.LOW, new Stake("critical", 4, null), null, 1, 1), "business")
                        .points());
        assertThat(part(rated(Severity.LOW, new Stake("a word of long ago", null, null), null, 1, 1), "business")
                        .points())
                .isEqualTo(part(rated(Severity.LOW, new Stake("medium", null, null), null, 1, 1), "business")
                        .points());
    }

    @Test
    void longerOnesAndMoreOfThemNeverMatterLess() {
        int before = -1;
        for (int n = 1; n < 100_000; n = n * 3) {
            int score = rated(
                            Severity.MEDIUM,
                            new Stake("medium", null, (long) n),
                            new Past(3, Duration.ofMinutes(n)),
                            n,
                            Math.min(n, 50))
                    .score();
            assertThat(score).isGreaterThanOrEqualTo(before).isBetween(0, 100);
            before = score;
        }
    }

    @Test
    void aWeightOfNothingLeavesTheConsiderationOut() {
        var rating = PriorityRating.of(
                new Weighing(Severity.HIGH, new Stake("critical", 1, 10L), null, 5, 1),
                new PriorityWeights(50, 50, 0, 0, 0));
        assertThat(rating.parts()).extracting(Part::name).containsExactly("severity", "business");
        assertThat(rating.score()).isEqualTo(85);
    }

    @ParameterizedTest
    @CsvSource({"-1,1,1,1,1", "1,1001,1,1,1", "1,1,-1,1,1", "1,1,1,-1,1", "1,1,1,1,-1", "0,1,1,1,1"})
    void weightsThatCannotBeAreRefused(int severity, int business, int users, int history, int effort) {
        assertThatThrownBy(() -> new PriorityWeights(severity, business, users, history, effort))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight");
    }
}
