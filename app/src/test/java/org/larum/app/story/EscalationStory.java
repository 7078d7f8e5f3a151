package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.larum.app.Servers;

/** Who is told, and when; and who is not. */
class EscalationStory {

    private static final String ADA = "ada@example.test";
    private static final String GRACE = "grace@example.test";

    @Test
    void whenNobodyAnswersTheSecondPersonIsWrittenToAfterFiveMinutes() {
        try (var world = new World()) {
            world.configure(world.organisation());
            world.detect("payments", "trigger");
            world.eventually("Ada is written to", () -> world.mailsTo(ADA).size() == 1);

            world.wind(Duration.ofMinutes(4).plusSeconds(59));
            world.letTimersFire();
            assertThat(world.mailsTo(GRACE)).isEmpty();

            world.wind(Duration.ofSeconds(1));
            world.eventually("Grace is written to", () -> world.mailsTo(GRACE).size() == 1);
            assertThat(world.mailsTo(ADA)).hasSize(1);
        }
    }

    @Test
    void afterTheAcknowledgementFromThePageNobodyElseIsWrittenTo() {
        try (var world = new World()) {
            world.configure(world.organisation());
            world.detect("payments", "trigger");
            var page = world.answerPage(ADA);
            assertThat(world.look(page).body()).contains("Acknowledge").doesNotContain("<script");
            assertThat(world.onlyIncident().get("state").asString()).isEqualTo("triggered");

            assertThat(world.press(page, "acknowledge").statusCode()).isEqualTo(303);
            assertThat(world.look(page).body()).contains("You hold this.");
            world.press(page, "acknowledge");

            world.wind(Duration.ofMinutes(29));
            world.letTimersFire();
            assertThat(world.incidentThatIs("acknowledged")
                            .get("acknowledgedBy")
                            .get("name")
                            .asString())
                    .isEqualTo("Ada Lovelace");
            assertThat(world.mailsTo(GRACE)).isEmpty();
            assertThat(world.timeline()).containsOnlyOnce("Ada Lovelace acknowledged.");
        }
    }

    @Test
    void whoDoesNotSayAgainThatSomebodyIsAtWorkIsWrittenToAgain() {
        try (var world = new World()) {
            world.configure(world.organisation());
            world.detect("payments", "trigger");
            world.press(world.answerPage(ADA), "acknowledge");
            world.incidentThatIs("acknowledged");

            world.wind(Duration.ofMinutes(31));
            world.letTimersFire();
            world.incidentThatIs("triggered");
            world.eventually("Ada is written to again", () -> world.mailsTo(ADA).size() == 2);
            assertThat(world.timeline()).contains("The acknowledgement has run out. The escalation begins anew.");
        }
    }

    @Test
    void whatIsSnoozedWakesNobodyUntilItsTimeIsUp() {
        try (var world = new World()) {
            world.configure(world.organisation());
            world.detect("payments", "trigger");
            world.eventually("Ada is written to", () -> world.mailsTo(ADA).size() == 1);
            var incident = world.onlyIncident().get("id").asString();
            var until = world.now().plus(Duration.ofHours(1)).toString();
            var snooze = "{\"until\": \"%s\", \"reason\": \"The backup runs\"}".formatted(until);
            var answer = world.post(0, "/api/incidents/" + incident + "/snooze", snooze, Servers.ADMIN);
            assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);

            world.wind(Duration.ofMinutes(59));
            world.letTimersFire();
            assertThat(world.mailsTo(GRACE)).isEmpty();
            assertThat(world.mailsTo(ADA)).hasSize(1);

            world.wind(Duration.ofMinutes(2));
            world.letTimersFire();
            world.eventually("Ada is written to again", () -> world.mailsTo(ADA).size() == 2);
            assertThat(world.onlyIncident().get("snooze").isNull()).isTrue();
        }
    }

    @Test
    void whoSaysNotMePassesTheIncidentToTheNextOneAtOnce() {
        try (var world = new World()) {
            world.configure(world.organisation());
            world.detect("payments", "trigger");
            world.press(world.answerPage(ADA), "pass");
            world.eventually("Grace is written to", () -> world.mailsTo(GRACE).size() == 1);
        }
    }

    @Test
    void aServerThatRestartsWhileAStepWaitsGoesOnWhereItWas() {
        try (var world = new World()) {
            world.configure(world.organisation());
            world.detect("payments", "trigger");
            world.eventually("Ada is written to", () -> world.mailsTo(ADA).size() == 1);
            world.stopServer(0);

            world.wind(Duration.ofMinutes(6));
            world.startServer();
            world.eventually("Grace is written to", () -> world.mailsTo(GRACE).size() == 1);
            assertThat(world.mailsTo(ADA)).hasSize(1);
        }
    }

    @Test
    void twoServersOnOneDatabaseTellEachPersonOnce() {
        try (var world = new World()) {
            world.configure(world.organisation());
            int second = world.startServer();
            for (int i = 0; i < 10; i++) {
                world.detect(i % 2 == 0 ? 0 : second, "payments-" + i, "trigger");
                world.detect(i % 2 == 0 ? second : 0, "payments-" + i, "trigger");
            }
            world.eventually(
                    "all alerts are in",
                    () -> world.onlyIncident().get("alerts").get("total").asInt() == 10);
            world.eventually("Ada is written to", () -> world.mailsTo(ADA).size() == 1);
            world.wind(Duration.ofMinutes(5));
            world.letTimersFire();
            world.eventually("Grace is written to", () -> world.mailsTo(GRACE).size() == 1);
            world.wind(Duration.ofMinutes(1));
            world.letTimersFire();
            assertThat(world.mailsTo(ADA)).hasSize(1);
            assertThat(world.mailsTo(GRACE)).hasSize(1);
            assertThat(world.onlyIncident().get("alerts").get("detections").asInt())
                    .isEqualTo(20);
        }
    }

    /** The other end was away for longer than it is tried, or lost it. */
    @Test
    void whatAWebhookWasToldIsSentOnceMoreByHand() {
        try (var world = new World()) {
            world.configure(world.organisation());
            world.detect("payments", "trigger");
            world.eventually("Ada is written to", () -> world.mailsTo(ADA).size() == 1);
            var told = world.untilMessage("audit", "sent").get("id").asString();
            var first = world.hooked().getFirst();
            var path = "/api/outbox/" + told + "/replay";
            assertThat(world.post(0, path, "", Servers.ADMIN).statusCode()).isEqualTo(202);
            world.eventually("it came again", () -> world.hooked().size() == 2);
            assertThat(withoutId(world.hooked().get(1))).isEqualTo(withoutId(first));
            var mail = world.untilMessage("Ada Lovelace", "sent").get("id").asString();
            var refused = world.post(0, "/api/outbox/" + mail + "/replay", "", Servers.ADMIN);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("not_a_webhook");
            assertThat(world.mailsTo(ADA)).hasSize(1);
        }
    }

    private static String withoutId(String hooked) {
        return hooked.replaceFirst("\"id\":\"[^\"]+\"", "");
    }

    @Test
    void whenTheLastAlertEndsTheIncidentEndsAndEveryStepStandsInItsTimeline() {
        try (var world = new World()) {
            world.configure(world.organisation());
            world.detect("payments", "trigger");
            world.eventually("Ada is written to", () -> world.mailsTo(ADA).size() == 1);
            world.wind(Duration.ofMinutes(5));
            world.eventually("Grace is written to", () -> world.mailsTo(GRACE).size() == 1);
            world.detect("payments", "resolve");
            world.incidentThatIs("resolved");
            world.eventually(
                    "the webhook heard of both turns", () -> world.hooked().size() == 2);
            world.eventually(
                    "the timeline is whole", () -> world.timeline().contains("Resolved: the last alert has ended."));
            assertThat(world.timeline())
                    .contains(
                            "Alert: Payments fail: payments",
                            "Policy payments-oncall runs.",
                            "Ada Lovelace is asked.",
                            "E-mail to Ada Lovelace was sent.",
                            "Grace Hopper is asked.",
                            "E-mail to Grace Hopper was sent.",
                            "The alert has ended: Payments fail: payments",
                            "Escalation stopped. Nobody else is paged.");
            world.wind(Duration.ofHours(2));
            world.letTimersFire();
            assertThat(world.mailsTo(ADA)).hasSize(1);
        }
    }

    @Test
    void aMessageThatNobodyCanSendYetWaitsInTheOutboxAndIsSentWhenThereIsAMailServer() {
        try (var world = new World()) {
            world.configure(world.withoutMail());
            world.detect("payments", "trigger");
            world.onlyIncident();
            world.eventually(
                    "the timeline says that it waits",
                    () -> world.timeline().contains("E-mail to Ada Lovelace waits in the outbox."));
            assertThat(world.mailsTo(ADA)).isEmpty();

            world.configure(world.organisation());
            world.wind(Duration.ofSeconds(10));
            world.eventually("Ada is written to", () -> world.mailsTo(ADA).size() == 1);
        }
    }
}
