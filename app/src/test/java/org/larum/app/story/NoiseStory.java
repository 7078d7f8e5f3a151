package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
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
    void whoeverMadeASilenceIsRemindedOnceBeforeItEnds() {
        rules("silences: {move: {when: 'summary.contains(\"disk\")', until: \"" + in(Duration.ofHours(2))
                + "\", reason: Carts are moved, creator: ada}}\n");
        world.detect("disk", "trigger");
        world.untilHeld(1);
        world.lookAtSilences();
        world.wind(Duration.ofMinutes(95));
        world.lookAtSilences();
        world.lookAtSilences();
        world.untilMails(1);
        world.letTimersFire();
        assertThat(world.mailsTo("ada@example.test")).containsExactly("Your silence move ends soon");
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
        world.configure(replaced(world.organisation(), yaml, instead));
    }

    private static String replaced(String organisation, String yaml, String instead) {
        int begin = organisation.indexOf(instead + ":");
        int end = organisation.indexOf("policies:");
        return organisation.substring(0, begin) + organisation.substring(end) + yaml;
    }

    @Test
    void aKnownIssueEndsWithTheIncidentInWhichItIsWorkedOn() {
        world.configure(world.organisation());
        world.detect("cause", "trigger");
        world.untilIncidents(1);
        var incident = world.onlyIncident().get("id").asString();
        var known = "knownIssues: {disk: {when: 'summary.contains(\"disk\")', reason: Worked on, incident: " + incident
                + "}}\n";
        rules(known);
        world.detect("disk", "trigger");
        world.untilHeld(1);
        world.act(incident, "resolve");
        world.untilHeld(0);
        world.untilIncidents(2);
        world.eventually(
                "it is told in the incident",
                () -> world.timeline(incident).contains("The known issue disk ends with it."));
        // Applied again, as at each start, it ends again; what came in between is looked at again within a minute.
        rules(known);
        world.detect("disk two", "trigger");
        world.eventually("it came", () -> world.told() + world.held() == 3);
        world.wind(Duration.ofSeconds(61));
        world.lookAtHeldAlerts();
        world.eventually("it is told too", () -> world.held() == 0 && world.told() == 3);
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

    /** Grace answers for the database, Ada for what needs it. */
    private static final String CASCADE = """
            services:
              checkout: {name: Checkout, policy: payments-oncall, dependsOn: [payments-db]}
              search: {name: Search, policy: payments-oncall, dependsOn: [payments-db]}
              payments-db: {name: Payments database, policy: db-oncall}
            """;

    private void cascade() {
        rules(CASCADE, "services");
    }

    @Test
    void whoeverIsLeftAloneAfterAllIsNotSaidToHaveBeenAnsweredFor() {
        world.configure(replaced(world.withoutMail(), CASCADE, "services"));
        world.detectOn("checkout", "payments fail");
        world.untilMessage("Ada Lovelace", "waiting");
        world.detectOn("payments-db", "database is down");
        world.eventually(
                "the call of before ends",
                () -> world.timeline().contains("Those who were asked so far are left alone."));
        assertThat(world.timeline()).doesNotContain("Escalation stopped. Nobody else is paged.");
        world.wind(Duration.ofSeconds(6));
        var dropped = world.untilMessage("Ada Lovelace", "dropped");
        assertThat(dropped.get("reason").asString()).isEqualTo("Whoever answers for its likely root is asked instead.");
        world.untilMessage("Grace Hopper", "waiting");
    }

    @Test
    void whoeverAnswersForTheRootIsAskedInsteadOfWhoeverAnswersForItsVictims() {
        cascade();
        world.detectOn("checkout", "payments fail");
        world.untilMails(1);
        assertThat(world.mailsTo("ada@example.test")).hasSize(1);
        world.detectOn("payments-db", "database is down");
        world.eventually(
                "the database's people are asked",
                () -> world.mailsTo("grace@example.test").size() == 1);
        assertThat(world.timeline()).contains("Whoever answers for Payments database is asked instead.");
        world.wind(Duration.ofMinutes(6));
        world.letTimersFire();
        world.eventually(
                "it goes on with the steps of the database's policy",
                () -> world.mailsTo("linus@example.test").size() == 1);
        assertThat(world.mailsTo("ada@example.test")).hasSize(1);
    }

    @Test
    void theSecondSymptomWaitsForItsCauseAndWakesNobodyWhenThatComes() {
        cascade();
        world.detectOn("checkout", "payments fail");
        world.untilMails(1);
        world.detectOn("search", "no results");
        world.untilIncidents(2);
        world.detectOn("payments-db", "database is down");
        world.untilIncidents(1);
        world.untilMails(2);
        world.wind(Duration.ofSeconds(40));
        world.letTimersFire();
        world.untilAlerts(world.allIncidents().getFirst(), 3);
        assertThat(world.mailsTo("ada@example.test")).hasSize(1);
        assertThat(world.mailsTo("grace@example.test")).hasSize(1);
    }

    @Test
    void theSecondSymptomIsToldAMomentLaterWhenNoCauseComes() {
        cascade();
        world.detectOn("checkout", "payments fail");
        world.untilMails(1);
        world.detectOn("search", "no results");
        world.untilIncidents(2);
        world.letTimersFire();
        assertThat(world.mails()).hasSize(1);
        world.wind(Duration.ofSeconds(31));
        world.eventually("it is told", () -> {
            world.letTimersFire();
            return world.mails().size() == 2;
        });
    }

    @Test
    void whatOneServerHoldsBackAnotherKnowsToo() {
        rules("inhibitions: {disk: {source: 'summary.contains(\"down\")', target: 'summary.contains(\"full\")'}}\n");
        int other = world.startServer();
        world.detect(0, "the host is down", "trigger");
        world.untilIncidents(1);
        world.detect(other, "the disk is full", "trigger");
        world.untilHeld(1);
        world.detect(other, "the host is down", "resolve");
        world.untilHeld(0);
        // The consequence is still there, so it comes back as an incident of its own.
        world.untilIncidents(2);
    }

    /** Both arrive at once, on two servers, over and over: whichever is first, none is lost and none is both held and told. */
    @Test
    void aCauseAndItsConsequenceThatRaceAreEachToldOrHeld() throws Exception {
        rules("inhibitions: {disk: {source: 'summary.contains(\"down\")', target: 'summary.contains(\"full\")',"
                + " equal: ['labels.host']}}\n");
        int other = world.startServer();
        int hosts = 12;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int host = 0; host < hosts; host++) {
                int at = host;
                senders.submit(() -> world.detectOnHost(at % 2 == 0 ? 0 : other, "host-" + at, "down"));
                senders.submit(() -> world.detectOnHost(at % 2 == 0 ? other : 0, "host-" + at, "full"));
            }
        }
        world.eventually("every alert is told or held back", () -> world.told() + world.held() == 2 * hosts);
        assertThat(world.told()).isGreaterThanOrEqualTo(hosts);
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
