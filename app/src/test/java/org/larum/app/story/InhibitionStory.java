package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A cause that shows itself late quietens its consequence, for which people are asked already; it is told anew when only it is left. */
class InhibitionStory {

    private static final String ADA = "ada@example.test";
    private static final String GRACE = "grace@example.test";
    private static final String LINUS = "linus@example.test";
    private static final String RULE = "inhibitions: {down: {source: 'summary.contains(\"is down\")',"
            + " target: 'summary.contains(\"Payments fail\")'}}\n";

    private final World world = new World();

    /** Ada answers for checkout, Grace for the network; the two have nothing to do with each other, but by the rule. */
    @BeforeEach
    void begin() {
        world.configure(organisation() + RULE);
        world.detect("payments", "trigger");
        world.untilMails(1);
    }

    @AfterEach
    void end() {
        world.close();
    }

    private String organisation() {
        return world.organisation()
                .replace("services:\n", "services:\n  network: {name: Network, team: payments, policy: db-oncall}\n");
    }

    private void later(Duration time) {
        world.wind(time);
        world.lookAtOpenIncidents();
        world.letTimersFire();
    }

    private JsonNode consequence() {
        return world.allIncidents().stream()
                .filter(one -> one.get("title").asString().contains("Payments fail"))
                .findFirst()
                .orElseThrow();
    }

    private boolean isQuiet() {
        return consequence().hasNonNull("quiet");
    }

    private void causeComes(String what) {
        world.detectOn("network", what + " is down");
        world.eventually("its people are asked", () -> !world.mailsTo(GRACE).isEmpty());
    }

    /** That a cause began is written a moment after it came, and is looked at five seconds after that: time goes on while it is waited for. */
    private void untilQuiet() {
        world.eventually("it is quiet", () -> {
            world.wind(Duration.ofMillis(200));
            world.lookAtOpenIncidents();
            return isQuiet();
        });
        world.letTimersFire();
    }

    private void untilAdaIsAskedAgain() {
        world.eventually("Ada is asked again", () -> world.mailsTo(ADA).size() == 2);
    }

    @Test
    void aCauseThatComesLaterQuietensAndTheConsequenceIsToldAnewWhenItStays() {
        causeComes("switch");
        untilQuiet();
        var by = consequence().get("quiet").get("by").get(0);
        assertThat(by.get("rule").asString()).isEqualTo("down");
        var id = consequence().get("id").asString();
        world.eventually(
                "it is told in the incident",
                () -> world.timeline(id).stream()
                        .anyMatch(line -> line.startsWith("Nobody is asked any more: all its alerts are silenced")));
        later(Duration.ofMinutes(6));
        later(Duration.ofMinutes(20));
        assertThat(world.mailsTo(ADA)).hasSize(1);
        // Grace is the second step of checkout too: she has heard of the network alone.
        assertThat(world.mailsTo(GRACE)).allMatch(subject -> subject.contains("is down"));
        world.resolveOn("network", "switch is down");
        untilAdaIsAskedAgain();
        assertThat(isQuiet()).isFalse();
        later(Duration.ofMinutes(6));
        world.eventually(
                "then it goes on to Grace",
                () -> world.mailsTo(GRACE).stream().anyMatch(subject -> subject.contains("Payments fail")));
    }

    @Test
    void aConsequenceThatIsOverBeforeItsCauseIsNotToldAgain() {
        causeComes("switch");
        untilQuiet();
        world.detect("payments", "resolve");
        world.eventually(
                "it is over", () -> consequence().get("state").asString().equals("resolved"));
        world.resolveOn("network", "switch is down");
        world.eventually("nothing is open", () -> world.incidents("resolved").size() == 2);
        later(Duration.ofMinutes(10));
        assertThat(world.mailsTo(ADA)).hasSize(1);
    }

    @Test
    void itIsQuietUntilTheLastOfItsCausesIsOver() {
        causeComes("switch");
        world.detectOn("network", "router is down");
        untilQuiet();
        world.resolveOn("network", "switch is down");
        later(Duration.ofMinutes(2));
        assertThat(isQuiet()).isTrue();
        assertThat(world.mailsTo(ADA)).hasSize(1);
        world.resolveOn("network", "router is down");
        untilAdaIsAskedAgain();
    }

    @Test
    void aRuleThatIsTakenAwayAsksAtOnce() {
        causeComes("switch");
        untilQuiet();
        world.prune(organisation());
        untilAdaIsAskedAgain();
        assertThat(isQuiet()).isFalse();
    }

    @Test
    void whoeverHoldsTheConsequenceKeepsItAndIsNotAskedWhenTheLeaseEnds() {
        world.act(consequence().get("id").asString(), "acknowledge");
        causeComes("switch");
        untilQuiet();
        assertThat(consequence().get("state").asString()).isEqualTo("acknowledged");
        later(Duration.ofMinutes(31));
        world.eventually(
                "the lease has ended",
                () -> consequence().get("state").asString().equals("triggered"));
        later(Duration.ofMinutes(5));
        assertThat(world.mailsTo(ADA)).hasSize(1);
        world.resolveOn("network", "switch is down");
        untilAdaIsAskedAgain();
    }

    @Test
    void aCauseThatIsItselfSilencedStillMutes() {
        world.configure(organisation() + RULE + "silences: {move: {when: 'summary.contains(\"is down\")', until: \""
                + world.now().plus(Duration.ofHours(1)) + "\", reason: Switches are changed}}\n");
        world.detectOn("network", "switch is down");
        world.untilHeld(1);
        untilQuiet();
        assertThat(world.mailsTo(GRACE)).isEmpty();
        assertThat(world.mailsTo(LINUS)).isEmpty();
        world.resolveOn("network", "switch is down");
        untilAdaIsAskedAgain();
    }
}
