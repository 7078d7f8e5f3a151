package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person is woken for causes and not for symptoms; what is held back has a reason and comes back. */
class NoiseStory {

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    private void rules(String yaml) {
        world.configure(world.organisation() + yaml);
    }

    private Instant in(Duration time) {
        return world.now().plus(time);
    }

    @Test
    void whatASilenceHidesComesBackWhenItEndsAndTheFaultIsStillThere() {
        rules("silences: {move: {when: 'summary.contains(\"disk\")', until: \"" + in(Duration.ofMinutes(30))
                + "\", reason: Carts are moved}}\n");
        world.detect("disk", "trigger");
        world.detect("gone", "trigger");
        world.untilMails(1);
        world.letTimersFire();
        assertThat(world.mails()).allMatch(mail -> mail.contains("gone"));
        world.wind(Duration.ofMinutes(31));
        world.untilIncidents(2);
    }

    @Test
    void whatIsOverBeforeTheSilenceEndsIsNeverTold() {
        rules("silences: {move: {when: 'summary.contains(\"disk\")', until: \"" + in(Duration.ofMinutes(30))
                + "\", reason: Carts are moved}}\n");
        world.detect("disk", "trigger");
        world.untilHeld(1);
        world.detect("disk", "resolve");
        world.untilHeld(0);
        world.wind(Duration.ofMinutes(31));
        world.lookAtHeldAlerts();
        assertThat(world.allIncidents()).isEmpty();
    }

    @Test
    void aSilenceThatIsTakenAwayLetsThroughAtOnce() {
        rules("silences: {move: {when: 'severity == \"critical\"', until: \"" + in(Duration.ofHours(3))
                + "\", reason: Carts are moved}}\n");
        world.detect("disk", "trigger");
        world.untilHeld(1);
        world.prune(world.organisation());
        world.untilIncidents(1);
    }

    @Test
    void maintenanceHoldsBackItsServicesAndWhatNeedsThem() {
        rules("""
                services:
                  checkout: {name: Checkout, policy: payments-oncall, dependsOn: [payments-db]}
                  payments-db: {name: Payments database}
                maintenance:
                  db-upgrade: {services: [payments-db], from: "%s", until: "%s", reason: Upgrade}
                """.formatted(in(Duration.ofMinutes(-1)), in(Duration.ofMinutes(20))), "services");
        world.detect("checkout is slow", "trigger");
        world.untilHeld(1);
        world.wind(Duration.ofMinutes(21));
        world.untilIncidents(1);
    }

    private void rules(String yaml, String instead) {
        var organisation = world.organisation();
        int begin = organisation.indexOf(instead + ":");
        int end = organisation.indexOf("policies:");
        world.configure(organisation.substring(0, begin) + organisation.substring(end) + yaml);
    }

    @Test
    void aConsequenceIsMutedWhileItsCauseIsOpen() {
        rules("inhibitions: {down: {source: 'summary.contains(\"cause\")', target: 'summary.contains(\"effect\")'}}\n");
        world.detect("cause", "trigger");
        world.untilIncidents(1);
        world.detect("effect", "trigger");
        world.untilHeld(1);
        world.detect("cause", "resolve");
        world.untilHeld(0);
        world.untilIncidents(2);
    }

    @Test
    void itCountsOnlyWhenItWasDetectedOftenEnough() {
        rules("thresholds: {thrice: {when: 'true', count: 3, within: 5m}}\n");
        world.detect("disk", "trigger");
        world.untilHeld(1);
        world.detect("disk", "trigger");
        world.lookAtHeldAlerts();
        assertThat(world.allIncidents()).isEmpty();
        world.detect("disk", "trigger");
        world.untilIncidents(1);
    }

    @Test
    void whatIsGoneAfterAMomentWakesNobody() {
        rules("holds: {wait: {when: 'true', wait: 2m}}\n");
        world.detect("blip", "trigger");
        world.detect("fault", "trigger");
        world.untilHeld(2);
        world.detect("blip", "resolve");
        world.untilHeld(1);
        world.wind(Duration.ofSeconds(121));
        world.untilIncidents(1);
        world.untilMails(1);
        assertThat(world.mails()).allMatch(mail -> mail.contains("fault"));
    }

    @Test
    void oneThatComesAndGoesIsToldOnceAndThenHeldBackUntilItStays() {
        rules("flapping: {door: {when: 'true', changes: 2, within: 10m}}\n");
        for (int time = 0; time < 2; time++) {
            world.detect("door", "trigger");
            world.untilIncidents(time + 1);
            world.detect("door", "resolve");
            world.wind(Duration.ofSeconds(10));
        }
        world.detect("door", "trigger");
        world.untilHeld(1);
        assertThat(world.allIncidents()).hasSize(2);
        world.wind(Duration.ofMinutes(11));
        world.untilIncidents(3);
    }

    @Test
    void anOutageOfTheDatabaseTakesInWhatNeedsItAndIsNamedAsTheRoot() {
        rules("""
                services:
                  checkout: {name: Checkout, policy: payments-oncall, dependsOn: [payments-db]}
                  search: {name: Search, policy: payments-oncall, dependsOn: [payments-db]}
                  payments-db: {name: Payments database, policy: payments-oncall}
                  mail: {name: Mail, policy: payments-oncall}
                """, "services");
        world.detectOn("payments-db", "database is down");
        world.untilIncidents(1);
        world.detectOn("checkout", "payments fail");
        world.detectOn("search", "no results");
        world.detectOn("mail", "queue is long");
        world.untilIncidents(2);
        world.untilAlerts(world.allIncidents().getLast(), 3);
    }

    @Test
    void aRootThatComesLastMakesOneIncidentOfWhatWasApart() {
        rules("""
                services:
                  checkout: {name: Checkout, policy: payments-oncall, dependsOn: [payments-db]}
                  search: {name: Search, policy: payments-oncall, dependsOn: [payments-db]}
                  payments-db: {name: Payments database, policy: payments-oncall}
                """, "services");
        world.detectOn("checkout", "payments fail");
        world.untilIncidents(1);
        world.detectOn("search", "no results");
        world.untilIncidents(2);
        world.detectOn("payments-db", "database is down");
        // Two are merged, so that one is left.
        world.untilIncidents(1);
        world.untilAlerts(world.allIncidents().getFirst(), 3);
    }

    @Test
    void aRuleThatFailsHoldsNothingBackAndIsReported() {
        rules("silences: {broken: {when: '1 / (tier - tier) == 1', until: \"" + in(Duration.ofHours(1))
                + "\", reason: A mistake}}\n");
        world.detect("disk", "trigger");
        // The fault itself, and Larum's own about the rule.
        world.untilIncidents(2);
    }
}
