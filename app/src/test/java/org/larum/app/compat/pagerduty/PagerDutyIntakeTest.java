package org.larum.app.compat.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.intake.Fakes.bytes;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.app.intake.Change;
import org.larum.app.intake.ChangeIntake;
import org.larum.app.intake.DoorContract;
import org.larum.app.intake.Fakes;
import org.larum.app.intake.Fakes.RecordingIntake;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class PagerDutyIntakeTest extends DoorContract {

    private final List<Change> changes = new ArrayList<>();

    @Override
    protected Object doors(RecordingIntake recording) {
        ChangeIntake port = (sender, raw, change, told) -> recording.failure == null
                ? Mono.<Void>fromRunnable(() -> changes.add(change))
                : Mono.error(recording.failure);
        return new PagerDutyIntake(Fakes.SENDERS, recording, port, Fakes.TIME, Fakes.IDS);
    }

    @Override
    protected String address(String key) {
        return "/v2/enqueue";
    }

    @Override
    protected String trigger() {
        return event(
                Fakes.KEY,
                "\"event_action\":\"trigger\",\"dedup_key\":\"srv01/HTTP\","
                        + "\"payload\":{\"summary\":\"Down\",\"source\":\"srv01\",\"severity\":\"critical\"}");
    }

    @Override
    protected int greedy() {
        return 429;
    }

    @Override
    protected int taken() {
        return 202;
    }

    @Override
    protected void assertRefusal(int status, HttpHeaders headers, JsonNode body) {
        assertThat(headers.getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(body.get("status").asString()).isNotBlank();
        assertThat(body.get("message").asString()).isNotBlank();
        if (status == 429) {
            assertThat(body.get("status").asString()).isEqualTo("throttle exceeded");
        } else if (status < 500) {
            assertThat(body.get("status").asString()).isIn("invalid event", "Unrecognized object");
            assertThat(body.get("errors").isArray()).isTrue();
            assertThat(body.get("errors").get(0).asString()).isNotBlank();
        }
    }

    @Test
    void aTriggerIsAnsweredWithItsKey() {
        var result = send(bytes(trigger()));
        assertThat(json(result).toString())
                .isEqualTo("{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"srv01/HTTP\"}");
        assertThat(intake.requests.getFirst().dialect()).isEqualTo("pagerduty");
    }

    @Test
    void aTriggerWithoutKeyGetsOne() {
        var result = send(bytes(trigger().replace("\"dedup_key\":\"srv01/HTTP\",", "")));
        assertThat(result.getStatus().value()).isEqualTo(202);
        assertThat(json(result).get("dedup_key").asString()).isEqualTo("01900000000070008000000000000001");
        assertThat(intake.detections.getFirst().key()).isEqualTo("01900000000070008000000000000001");
    }

    @Test
    void theResolutionOfWhatNobodyKnowsIsStill202() {
        var result = send(bytes(event(Fakes.KEY, "\"event_action\":\"resolve\",\"dedup_key\":\"never seen\"")));
        assertThat(result.getStatus().value()).isEqualTo(202);
        assertThat(json(result).get("dedup_key").asString()).isEqualTo("never seen");
    }

    @Test
    void aWrongLengthIs400InTheirWords() {
        var result = send(bytes(trigger().replace(Fakes.KEY, "short")));
        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(json(result).toString())
                .isEqualTo("{\"status\":\"invalid event\",\"message\":\"Event object is invalid\",\"errors\":"
                        + "[\"Length of 'routing_key' is incorrect (should be 32 characters)\"]}");
    }

    @Test
    void anUnknownKeyIs403InTheirShape() {
        var result = send(bytes(trigger().replace(Fakes.KEY, "0123456789abcdef0123456789abcdef")));
        assertRefused(result, 403);
        assertThat(json(result).get("message").asString()).isEqualTo("Event object is invalid");
        assertRefused(send(bytes("{\"routing_key\":null}")), 400);
        assertThat(intake.requests).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var result = send(bytes(event(Fakes.KEY, "\"event_action\":\"trigger\",\"payload\":{\"severity\":\"fatal\"}")));
        assertRefused(result, 400);
        assertThat(json(result).get("errors").toString())
                .isEqualTo("[\"'payload.summary' is missing or blank\",\"'payload.source' is missing or blank\","
                        + "\"'payload.severity' is invalid (must be one of the following: "
                        + "'critical', 'warning', 'error' or 'info')\"]");
    }

    @Test
    void badJsonIsAnUnrecognizedObject() {
        assertThat(json(send(bytes("{nope"))).toString())
                .startsWith("{\"status\":\"Unrecognized object\",\"message\":\"Event object format is unrecognized\","
                        + "\"errors\":[\"JSON parse error\",\"The body is not JSON: ");
    }

    @Test
    void whatIsWrongWithTheJsonIsNamedBesideTheirWords() {
        var deep = event(Fakes.KEY, "\"payload\":" + "[".repeat(40) + "]".repeat(40));
        assertThat(json(send(bytes(deep))).get("errors").toString())
                .isEqualTo("[\"JSON parse error\",\"The JSON is nested deeper than 32 levels.\"]");
        assertThat(json(send(bytes("[]"))).get("errors").toString())
                .isEqualTo("[\"JSON parse error\",\"The body must be a JSON object.\"]");
    }

    @Test
    void alertmanagersLargestEventIsTaken() {
        var firing = "x".repeat(500_000);
        var result = send(bytes(
                trigger().replace("\"source\"", "\"custom_details\":{\"firing\":\"" + firing + "\"},\"source\"")));
        assertThat(result.getStatus().value()).isEqualTo(202);
        var details = intake.detections.getFirst().details();
        assertThat(details).isNotNull().hasSizeLessThan(64 * 1024);
    }

    @Test
    void aChangeIsRecorded() {
        for (var slash : new String[] {"", "/"}) {
            var body = event(
                    Fakes.KEY,
                    "\"payload\":{\"summary\":\"Deployed 4.2\",\"source\":\"ci\"},"
                            + "\"links\":[{\"href\":\"https://ci.example/7\"}]");
            var result =
                    result(client().post().uri("/v2/change/enqueue" + slash).bodyValue(bytes(body)));
            assertThat(result.getStatus().value()).isEqualTo(202);
            assertThat(json(result).toString())
                    .isEqualTo("{\"status\":\"success\",\"message\":\"Change event processed\"}");
        }
        assertThat(changes).hasSize(2).extracting(Change::summary).containsOnly("Deployed 4.2");
        assertThat(intake.requests).isEmpty();
    }

    @Test
    void aChangeIsRefusedLikeAnEvent() {
        var request = client().post().uri("/v2/change/enqueue");
        assertRefused(result(request.bodyValue(bytes(event(Fakes.KEY, "\"payload\":{}")))), 400);
        intake.failure = Fakes.databaseAway();
        var valid = bytes(event(Fakes.KEY, "\"payload\":{\"summary\":\"s\"}"));
        var result = result(client().post().uri("/v2/change/enqueue").bodyValue(valid));
        assertRefused(result, 503);
        assertThat(changes).isEmpty();
    }

    private static String event(String key, String fields) {
        return "{\"routing_key\":\"%s\",%s}".formatted(key, fields);
    }
}
