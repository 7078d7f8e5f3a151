package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;

/** While an incident is a major one stakeholders are not forgotten, whatever happens to the servers. */
class MajorStory {

    private static final String ADA = "ada@example.test";
    private static final String GRACE = "grace@example.test";
    private static final String DUE = "An update on INC-1001 is due";

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    private String major() {
        world.configure(world.organisation() + "majorIncident: {executives: [\"person:grace\"], updates: 30m}\n");
        world.detect("disk", "trigger");
        var id = world.onlyIncident().get("id").asString();
        act(id, "acknowledge", "{}");
        act(id, "assign", "{\"person\": \"ada\"}");
        act(id, "declare-major", "{\"reason\": \"Nobody can pay\"}");
        return id;
    }

    private void act(String incident, String what, String body) {
        var answer = world.post(0, "/api/incidents/" + incident + "/" + what, body, Servers.ADMIN);
        assertThat(answer.statusCode()).describedAs(answer.body()).isIn(200, 201);
    }

    private void untilReminded(String who, int times) {
        world.eventually(who + " is reminded " + times + " times", () -> reminders(who) == times);
    }

    private long reminders(String who) {
        return world.mailsTo(who).stream()
                .filter(subject -> subject.contains(DUE))
                .count();
    }

    @Test
    void executivesHearOfItAndOfItsEnd() {
        var id = major();
        world.eventually(
                "Grace is told",
                () -> world.mailsTo(GRACE).stream()
                        .anyMatch(subject -> subject.contains("INC-1001 is a major incident")));
        act(id, "updates", "{\"text\": \"We know why.\"}");
        world.eventually(
                "Grace reads the update", () -> world.mails().stream().anyMatch(mail -> mail.contains("We know why.")));
        act(id, "stand-down", "{\"reason\": \"One shop only\"}");
        world.eventually(
                "Grace hears of the end",
                () -> world.mailsTo(GRACE).stream()
                        .anyMatch(subject -> subject.contains("no longer a major incident")));
        assertThat(world.hooked()).anyMatch(body -> body.contains("incident.stood-down"));
    }

    @Test
    void whoeverHasItIsRemindedUntilStakeholdersAreTold() {
        var id = major();
        world.wind(Duration.ofMinutes(29));
        world.letTimersFire();
        assertThat(reminders(ADA)).isZero();
        world.wind(Duration.ofMinutes(2));
        untilReminded(ADA, 1);
        world.wind(Duration.ofMinutes(11));
        untilReminded(ADA, 2);
        act(id, "roles", "{\"role\": \"communications\", \"person\": \"grace\"}");
        world.wind(Duration.ofMinutes(11));
        untilReminded(GRACE, 1);
        act(id, "updates", "{\"text\": \"We know why.\"}");
        world.wind(Duration.ofMinutes(29));
        world.letTimersFire();
        assertThat(reminders(GRACE)).isOne();
        world.wind(Duration.ofMinutes(2));
        untilReminded(GRACE, 2);
        assertThat(reminders(ADA)).isEqualTo(2);
    }

    @Test
    void theReminderSurvivesTheServer() {
        major();
        world.stopServer(0);
        world.wind(Duration.ofMinutes(31));
        world.startServer();
        untilReminded(ADA, 1);
    }

    @Test
    void nobodyIsRemindedOfWhatIsOver() {
        var id = major();
        act(id, "resolve", "{}");
        world.eventually(
                "its end",
                () -> world.get(0, "/api/incidents/" + id + "/major", Servers.ADMIN)
                        .body()
                        .contains("\"ended\""));
        world.wind(Duration.ofHours(2));
        world.letTimersFire();
        assertThat(reminders(ADA)).isZero();
    }
}
