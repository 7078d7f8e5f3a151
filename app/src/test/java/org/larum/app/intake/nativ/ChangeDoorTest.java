package org.larum.app.intake.nativ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.intake.Fakes.bytes;

import org.junit.jupiter.api.Test;
import org.larum.app.intake.DoorContract;
import org.larum.app.intake.Fakes;
import org.larum.app.intake.Fakes.RecordingIntake;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class ChangeDoorTest extends DoorContract {

    private static final String EVENT = "{\"specversion\":\"1.0\",\"id\":\"42\",\"source\":\"ci/shop\","
            + "\"type\":\"deployed\",\"subject\":\"checkout\",\"time\":\"2026-11-23T08:59:00Z\",\"data\":%s}";

    @Override
    protected Object doors(RecordingIntake recording) {
        return new ChangeDoor(Fakes.SENDERS, recording::record, Fakes.TIME);
    }

    @Override
    protected String address(String key) {
        return "/api/changes";
    }

    @Override
    protected String trigger() {
        return "{\"summary\":\"Version 2.1 of the checkout\",\"service\":\"checkout\",\"key\":\"deploy-42\"}";
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
    protected WebTestClient.RequestBodySpec with(String key, WebTestClient.RequestBodySpec request) {
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + key);
    }

    @Override
    protected void assertRefusal(int status, HttpHeaders headers, JsonNode body) {
        assertThat(headers.getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(body.get("status").intValue()).isEqualTo(status);
        assertThat(body.get("detail").asString()).isNotBlank();
        assertThat(body.get("code").asString()).matches("[a-z_]+");
    }

    @Test
    void aCloudEventSaysItselfWhatItsDataDoesNot() {
        assertThat(send(bytes(EVENT.formatted("{}"))).getStatus().value()).isEqualTo(202);
        assertThat(send(bytes(EVENT.formatted("{\"summary\":\"Two point one\"}")))
                        .getStatus()
                        .value())
                .isEqualTo(202);
        assertThat(intake.changes).extracting("summary").containsExactly("deployed checkout", "Two point one");
        assertThat(intake.changes).extracting("source").containsOnly("ci/shop");
    }

    @Test
    void itsAttributesMayStandInHeaders() {
        var result = result(post("").header("ce-specversion", "1.0")
                .header("ce-id", "42")
                .header("ce-source", "ci/shop")
                .header("ce-type", "deployed")
                .bodyValue(bytes("{\"summary\":\"Two point one\"}")));
        assertThat(result.getStatus().value()).isEqualTo(202);
        assertThat(intake.changes).extracting("summary").containsExactly("Two point one");
    }

    @Test
    void whatIsMissingIsNamed() {
        var result = send(bytes("{\"service\":\"checkout\"}"));
        assertRefused(result, 400);
        assertThat(json(result).get("detail").asString()).contains("\"summary\"");
        assertThat(intake.changes).isEmpty();
    }

    @Test
    void nobodyWithoutAKeyChangesAnything() {
        var result = result(client().post().uri("/api/changes").bodyValue(bytes(trigger())));
        assertRefused(result, 401);
        assertThat(intake.changes).isEmpty();
    }
}
