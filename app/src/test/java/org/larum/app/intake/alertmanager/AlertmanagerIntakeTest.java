package org.larum.app.intake.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.intake.Fakes.bytes;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.larum.app.intake.DoorContract;
import org.larum.app.intake.Fakes;
import org.larum.app.intake.Fakes.RecordingIntake;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

class AlertmanagerIntakeTest extends DoorContract {

    @Override
    protected Object doors(RecordingIntake recording) {
        return new AlertmanagerIntake(Fakes.SENDERS, recording, Fakes.TIME);
    }

    @Override
    protected String address(String key) {
        return "/hooks/alertmanager/" + key;
    }

    @Override
    protected String trigger() {
        return "{\"version\":\"4\",\"status\":\"firing\","
                + "\"alerts\":[{\"status\":\"firing\",\"labels\":{\"alertname\":\"A\"}}]}";
    }

    @Override
    protected int greedy() {
        return 503;
    }

    @Override
    protected int taken() {
        return 200;
    }

    @Override
    protected void assertRefusal(int status, HttpHeaders headers, JsonNode body) {
        assertThat(headers.getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(body.get("status").intValue()).isEqualTo(status);
        assertThat(body.get("detail").asString()).isNotBlank();
        assertThat(body.get("code").asString()).matches("[a-z_]+");
    }

    @Test
    void anUnknownKeyIs403AndNothingIsRead() {
        var request = client().post().uri("/hooks/alertmanager/nobody").bodyValue(bytes(trigger()));
        assertRefused(result(request), 403);
        assertThat(intake.requests).isEmpty();
    }

    @Test
    void aKeyInTheAddressIsDecodedOnce() {
        var encoded = "odd%20key%2Fwith%2541%20%C3%BC%200123456789abcdef0123";
        var request = client().post().uri(URI.create("/hooks/alertmanager/" + encoded));
        assertThat(result(request.bodyValue(bytes(trigger()))).getStatus().value())
                .isEqualTo(200);
        var twice = client().post().uri(URI.create("/hooks/alertmanager/" + encoded.replace("%2541", "%252541")));
        assertRefused(result(twice.bodyValue(bytes(trigger()))), 403);
    }

    @Test
    void alertsThatCannotBeToldApartAreNamedAndTheOthersKept() {
        var result = send(bytes("{\"alerts\":[{\"labels\":{}},{\"labels\":{\"alertname\":\"A\"}}]}"));
        assertThat(result.getStatus().value()).isEqualTo(200);
        assertThat(json(result).toString()).startsWith("{\"accepted\":1,\"refused\":[{\"path\":\"alerts[0].labels\",");
        assertThat(intake.detections).hasSize(1);
    }

    @Test
    void nothingToSayIsFine() {
        var result = send(bytes("{\"version\":\"4\",\"status\":\"resolved\",\"alerts\":[]}"));
        assertThat(result.getStatus().value()).isEqualTo(200);
        assertThat(intake.requests).isEmpty();
    }

    @Test
    void theDialectIsKeptWithTheRequest() {
        send(bytes(trigger()));
        assertThat(intake.requests.getFirst().dialect()).isEqualTo("alertmanager");
    }
}
