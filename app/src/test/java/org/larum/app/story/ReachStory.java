package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;

/** Whom a step means, how each of them is reached, and what happens at once when nobody is. */
class ReachStory {

    private static final String ADA = "ada@example.test";
    private static final String GRACE = "grace@example.test";

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    /** The organisation with other words under "policies: payments-oncall:", and more people and schedules. */
    private void policy(String policy, String more) {
        var usual = "{notify: [\"person:ada\"], wait: 5m}\n          - {notify: [\"person:grace\"], wait: 15m}";
        var organisation = world.organisation();
        assertThat(organisation).contains(usual.replace("          -", "      -"));
        world.configure(
                organisation.replace("    steps:\n      - " + usual.replace("          -", "      -"), "    " + policy)
                        + more);
    }

    private void untilMailTo(String address, int mails) {
        world.eventually(
                mails + " mails to " + address, () -> world.mailsTo(address).size() == mails);
    }

    private void untilTold(String sentence) {
        world.eventually("it is told: " + sentence, () -> world.timeline().contains(sentence));
    }

    private boolean told(String why) {
        return world.mails().stream()
                .anyMatch(mail -> mail.replace("=\r\n", "")
                        .contains("Why you: " + why + ": step 1 of policy payments-oncall, version "));
    }

    private void later(Duration time) {
        world.wind(time);
        world.letTimersFire();
    }

    private void escalate(String body) {
        var incident = world.onlyIncident().get("id").asString();
        var answer = world.post(0, "/api/incidents/" + incident + "/escalate", body, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
    }

    @Test
    void aScheduleThatHasNobodyIsNotWaitedFor() {
        policy("steps: [{notify: [\"schedule:old\"], wait: 5m}, {notify: [\"person:grace\"], wait: 15m}]", """
                schedules:
                  old: {layers: [{name: past, people: [ada], rotation: daily, from: 2020-01-01, until: 2020-02-01}]}
                """);
        world.detect("payments", "trigger");
        untilMailTo(GRACE, 1);
        untilTold("Nobody is there to ask in step 1: it is not waited for.");
        assertThat(world.mailsTo(ADA)).isEmpty();
    }

    @Test
    void whoeverIsOnCallIsAskedAndTheTimelineSaysWhy() {
        policy("steps: [{notify: [\"schedule:shop\", \"person:grace\"], wait: 5m}]", """
                schedules:
                  shop: {layers: [{name: primary, people: [ada], rotation: daily, from: 2020-01-01}]}
                """);
        world.detect("payments", "trigger");
        untilMailTo(ADA, 1);
        untilTold("Ada Lovelace is on call by shop (primary).");
        untilTold("Whoever is on call by shop and Grace Hopper are asked.");
        world.eventually(
                "each is told why it is they",
                () -> told("you are on call by shop (primary)") && told("you are named"));
    }

    @Test
    void whoCannotBeReachedIsNotWaitedFor() {
        world.configure(world.organisation());
        world.configure("people: {ada: {name: Ada Lovelace}}");
        world.detect("payments", "trigger");
        untilMailTo(GRACE, 1);
        untilTold("Ada Lovelace cannot be reached: every way has failed.");
        untilTold("Nobody of step 1 can be reached: it is not waited for.");
    }

    @Test
    void theyAreAskedOneAfterTheOther() {
        policy("steps: [{notify: [\"person:ada\", \"person:grace\"], wait: 15m, each: 2m}]", "");
        world.detect("payments", "trigger");
        untilMailTo(ADA, 1);
        later(Duration.ofSeconds(119));
        assertThat(world.mailsTo(GRACE)).isEmpty();
        later(Duration.ofSeconds(1));
        untilMailTo(GRACE, 1);
        assertThat(world.mailsTo(ADA)).hasSize(1);
    }

    @Test
    void whoAnswersFirstSparesTheOthers() {
        policy("steps: [{notify: [\"person:ada\", \"person:grace\"], wait: 15m, each: 2m}]", "");
        world.detect("payments", "trigger");
        world.press(world.answerPage(ADA), "acknowledge");
        world.incidentThatIs("acknowledged");
        later(Duration.ofMinutes(10));
        assertThat(world.mailsTo(GRACE)).isEmpty();
    }

    @Test
    void otherSeveritiesHaveOtherSteps() {
        policy(
                "steps: [{notify: [\"person:ada\"], wait: 5m}]\n"
                        + "    when: [{severity: critical, steps: [{notify: [\"person:grace\"], wait: 5m}]}]",
                "");
        world.detect("payments", "trigger");
        untilMailTo(GRACE, 1);
        assertThat(world.mailsTo(ADA)).isEmpty();
    }

    @Test
    void whatBecomesWorseGoesOnWithTheStepsForTheWorse() {
        policy(
                "steps: [{notify: [\"person:ada\"], wait: 5m}]\n"
                        + "    when: [{severity: critical, steps: [{notify: [\"person:grace\"], wait: 5m}]}]",
                "");
        world.detectAs("medium", "disk");
        untilMailTo(ADA, 1);
        world.detectAs("critical", "disk");
        untilMailTo(GRACE, 1);
        untilTold("The policy has other steps for critical: they begin now.");
    }

    @Test
    void quietHoursAreKeptButForWhatMayWakeThem() {
        var now = world.now().atZone(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        var quiet = "people: {ada: {name: Ada Lovelace, email: ada@example.test, quiet: \"%s-%s\"}}"
                .formatted(now.minusHours(1), now.plusHours(1));
        world.configure(world.organisation());
        world.configure(quiet);
        world.detectAs("medium", "disk");
        world.eventually(
                "Ada is left alone",
                () -> world.timeline().stream().anyMatch(line -> line.startsWith("Ada Lovelace is left alone for ")));
        later(Duration.ofMinutes(4));
        assertThat(world.mailsTo(ADA)).isEmpty();
        later(Duration.ofMinutes(57));
        untilMailTo(ADA, 1);
    }

    @Test
    void whoEscalatesItAsksTheNextAtOnce() {
        world.configure(world.organisation());
        world.detect("payments", "trigger");
        untilMailTo(ADA, 1);
        escalate("{\"reason\": \"Nobody can pay\", \"customer\": true}");
        untilMailTo(GRACE, 1);
        world.eventually(
                "it is told",
                () -> world.timeline().stream()
                        .anyMatch(line ->
                                line.endsWith("said that a customer has complained. The next one is asked at once.")));
    }

    @Test
    void whoHasItMayCallForHelp() {
        world.configure(world.organisation());
        world.detect("payments", "trigger");
        world.press(world.answerPage(ADA), "acknowledge");
        world.incidentThatIs("acknowledged");
        escalate("{}");
        untilMailTo(GRACE, 1);
        assertThat(world.mailsTo(ADA)).hasSize(1);
    }
}
