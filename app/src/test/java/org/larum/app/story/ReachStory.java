package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

    private static final String LINUS = "people: {linus: {name: Linus Torvalds, email: linus@example.test}}";

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
        world.configure("people: {ada: {name: Ada Lovelace, phone: \"+44 7700 900123\"}}");
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
    void aChatHearsInItsOwnWordsAndItsAddressIsASecret() {
        world.configure(
                "channels: {webhooks: {ops: {format: slack, url: \"" + world.hookUrl() + "/services/T0/B0/s3cr3t\"}}}");
        policy("steps: [{notify: [\"webhook:ops\", \"person:ada\"], wait: 15m}]", "");
        world.detect("payments", "trigger");
        world.eventually(
                "the chat hears that an answer is wanted",
                () -> world.hooked().stream()
                        .anyMatch(body -> body.startsWith("{\"text\":\"*Answer wanted: Critical INC-1001*")));
        world.eventually(
                "and of each turn",
                () -> world.hooked().stream()
                        .anyMatch(body -> body.startsWith("{\"text\":\"*Triggered: Critical INC-1001*")));
        var shown = world.get(0, "/api/config", Servers.ADMIN).body();
        assertThat(shown).contains("\"slack\"").doesNotContain("s3cr3t");
    }

    @Test
    void whereEverybodyMustAcknowledgeOneAnswerIsNotEnough() {
        world.configure(LINUS);
        policy(
                "steps: [{notify: [\"person:ada\", \"person:grace\"], wait: 15m, acknowledge: all},"
                        + " {notify: [\"person:linus\"], wait: 15m}]",
                "");
        world.detect("payments", "trigger");
        untilMailTo(ADA, 1);
        untilMailTo(GRACE, 1);
        world.press(world.answerPage(ADA), "acknowledge");
        world.incidentThatIs("acknowledged");
        untilTold("The answer of Ada Lovelace is counted; Grace Hopper must acknowledge too.");
        assertThat(world.onlyIncident().get("awaits").findValuesAsString("word"))
                .containsExactly("grace");
        assertThat(world.look(world.answerPage(ADA)).body()).contains("Still asked: Grace Hopper.");
        var graces = world.answerPage(GRACE);
        assertThat(world.look(graces).body()).contains("Ada Lovelace holds this. You must acknowledge too.");
        world.press(graces, "acknowledge");
        untilTold("Grace Hopper acknowledged too.");
        untilTold("Escalation stopped. Nobody else is paged.");
        later(Duration.ofMinutes(16));
        assertThat(world.mailsTo("linus@example.test")).isEmpty();
        assertThat(world.onlyIncident().get("acknowledgedBy").get("name").asString())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void whoDoesNotAcknowledgeTooIsEscalatedPast() {
        world.configure(LINUS);
        policy(
                "steps: [{notify: [\"person:ada\", \"person:grace\"], wait: 15m, acknowledge: all},"
                        + " {notify: [\"person:linus\"], wait: 15m}]",
                "");
        world.detect("payments", "trigger");
        untilMailTo(GRACE, 1);
        world.press(world.answerPage(ADA), "acknowledge");
        untilTold("The answer of Ada Lovelace is counted; Grace Hopper must acknowledge too.");
        later(Duration.ofMinutes(15));
        untilMailTo("linus@example.test", 1);
    }

    @Test
    void oneOfSeveralIsAskedAndThenTheNext() {
        policy("steps: [{notify: [\"person:ada\", \"person:grace\"], wait: 15m, roundRobin: true}]\n    repeat: 1", "");
        world.detect("payments", "trigger");
        world.eventually(
                "one of them is asked",
                () -> world.mailsTo(ADA).size() + world.mailsTo(GRACE).size() == 1);
        later(Duration.ofMinutes(15));
        untilMailTo(ADA, 1);
        untilMailTo(GRACE, 1);
        untilTold("It is the turn of Ada Lovelace.");
        untilTold("It is the turn of Grace Hopper.");
    }

    @Test
    void whoeverIsAwayIsNotAskedAndNotWaitedFor() {
        policy("steps: [{notify: [\"person:ada\"], wait: 5m}, {notify: [\"person:grace\"], wait: 15m}]", "");
        var now = world.now();
        isTaken(world.post(
                0,
                "/api/absences",
                "{\"person\": \"ada\", \"from\": \"" + now.minusSeconds(60) + "\", \"until\": \""
                        + now.plus(Duration.ofDays(2)) + "\"}",
                Servers.ADMIN));
        world.detect("payments", "trigger");
        untilMailTo(GRACE, 1);
        untilTold("Nobody is there to ask in step 1: it is not waited for.");
        assertThat(world.mailsTo(ADA)).isEmpty();
        var incident = world.onlyIncident().get("id").asString();
        assertThat(why(incident, "ada")).contains("Step 1 asks nobody, and not them: they were away.");
        assertThat(why(incident, "grace")).contains("Step 2 asks them: they are named.", "By e-mail, try 1.");
        assertThat(world.get(0, "/api/incidents/" + incident + "/why/nobody-of-that-word", Servers.ADMIN)
                        .statusCode())
                .isEqualTo(404);
    }

    private String why(String incident, String person) {
        return world.get(0, "/api/incidents/" + incident + "/why/" + person, Servers.ADMIN)
                .body();
    }

    @Test
    void whoeverWantsNotToBeDisturbedIsAskedLaterUnlessItIsBadEnough() {
        policy("steps: [{notify: [\"person:ada\"], wait: 2h}]", "");
        var until = world.now().plus(Duration.ofHours(1));
        isTaken(world.put("/api/do-not-disturb", "{\"person\": \"ada\", \"until\": \"" + until + "\"}"));
        world.detectAs("medium", "disk");
        world.eventually(
                "she is left alone",
                () -> world.timeline().stream().anyMatch(told -> told.startsWith("Ada Lovelace is left alone for ")));
        assertThat(world.mailsTo(ADA)).isEmpty();
        world.detectAs("critical", "disk");
        untilMailTo(ADA, 1);
    }

    @Test
    void whatWaitedIsToldWhenTheyWantToBeDisturbedAgain() {
        policy("steps: [{notify: [\"person:ada\"], wait: 2h}]", "");
        var until = world.now().plus(Duration.ofHours(1));
        isTaken(world.put("/api/do-not-disturb", "{\"person\": \"ada\", \"until\": \"" + until + "\"}"));
        world.detectAs("medium", "disk");
        world.eventually(
                "she is left alone",
                () -> world.timeline().stream().anyMatch(told -> told.startsWith("Ada Lovelace is left alone for ")));
        later(Duration.ofMinutes(10));
        assertThat(world.mailsTo(ADA)).isEmpty();
        isTaken(world.delete("/api/do-not-disturb?person=ada"));
        untilMailTo(ADA, 1);
        later(Duration.ofHours(1));
        assertThat(world.mailsTo(ADA)).hasSize(1);
    }

    private static void isTaken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isBetween(200, 299);
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
